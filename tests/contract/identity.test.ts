// The identity step over every transport: its presses, and what the card brings unasked.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kioskApi } from '../../domain/contract/kiosk-api.ts';
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import { View } from '../../domain/contract/views.ts';
import { compile } from '../../lib/schema.ts';
import { DEMO_RECORDS } from '../../scripts/city.ts';
import { yangsCard } from '../builders/cards.ts';
import { layCard, SIMULATED, takeCard } from '../builders/laid-card.ts';
import { lendingCard } from '../builders/lending-card.ts';
import { writeProcedures } from '../builders/library-card.ts';
import { startCity, type City } from '../city.ts';
import { ask } from '../fill-in.ts';
import { until } from '../until.ts';
import { openDirect, openElectron, openHttp, type Transport } from './transports.ts';

describe.each([
  ['called directly', openDirect],
  ['over loopback HTTP', openHttp],
  ['over Electron’s channel', openElectron],
])('the identity step, %s', (_, open) => {
  let folder: string;
  let city: City;
  let transport: Transport;
  let told: KioskEvent[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onewindow-identity-'));
    const procedures = writeProcedures(join(folder, 'procedures'), lendingCard);
    city = await startCity({
      printer: null,
      records: DEMO_RECORDS,
      procedures,
      config: { cardReader: SIMULATED },
    });
    await city.kiosk.drain();
    transport = await open(city.kiosk, folder);
    told = [];
    transport.subscribe((event) => told.push(event));
    await transport.listening();
  });
  afterEach(async () => {
    await transport.close();
    await city.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const begin = () => ask(transport.send, 'beginApplication', { procedure: lendingCard.id });

  it('answers its presses in the shapes of the contract', async () => {
    const choice = await begin();
    expect(choice.screen).toBe('identity');
    const lay = await ask(transport.send, 'readIdentity', { page: choice.page, consent: true });
    expect(compile(kioskApi.readIdentity.answer)(lay)).toBe(true);
    const typed = await ask(transport.send, 'typeIdentity', { page: lay.page, consent: false });
    expect(compile(kioskApi.typeIdentity.answer)(typed)).toBe(true);
    expect(typed.screen).toBe('questions');
  });

  it('changes nothing for a press on a page that has moved on', async () => {
    const choice = await begin();
    const first = await ask(transport.send, 'typeIdentity', { page: choice.page, consent: false });
    const again = await ask(transport.send, 'typeIdentity', { page: choice.page, consent: false });
    expect([again.screen, again.page]).toEqual(['questions', first.page]);
  });

  it('tells unasked what the card brings, and that it was taken away', async () => {
    const choice = await begin();
    await ask(transport.send, 'readIdentity', { page: choice.page, consent: true });
    await layCard(city, yangsCard);
    await until(() => told.some((event) => event.name === 'view' && event.payload.screen === 'questions'));
    for (const event of told) if (event.name === 'view') expect(compile(View)(event.payload)).toBe(true);
    await takeCard(city);
    await until(() => told.some((event) => event.name === 'idle'));
    expect(told.find((event) => event.name === 'idle')?.payload).toEqual({
      seconds: 20,
      because: 'card-removed',
    });
  });

  it.each([{}, { consent: 'yes' }, { consent: true, number: '520102199003070014' }])(
    'does not take %j for a press',
    async (input) => {
      const { page } = await begin();
      expect(await transport.send('readIdentity', { page, ...input })).toEqual({
        ok: false,
        error: { code: 'invalid-input' },
      });
    },
  );
});
