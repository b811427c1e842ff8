// What becomes of an application on its way from the kiosk to the platform, whatever the wire does.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { llcAnswers } from '../builders/llc-application.ts';
import { startCity, type City } from '../city.ts';
import type { Weather } from '../fakes/network.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';

let city: City;

beforeEach(async () => {
  city = await startCity();
});
afterEach(() => city.stop());

async function submitOne(): Promise<string> {
  const { procedure } = await llc();
  const receipt = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
  await ask(city.send, 'leave', null);
  return receipt.number;
}

async function progressOf(number: string) {
  const view = await ask(city.send, 'askProgress', null);
  return ask(city.send, 'findProgress', { page: view.page, number });
}

it('a citizen submits while the cable is pulled; the platform has it once when it is back', async () => {
  city.network.become('down');
  const number = await submitOne();
  await city.kiosk.drain();
  expect(await city.platform.caseNumbers()).toEqual([]);
  expect(await progressOf(number)).toMatchObject({
    screen: 'progress',
    state: { en: /Held on this machine/ },
  });
  await ask(city.send, 'leave', null);

  city.network.become('fine');
  await city.kiosk.drain();
  expect(await city.platform.caseNumbers()).toEqual([number]);
  expect(await progressOf(number)).toMatchObject({ screen: 'progress', number });
});

it.each<Weather>(['down', 'silent', 'captive-portal', 'busy', 'reply-garbled'])(
  'keeps an application queued when the network is %s, and sends it later',
  async (weather) => {
    city.network.become(weather);
    const number = await submitOne();
    await city.kiosk.drain();
    const held = await progressOf(number);
    expect(held).toMatchObject({
      screen: 'progress',
      state: { en: expect.stringContaining('Held on this machine') as string },
    });
    await ask(city.send, 'leave', null);

    city.network.become('fine');
    await city.restartKiosk();
    await city.kiosk.drain();
    expect(await city.platform.caseNumbers()).toEqual([number]);
  },
);

it('sends again what was taken but whose answer was lost, and the platform counts it once', async () => {
  city.network.become('reply-lost');
  const number = await submitOne();
  await city.kiosk.drain();
  expect(await city.platform.caseNumbers()).toEqual([number]);
  city.network.become('fine');
  await city.restartKiosk();
  await city.kiosk.drain();
  expect(await city.platform.caseNumbers()).toEqual([number]);
  expect((await progressOf(number)).screen).toBe('progress');
});

it('says in words whether it is connected', async () => {
  await city.kiosk.drain();
  expect(await ask(city.send, 'status', null)).toMatchObject({ link: 'online' });
  city.network.become('captive-portal');
  await city.kiosk.drain();
  expect(await ask(city.send, 'status', null)).toMatchObject({ link: 'sign-in-needed' });
  city.network.become('down');
  await city.kiosk.drain();
  expect(await ask(city.send, 'status', null)).toMatchObject({ link: 'offline' });
});

it('tells the screen that shows the receipt when the platform has it', async () => {
  city.network.become('down');
  const { procedure } = await llc();
  const receipt = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
  expect(receipt.state).toBe('held');
  city.network.become('fine');
  city.events.length = 0;
  await city.kiosk.drain();
  await city.kiosk.drain();
  const views = city.events.filter((event) => event.name === 'view').map(({ payload }) => payload);
  expect(views.at(-1)).toMatchObject({
    screen: 'receipt',
    state: 'acknowledged',
    number: receipt.number,
    page: receipt.page,
  });
});
