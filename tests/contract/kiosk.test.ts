// What every host of the kiosk must do, whatever carries the requests.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operationNames } from '../../domain/contract/kiosk-names.ts';
import { kioskApi, type In, type Name, type Out, type Send } from '../../domain/contract/kiosk-api.ts';
import type { View } from '../../domain/contract/views.ts';
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import { receiptQrBody, receiptQrText } from '../../domain/submission/receipt-qr.ts';
import { contentHashOf } from '../../lib/envelope.ts';
import { compile } from '../../lib/schema.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { yang } from '../builders/people.ts';
import { enrolKiosk, sealItem, send as sendItems } from '../builders/platform-kiosk.ts';
import { employ, openDoor, shows, signIn, withPlatformStore, zhou } from '../builders/staff.ts';
import { startCity, type City } from '../city.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';
import { returnFor } from '../returned.ts';
import { openDirect, openElectron, openHttp, type Transport } from './transports.ts';

const { procedure } = await llc();

describe.each([
  ['called directly', openDirect],
  ['over loopback HTTP', openHttp],
  ['over Electron’s channel', openElectron],
])('the kiosk, %s', (_, open) => {
  let city: City;
  let transport: Transport;
  let send: Send;
  let assets: string;

  beforeEach(async () => {
    assets = mkdtempSync(join(tmpdir(), 'onewindow-assets-'));
    city = await startCity({ printer: null });
    transport = await open(city.kiosk, assets);
    send = transport.send;
  });
  afterEach(async () => {
    await transport.close();
    await city.stop();
    rmSync(assets, { recursive: true, force: true });
  });

  it('knows every operation of the contract and no other', async () => {
    for (const name of operationNames) {
      const reply = await send(name, 'not an input');
      expect(reply).toEqual({ ok: false, error: { code: 'invalid-input' } });
    }
    for (const name of ['constructor', '__proto__', 'toString', 'Look', 'nonsense'])
      expect(await send(name as Name, null)).toEqual({ ok: false, error: { code: 'unknown-operation' } });
  });

  it('answers in the shapes of the contract', async () => {
    for (const [name, input] of [
      ['look', null],
      ['status', null],
      ['arrange', { locale: 'en' }],
      ['begin', null],
      ['openMatter', { procedure: procedure.id }],
      ['beginApplication', { procedure: procedure.id }],
      ['stillHere', null],
      ['noteActivity', null],
      ['leave', null],
    ] as const) {
      const answer = await ask(send, name, input as never);
      expect([name, compile(kioskApi[name].answer)(answer)]).toEqual([name, true]);
    }
  });

  it('carries a whole application, character for character', async () => {
    const page = await fillIn(send, procedure, llcAnswers());
    const receipt = await confirm(send, page);
    expect(compile(kioskApi.submit.answer)(receipt)).toBe(true);
    expect(receipt.number).toMatch(/^520103-K001-1-0001-[0-9A-Z]$/);
  });

  /** A press whose answer has the shape that the contract gives it. */
  async function shaped<N extends Name>(name: N, input: In<N>): Promise<Out<N>> {
    const answer = await ask(send, name, input);
    expect([name, compile(kioskApi[name].answer)(answer)]).toEqual([name, true]);
    return answer;
  }
  const pageOf = (view: View) => ({ page: view.page });

  it('carries the way from the receipt over the rating', async () => {
    const receipt = await confirm(send, await fillIn(send, procedure, llcAnswers()));
    const offer = await shaped('finish', pageOf(receipt));
    const verdict = { level: 4 as const, options: [], words: '好', rater: null };
    expect(await shaped('giveRating', { ...pageOf(offer), verdict })).toMatchObject({ isGiven: true });
  });

  it('carries the way from a receipt to the correction of what it is about', async () => {
    const { number, qr } = await handedInElsewhere();
    const reasons = [{ at: '/company/phone', why: { 'zh-CN': '打不通', en: 'No answer' } }];
    await returnFor({ data: join(city.folder, 'platform') }, number, reasons, new Date());
    const asked = await shaped('askProgress', null);
    const byCard = await shaped('findProgressByCard', pageOf(asked));
    expect(byCard.screen).toBe('ask-progress');
    const none = await shaped('openProgress', { ...pageOf(byCard), index: 0 });
    expect(none.screen).toBe('ask-progress');
    const progress = await shaped('findProgress', { ...pageOf(byCard), number: qr });
    expect(progress).toMatchObject({ screen: 'progress', canMend: true, canRate: true });
    const rating = await shaped('rate', pageOf(progress));
    expect(rating.screen).toBe('rating');
    const again = await shaped('goBack', pageOf(rating));
    const identity = await shaped('mend', pageOf(again));
    const noCard = await shaped('giveIdentityByCard', pageOf(identity));
    const mending = { ...pageOf(noCard), number: String(yang.residentId) };
    expect(await shaped('giveIdentity', mending)).toMatchObject({
      screen: 'check',
      mends: [{ why: reasons[0]?.why }],
    });
  });

  /** An application from another kiosk of the city, with the square of its receipt. */
  async function handedInElsewhere(): Promise<{ number: string; qr: string }> {
    const kiosk = await enrolKiosk(city.platform.url, await city.platform.issueEnrolmentCode('520103'));
    const item = sealItem(kiosk, await llc(), 1, llcAnswers());
    const [answer] = await sendItems(kiosk, item);
    expect(answer?.result).toBe('taken');
    const hash = contentHashOf(Buffer.from(item.envelope, 'base64')).subarray(0, 16).toString('base64url');
    const { receiptNumber: number } = item;
    const body = receiptQrBody({ number, kiosk: kiosk.enrolled.kiosk, at: Date.now(), hash });
    return { number, qr: receiptQrText(body, kiosk.key.sign('receipt', Buffer.from(body))) };
  }

  it('carries staff in and out, in the shapes of the contract', async () => {
    const [clerk] = await withPlatformStore(join(city.folder, 'platform'), (store) => employ(store, [zhou]));
    if (clerk === undefined) throw new Error('nobody is employed');
    await city.kiosk.drain();
    const seen = <V extends View>(view: V): V => {
      expect([view.screen, compile(kioskApi.look.answer)(view)]).toEqual([view.screen, true]);
      return view;
    };
    seen(await openDoor(send));
    const desk = seen(shows(await signIn(send, clerk), 'staff-desk'));
    const asked = seen(await ask(send, 'beginAttended', { page: desk.page, procedure: procedure.id }));
    expect(asked.desk).toMatchObject({ mode: 'desk', staff: { number: clerk.number } });
    const locked = seen(await ask(send, 'lockScreen', { page: asked.page }));
    expect(await send('openDesk', { page: locked.page })).toEqual({
      ok: false,
      error: { code: 'staff-only' },
    });
    expect(seen(await ask(send, 'signOut', { page: locked.page, then: 'end' })).screen).toBe('welcome');
  });

  it('tells of what nobody asked for', async () => {
    const told: KioskEvent[] = [];
    const heard = new Promise<void>((resolve) => {
      transport.subscribe((event) => {
        told.push(event);
        if (event.name === 'ended') resolve();
      });
    });
    await transport.listening();
    await ask(send, 'begin', null);
    await ask(send, 'leave', null);
    await heard;
    expect(told.at(-1)).toEqual({ name: 'ended', payload: null });
  });

  it('refuses a matter it does not have in a sentence’s code', async () => {
    expect(await send('openMatter', { procedure: 'dog-licence' })).toEqual({
      ok: false,
      error: { code: 'no-such-procedure' },
    });
  });

  it('takes nothing for a verdict that is none', async () => {
    for (const wrong of [
      { level: 0 },
      { level: 6 },
      { level: '5' },
      { options: ['slow', 'slow'] },
      { options: ['__proto__'] },
      { words: 'x'.repeat(4001) },
      { rater: { name: 'x' } },
    ]) {
      const verdict = { level: 5, options: [], words: '', rater: null, ...wrong };
      const reply = await send('giveRating', { page: 'AAAAAAAAAAAA', verdict });
      expect([wrong, reply]).toEqual([wrong, { ok: false, error: { code: 'invalid-input' } }]);
    }
  });

  it.each([
    { page: 'short' },
    { page: 'AAAAAAAAAAAA', answers: { '/__proto__/x': { a: 'b' }, bad: 'x' } },
    { page: 'AAAAAAAAAAAA', answers: { '/name': { first: 1 } } },
    { page: 'AAAAAAAAAAAA', answers: {}, extra: true },
    [],
    'text',
  ])('does not take %j for an answered page', async (input) => {
    expect(await send('answerPage', input)).toEqual({ ok: false, error: { code: 'invalid-input' } });
  });
});
