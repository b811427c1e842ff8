// Which machines the city trusts: revoked ones, and two machines that use one identity.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { platformPaths } from '../../domain/contract/platform-api.ts';
import { renewalText, type KeyRenewal } from '../../domain/contract/key-api.ts';
import { systemClock } from '../../lib/clock.ts';
import { newSigningKey, openSigningKey, type SigningKey } from '../../lib/keys.ts';
import { troubleWithPlatform } from '../../main/health/platform.ts';
import { openKioskKey } from '../../main/kiosk-key.ts';
import { openStore } from '../../main/store/store.ts';
import { obeyKiosk, type KioskCommand } from '../../platform/enrolment/kiosk-command.ts';
import { openPlatformKey, openPlatformStore } from '../../platform/platform.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { clientOf, sealItem, send, type PlatformKiosk } from '../builders/platform-kiosk.ts';
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
    const done = await obeyKiosk(
      { store, clock: systemClock, signingKey: openPlatformKey(join(city.folder, 'platform')) },
      command,
    );
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
    await desk.look((store) =>
      obeyKiosk({ store, clock: systemClock, signingKey: openPlatformKey(desk.folder) }, command),
    );
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
    await desk.look((store) =>
      obeyKiosk({ store, clock: systemClock, signingKey: openPlatformKey(desk.folder) }, command),
    );
    const answer = await fetch(new URL(platformPaths.time, desk.platform.url));
    expect([answer.status, await answer.json()]).toEqual([401, { code: 'not-authorised' }]);
  });
});

describe('a kiosk that changes its key', () => {
  let city: City;
  let file: string;
  beforeEach(async () => {
    city = await startCity({ printer: null });
    file = join(city.folder, 'kiosk', 'kiosk.key');
  });
  afterEach(() => city.stop());

  async function submitOne() {
    const { procedure } = await llc();
    const receipt = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
    await ask(city.send, 'leave', null);
    return receipt;
  }

  const fingerprintIn = () => openSigningKey(file).fingerprint;

  async function genuine(square: string): Promise<string> {
    const view = await ask(city.send, 'askProgress', null);
    const reply = await city.send('findProgress', { page: view.page, number: square });
    await ask(city.send, 'leave', null);
    return reply.ok ? 'genuine' : reply.error.code;
  }

  async function squareOf(number: string): Promise<string> {
    const opened = await openStore(join(city.folder, 'kiosk'), { reclaim: false });
    if (!opened.ok) throw new Error(opened.error.code);
    const { sequence = 0 } = (await opened.value.submissions.byReceiptNumber(number)) ?? {};
    const receipt = await opened.value.receipts.bySequence(sequence);
    await opened.value.close();
    return receipt?.qr ?? '';
  }

  async function keysAtPlatform(): Promise<number> {
    const url = new URL(platformPaths.kioskKeys, city.platform.url);
    return ((await (await fetch(url)).json()) as { keys: unknown[] }).keys.length;
  }

  it('hands in what waits under the old key, and its old receipts stay genuine, with and without a network', async () => {
    city.network.become('down');
    const { number } = await submitOne();
    const square = await squareOf(number);
    const old = fingerprintIn();
    openKioskKey(file).wish();
    city.network.become('fine');
    await city.kiosk.drain();
    expect(fingerprintIn()).not.toBe(old);
    expect(existsSync(`${file}.next`)).toBe(false);
    expect(await city.platform.caseNumbers()).toEqual([number]);
    expect(await keysAtPlatform()).toBe(2);
    expect(await genuine(square)).toBe('genuine');
    const second = await submitOne();
    await city.kiosk.drain();
    expect(await city.platform.caseNumbers()).toContain(second.number);
    city.network.become('down');
    await city.restartKiosk();
    expect(await genuine(square)).not.toBe('receipt-forged');
    expect(await genuine(await squareOf(second.number))).not.toBe('receipt-forged');
  });

  it('N2: whose answer is lost keeps both keys, and the change ends at the next contact, even after a crash', async () => {
    const old = fingerprintIn();
    const { number } = await submitOne();
    await city.kiosk.drain();
    openKioskKey(file).wish();
    const { fingerprint: wanted } = openSigningKey(`${file}.next`);
    city.network.become('reply-lost');
    await city.kiosk.drain();
    // Nothing was confirmed: the old key is still the one in force here, and the new one was not thrown away.
    expect([fingerprintIn(), openSigningKey(`${file}.next`).fingerprint]).toEqual([old, wanted]);
    city.network.become('fine');
    await city.restartKiosk();
    await city.kiosk.drain();
    expect(fingerprintIn()).toBe(wanted);
    const second = await submitOne();
    await city.kiosk.drain();
    expect(await city.platform.caseNumbers()).toEqual([number, second.number]);
    expect(await keysAtPlatform()).toBe(2);
  });
});

