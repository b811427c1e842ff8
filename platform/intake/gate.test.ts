import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BATCH_ITEMS } from '../../domain/contract/platform-api.ts';
import { createGate, type GateLimits } from './gate.ts';

const LIMITS: GateLimits = { items: 200, bytes: 1000, requests: 500, batchesOfOne: 2 };

function newGate({ random = () => 0.999 }: { random?: () => number } = {}) {
  const clock = { ms: 0, monotonicMs: () => clock.ms };
  return { clock, gate: createGate({ limits: LIMITS, clock, random }) };
}

it('lets in until it is full, and again once somebody left', () => {
  const { gate } = newGate();
  const first = gate.enter('a', 100);
  expect(gate.enter('b', 100)).toMatchObject({ ok: true });
  expect(gate.enter('c', 1)).toMatchObject({ ok: false, error: { isOne: false } });
  expect(gate.refuse()).toMatchObject({ isOne: false });
  if (first.ok) first.value.leave();
  expect(gate.refuse()).toBeNull();
  expect(gate.enter('c', 100)).toMatchObject({ ok: true });
});

it('lets one kiosk have no more batches at once than it needs, and others go on', () => {
  const { gate } = newGate();
  gate.enter('a', 1);
  gate.enter('a', 1);
  expect(gate.enter('a', 1)).toMatchObject({ ok: false, error: { isOne: true, retryAfter: 1 } });
  expect(gate.enter('b', 1)).toMatchObject({ ok: true });
});

it('takes a batch that is larger than the house when nobody else is there', () => {
  const { gate } = newGate();
  expect(gate.enter('a', 500)).toMatchObject({ ok: true });
});

it('counts who leaves once, however often they say so', () => {
  const { gate } = newGate();
  const entered = gate.enter('a', 100);
  gate.enter('b', 50);
  if (entered.ok) for (let times = 0; times < 3; times += 1) entered.value.leave();
  expect(gate.held.items).toBe(50);
});

it('says to keep no bytes past its limit, and to begin none', () => {
  const { gate } = newGate();
  expect(gate.hold(1000)).toBe(true);
  expect(gate.refuse()).not.toBeNull();
  expect(gate.hold(1)).toBe(false);
  gate.letGo(1001);
  expect(gate.refuse()).toBeNull();
});

it('lets so many to the door, and the next when one is answered', () => {
  const { gate } = newGate();
  const all = Array.from({ length: 500 }, () => gate.come());
  expect(all.every(({ ok }) => ok)).toBe(true);
  expect(gate.come()).toMatchObject({ ok: false, error: { isOne: false } });
  expect(gate.refuse()).not.toBeNull();
  const [first] = all;
  if (first?.ok === true) for (let times = 0; times < 2; times += 1) first.value.leave();
  expect(gate.held.requests).toBe(499);
  expect(gate.come()).toMatchObject({ ok: true });
});

it('asks for smaller batches when it is half full', () => {
  const { gate } = newGate();
  expect(gate.batch().items).toBe(BATCH_ITEMS);
  gate.enter('a', 100);
  expect(gate.batch().items).toBe(BATCH_ITEMS / 4);
});

it('sends a crowd away for as long as serving it takes, spread over all of that time', () => {
  let turn = 0;
  const { gate, clock } = newGate({ random: () => (turn = (turn + 7) % 100) / 100 });
  gate.enter('full', 200);
  // Ten were served in the last seconds, and a thousand come: a minute and no longer.
  const told = Array.from({ length: 1000 }, () => gate.refuse()?.retryAfter ?? 0);
  expect(Math.min(...told)).toBe(1);
  expect(Math.max(...told)).toBeGreaterThan(50);
  expect(Math.max(...told)).toBeLessThanOrEqual(60);
  // The crowd of long ago is forgotten.
  clock.ms += 60_000;
  expect(gate.refuse()?.retryAfter).toBeLessThanOrEqual(2);
});

it('lets in no more than it can answer in time, going by the last seconds', () => {
  const clock = { ms: 0, monotonicMs: () => clock.ms };
  const gate = createGate({ clock });
  const room = () => {
    const inside: (() => void)[] = [];
    for (let one = gate.enter('0', 10); one.ok; one = gate.enter(String(inside.length), 10))
      inside.push(one.value.leave);
    return inside;
  };
  const inside = room();
  // Nothing is known yet: a transaction's worth.
  expect(inside).toHaveLength(40);
  clock.ms = 2000;
  for (const leave of inside) leave();
  // 400 in two seconds: 200 a second, and eight seconds of that.
  expect(room()).toHaveLength(160);
});

it('holds what was let in and has not left, whatever happens in whatever order', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ kiosk: fc.nat(4), items: fc.integer({ min: 1, max: 100 }), leaves: fc.boolean() }),
      ),
      (visits) => {
        const { gate } = newGate();
        const inside: { items: number; leave: () => void }[] = [];
        for (const { kiosk, items, leaves } of visits) {
          const entered = gate.enter(String(kiosk), items);
          if (entered.ok) inside.push({ items, leave: entered.value.leave });
          if (leaves) inside.shift()?.leave();
          expect(gate.held.items).toBe(inside.reduce((sum, one) => sum + one.items, 0));
          expect(gate.held.items).toBeLessThanOrEqual(200);
        }
      },
    ),
  );
});
