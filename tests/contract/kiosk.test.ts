// What every host of the kiosk must do, whatever carries the requests.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operationNames } from '../../domain/contract/kiosk-names.ts';
import { kioskApi, type Name, type Send } from '../../domain/contract/kiosk-api.ts';
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import { compile } from '../../lib/schema.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { startCity, type City } from '../city.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';
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
