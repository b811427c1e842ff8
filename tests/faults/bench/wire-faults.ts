// What the network does. The kiosk lives through all of it.
import type { WireFault } from '../proxy/fault-proxy.ts';
import type { Chance } from './chance.ts';
import { eachRound, type Fault, type Scene } from './town.ts';

/** One round: applications are handed in, sent under the fault, and sent again when it is over. */
async function playOnWire(scene: Scene, next: (chance: Chance) => WireFault): Promise<number> {
  const { chance, proxy } = scene;
  let struck = 0;
  const rounds = await eachRound(scene, async () => {
    const hand = await scene.hand();
    proxy.become(next(chance));
    await hand.ask('submit', { count: chance.whole(1, 3), documents: chance.next() < 0.1 });
    await hand.ask('drain');
    struck += proxy.struck();
    proxy.become({ kind: 'fine' });
    await hand.ask('drain');
    scene.note(hand);
  });
  // A wire that harms nobody proves nothing.
  if (struck < rounds / 2) scene.complain(`only ${struck} of ${rounds} rounds met the fault`);
  return rounds;
}

function onWire(name: string, rows: string, about: string, next: (chance: Chance) => WireFault): Fault {
  return { name, rows, about, play: (scene) => playOnWire(scene, next) };
}

export const wireFaults: readonly Fault[] = [
  onWire('delay', 'N1', 'every chunk comes late, both ways', (chance) => ({
    kind: 'delay',
    ms: chance.whole(1, 120),
  })),
  onWire('cut-request', 'N1', 'the connection is cut inside the request', (chance) => ({
    kind: 'cut-request',
    after: chance.whole(0, 6000),
  })),
  onWire('reply-lost', 'N1, N2', 'the platform has committed, its answer is cut off', (chance) => ({
    kind: 'cut-reply',
    after: chance.next() < 0.5 ? 0 : chance.whole(1, 900),
  })),
  onWire('half-open', 'N1, N11', 'nothing comes through and nobody is told', () => ({ kind: 'half-open' })),
  onWire('garbage', 'N4', 'the answer is noise, cut short, or one bit off', (chance) => ({
    kind: 'garbage',
    how: chance.pick(['noise', 'flip', 'truncate']),
  })),
  onWire('captive-portal', 'N3', 'somebody else answers 200, 204 or 302', (chance) => ({
    kind: 'captive-portal',
    how: chance.pick(['page', 'redirect', 'nothing', 'empty']),
  })),
  onWire('slow-drip', 'N4', 'the answer comes a byte at a time', (chance) => ({
    kind: 'slow-drip',
    everyMs: chance.whole(5, 40),
  })),
  onWire('reorder', 'N14', 'what was sent first arrives last', (chance) => ({
    kind: 'reorder',
    holdMs: chance.whole(1, 60),
  })),
  onWire('duplicate', 'N2, N14, N17', 'every request arrives twice', (chance) => ({
    kind: 'duplicate',
    first: chance.next() < 0.5,
  })),
];
