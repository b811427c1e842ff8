// Which machines the city trusts: revoked ones, and two machines that use one identity.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { platformPaths } from '../../domain/contract/platform-api.ts';
import { systemClock } from '../../lib/clock.ts';
import { troubleWithPlatform } from '../../main/health/platform.ts';
import { openStore } from '../../main/store/store.ts';
import { obeyKiosk, type KioskCommand } from '../../platform/enrolment/kiosk-command.ts';
import { openPlatformStore } from '../../platform/platform.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { clientOf, sealItem, send } from '../builders/platform-kiosk.ts';
import { startCity, type City } from '../city.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';
import { openDesk, type Desk } from '../platform-desk.ts';

describe('a kiosk of the city', () => {
  let city: City;
  beforeEach(async () => {
    city = await startCity({ printer: null });
  });
  afterEach(() => city.stop());

  /** What IT types at the platform. */
  async function tell(deed: KioskCommand['do'], kiosk = '520103-K001') {
    const store = await openPlatformStore(join(city.folder, 'platform'), null);
    const command: KioskCommand = deed === 'kiosks' ? { do: deed } : { do: deed, kiosk };
    const done = await obeyKiosk({ store, clock: systemClock }, command);
    await store.close();
    return done;
  }

  async function submitOne(): Promise<string> {
    const { procedure } = await llc();
    const receipt = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
    await ask(city.send, 'leave', null);
    return receipt.number;
  }

  /** A lane may be trying just now: what is on its way waits all the same. */
  async function waiting() {
    const opened = await openStore(join(city.folder, 'kiosk'), { reclaim: false });
    if (!opened.ok) throw new Error(opened.error.code);
    const [list, count] = [await opened.value.submissions.list(10), await opened.value.submissions.waiting()];
    await opened.value.close();
    return { numbers: list.map(({ receiptNumber }) => receiptNumber), count };
  }

  const screen = () => ask(city.send, 'look', null);

  it('N7: that is revoked sends nothing, serves nobody, keeps its queue, and sends it when it is released', async () => {
    city.network.become('down');
    const number = await submitOne();
    expect(await tell('revoke')).toEqual({ ok: true, value: ['520103-K001-1 is revoked'] });
    city.network.become('fine');
    await city.kiosk.drain();
    expect(await screen()).toMatchObject({ screen: 'closed', code: 'K-03' });
    expect(await city.platform.caseNumbers()).toEqual([]);
    expect(await waiting()).toEqual({ numbers: [number], count: 1 });

    // A start without a network still knows it.
    city.network.become('down');
    await city.restartKiosk();
    expect(await screen()).toMatchObject({ screen: 'closed', code: 'K-03' });

    await tell('release');
    city.network.become('fine');
    await city.restartKiosk();
    await city.kiosk.drain();
    expect(await screen()).toMatchObject({ screen: 'welcome' });
    expect(await city.platform.caseNumbers()).toEqual([number]);
  });

  it('N7: is not stopped by anybody but the platform: a login page that says 403 changes nothing', async () => {
    city.network.become('captive-portal');
    await city.kiosk.drain();
    expect(await screen()).toMatchObject({ screen: 'welcome' });
  });

  it('is listed for IT, and a mistyped one is named', async () => {
    expect(await tell('revoke', '520103-K009')).toMatchObject({ ok: false });
    await tell('revoke');
    const listed = await tell('kiosks');
    expect(listed.ok && listed.value).toEqual([
      expect.stringMatching(/^520103-K001-1 {2}[0-9a-f-]{36} {2}held up to 0 {2}revoked$/),
    ]);
  });
});

describe('two machines with one identity', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.stop());

  it('S15: are both stopped as soon as one number comes with two contents, and nothing is taken from either', async () => {
    const kiosk = await desk.newKiosk();
    const seal = (sequence: number) => sealItem(kiosk, preparedLibraryCard(), sequence, readerAnswers());
    const copied = { ...kiosk, client: clientOf(desk.platform.url, kiosk.enrolled, kiosk.key) };
    expect(await send(kiosk, seal(1))).toMatchObject([{ result: 'taken' }]);
    expect(await send(copied, seal(1))).toMatchObject([{ because: 'sequence-taken' }]);
    for (const { client } of [kiosk, copied]) {
      const answer = await client.time();
      expect(answer).toEqual({ ok: false, error: { kind: 'not-authorised', code: 'kiosk-forked' } });
      if (answer.ok) throw new Error('answered');
      expect(troubleWithPlatform(answer.error).found.en).toContain('two machines use it');
    }
    await expect(send(kiosk, seal(2))).rejects.toThrow('kiosk-forked');
    expect(await desk.platform.caseNumbers()).toHaveLength(1);
    expect((await desk.events()).at(-1)).toMatchObject({ kind: 'sequence-conflict' });

    const command: KioskCommand = { do: 'release', kiosk: kiosk.enrolled.kiosk };
    await desk.look((store) => obeyKiosk({ store, clock: systemClock }, command));
    expect(await send(kiosk, seal(2))).toMatchObject([{ result: 'taken', gapFreeUpTo: 2 }]);
  });

  it('are not made of a submission that only comes again', async () => {
    const kiosk = await desk.newKiosk();
    const item = sealItem(kiosk, preparedLibraryCard(), 1, readerAnswers());
    await send(kiosk, item);
    expect(await send(kiosk, item)).toMatchObject([{ result: 'already-taken' }]);
    expect(await kiosk.client.time()).toMatchObject({ ok: true });
  });

  it('tells nobody else: what was not signed by the kiosk is turned away as ever', async () => {
    const kiosk = await desk.newKiosk();
    const command: KioskCommand = { do: 'revoke', kiosk: kiosk.enrolled.kiosk };
    await desk.look((store) => obeyKiosk({ store, clock: systemClock }, command));
    const answer = await fetch(new URL(platformPaths.time, desk.platform.url));
    expect([answer.status, await answer.json()]).toEqual([401, { code: 'not-authorised' }]);
  });
});
