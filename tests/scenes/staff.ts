// Scenes of the counter and of IT: whoever signs in does it on the screen, as a page that begins anew is locked.
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { View } from '../../domain/contract/views.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { employ, gu, shows, signIn, withPlatformStore, zhou, type Colleague } from '../builders/staff.ts';
import type { City } from '../city.ts';
import { ask, confirm, fillIn, nextPress } from '../fill-in.ts';
import { llc } from '../llc.ts';
import type { Scene } from '../stage.ts';

const { procedure } = await llc();

interface Team {
  clerk: Colleague;
  it: Colleague;
}

/** The staff of a stage: the same people in every scene on it. */
export async function teamOf(city: City): Promise<Team> {
  const people = [zhou, gu];
  const known = await withPlatformStore(join(city.folder, 'platform'), async (store) => {
    const records = await store.staff.all();
    if (records.length === 0) return employ(store, people);
    return people.map((person) => {
      const number = records.find(({ name }) => name === person.name)?.number;
      if (number === undefined) throw new Error(`${person.name} is not employed here`);
      return { ...person, number };
    });
  });
  await city.kiosk.drain();
  const [clerk, it] = known;
  if (clerk === undefined || it === undefined) throw new Error('nobody works here');
  return { clerk, it };
}

async function fill(city: City, view: View, until: (view: View) => boolean): Promise<View> {
  let shown = view;
  for (let presses = 0; !until(shown); presses += 1) {
    if (presses > 200) throw new Error(`stuck on ${shown.screen}`);
    shown = await nextPress(city.send, shown, llcAnswers(), procedure);
  }
  return shown;
}

async function atDesk(city: City): Promise<{ team: Team; view: View }> {
  const team = await teamOf(city);
  return { team, view: await signIn(city.send, team.clerk) };
}

async function atCase(city: City, until: (view: View) => boolean): Promise<View> {
  const { view } = await atDesk(city);
  const { page } = shows(view, 'staff-desk');
  return fill(city, await ask(city.send, 'beginAttended', { page, procedure: procedure.id }), until);
}

/** Types the PIN of whoever locked the screen. */
async function unlock(page: Page, pin: string): Promise<void> {
  await page.locator('.screen--staff-door input').last().fill(pin);
  await page.keyboard.press('Enter');
  await page.locator('.screen--staff-door').waitFor({ state: 'detached' });
}

async function signInOnScreen(page: Page, { number, pin }: Colleague): Promise<void> {
  await page.locator('.screen--staff-door input').first().fill(number);
  await unlock(page, pin);
}

const asks = (kind: string) => (view: View) =>
  view.screen === 'questions' && view.questions.some((question) => question.as === kind);

export const staffScenes: Scene[] = [
  {
    name: 'staff-door',
    family: 'staff',
    enter: ({ send }) => ask(send, 'look', null),
    onScreen: async (page) => {
      await page.locator('.staff-way').click();
      await page.locator('.pin-pad').waitFor();
    },
  },
  {
    name: 'staff-locked',
    family: 'staff',
    enter: async (city) => (await atDesk(city)).view,
  },
  {
    name: 'staff-desk',
    family: 'staff',
    async enter(city) {
      await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
      await ask(city.send, 'leave', null);
      const inCase = await atCase(city, asks('person'));
      return ask(city.send, 'openDesk', { page: inCase.page });
    },
    onScreen: (page) => unlock(page, zhou.pin),
  },
  {
    name: 'staff-question',
    family: 'staff',
    enter: (city) => atCase(city, asks('person')),
    onScreen: (page) => unlock(page, zhou.pin),
  },
  {
    name: 'staff-choices',
    family: 'staff',
    enter: (city) => atCase(city, asks('choice')),
    onScreen: (page) => unlock(page, zhou.pin),
  },
  {
    name: 'staff-check',
    family: 'staff',
    enter: (city) => atCase(city, ({ screen }) => screen === 'check'),
    onScreen: (page) => unlock(page, zhou.pin),
  },
  {
    name: 'staff-review',
    family: 'staff',
    enter: (city) => atCase(city, ({ screen }) => screen === 'check'),
    async onScreen(page) {
      await unlock(page, zhou.pin);
      await page.keyboard.press('Alt+o');
      await page.locator('.strip').waitFor();
    },
  },
  {
    name: 'staff-helping',
    family: 'staff',
    async enter(city) {
      await teamOf(city);
      return fill(
        city,
        await ask(city.send, 'beginApplication', { procedure: procedure.id }),
        asks('enterprise-name'),
      );
    },
    async onScreen(page, { city }) {
      const { clerk } = await teamOf(city);
      await page.locator('.aids .aid').first().click();
      await page.locator('.dialog .staff-way').click();
      await signInOnScreen(page, clerk);
      await page.locator('.strip').waitFor();
    },
  },
  {
    name: 'staff-machine',
    family: 'staff',
    async enter(city) {
      const { it } = await teamOf(city);
      return signIn(city.send, it);
    },
    async onScreen(page, { city }) {
      await unlock(page, gu.pin);
      city.network.become('down');
      await page.locator('.verdict .button--strong').click();
      await page.locator('.ill').waitFor();
    },
  },
];