describe('the platform, asked for another key', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.stop());

  const proposal = (kiosk: PlatformKiosk, next: SigningKey, by = next): KeyRenewal => ({
    publicKey: next.publicKey,
    proof: by.sign('key-renewal', Buffer.from(renewalText(kiosk.enrolled.kiosk, next.publicKey))),
  });

  it('N17: takes the old one for nothing any more but the same change again', async () => {
    const [kiosk, next] = [await desk.newKiosk(), newSigningKey()];
    expect(await kiosk.client.renewKey(proposal(kiosk, next))).toMatchObject({ ok: true });
    expect(await kiosk.client.renewKey(proposal(kiosk, next))).toMatchObject({ ok: true });
    expect(await kiosk.client.time()).toMatchObject({ error: { kind: 'not-authorised' } });
    expect(await kiosk.client.renewKey(proposal(kiosk, newSigningKey()))).toMatchObject({ ok: false });
    const renewed = clientOf(desk.platform.url, kiosk.enrolled, next);
    expect(await renewed.time()).toMatchObject({ ok: true });
    const kinds = (await desk.events()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'kiosk-key-renewed')).toHaveLength(1);
  });

  it('N17: takes no key whose owner did not sign for it, none that somebody has, and none that was given up', async () => {
    const [kiosk, other] = [await desk.newKiosk(), await desk.newKiosk()];
    const next = newSigningKey();
    for (const wrong of [
      proposal(kiosk, next, kiosk.key),
      proposal(other, next),
      proposal(kiosk, other.key),
      { publicKey: 'AAAA', proof: 'AAAA' },
    ])
      expect(await kiosk.client.renewKey(wrong)).toMatchObject({ ok: false });
    expect(await kiosk.client.time()).toMatchObject({ ok: true });
    await kiosk.client.renewKey(proposal(kiosk, next));
    const renewed = clientOf(desk.platform.url, kiosk.enrolled, next);
    expect(await renewed.renewKey(proposal(kiosk, kiosk.key))).toMatchObject({ ok: false });
    expect(await renewed.time()).toMatchObject({ ok: true });
  });
});

describe('N13: a kiosk whose clock is wrong', () => {
  it.each([
    ['an hour fast', 3_600_000],
    ['an hour slow', -3_600_000],
  ])('by %s hands in all the same, and again after its clock jumped', async (_what, offMs) => {
    let off = offMs;
    const clock = { now: () => new Date(Date.now() + off), monotonicMs: systemClock.monotonicMs };
    const city = await startCity({ printer: null, clock });
    try {
      const submitOne = async () => {
        const { procedure } = await llc();
        const { number } = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
        await ask(city.send, 'leave', null);
        return number;
      };
      const first = await submitOne();
      await city.kiosk.drain();
      expect(await city.platform.caseNumbers()).toEqual([first]);
      // Somebody sets the clock while it runs: what was learned of it is wrong until the next look.
      off = -offMs;
      const second = await submitOne();
      await city.kiosk.drain();
      expect(await city.platform.caseNumbers()).toEqual([first, second]);
      expect(await ask(city.send, 'look', null)).toMatchObject({ screen: 'welcome' });
    } finally {
      await city.stop();
    }
  });
});
