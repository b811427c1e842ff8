// `npm run bench -- ui`: whether the kiosk's screen is quick to the finger, held against the same sixty fields written by
// hand and asked by two libraries. docs/bench.md says how, and what limits each figure.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildScreens } from '../../scripts/build.ts';
import type { Bench, BenchOptions } from './bench.ts';
import { allCandidates, type Candidate } from './ui/candidates.ts';
import { addTo, noSamples, type AllSamples } from './ui/figures.ts';
import { startBenchKiosk } from './ui/kiosk.ts';
import { machineOf } from './ui/machine.ts';
import { measureLookUp, measureOwnKeyboard } from './ui/own-keyboard.ts';
import { buildPage, installPeers, PAGES, type PageName } from './ui/peers.ts';
import { LARGEST_PAGE, repeat, USUAL_PAGE } from './ui/repetition.ts';
import { reportOf } from './ui/report.ts';
import { serveFolder, type StaticServer } from './ui/static-server.ts';
import { lineOf, verdictsOf } from './ui/verdicts.ts';

const REPETITIONS = 7;

interface Stand {
  candidates: Candidate[];
  kiosk: Candidate;
  lookUp: string;
  stop(): Promise<void>;
}

async function servePages(folder: string): Promise<Record<PageName, StaticServer>> {
  const served: Partial<Record<PageName, StaticServer>> = {};
  const serve = async (name: PageName) => {
    await buildPage(name, join(folder, name));
    return serveFolder(join(folder, name));
  };
  for (const name of Object.keys(PAGES) as PageName[]) served[name] = await serve(name);
  return served as Record<PageName, StaticServer>;
}

/** Everybody who is measured, built and served. */
async function openStand(say: BenchOptions['say']): Promise<Stand> {
  await installPeers(say);
  await buildScreens();
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
  say('building the peers as the kiosk is built');
  const served = await servePages(folder);
  const kiosk = await startBenchKiosk(USUAL_PAGE, LARGEST_PAGE);
  const candidates = allCandidates(
    {
      bare: served.bare.origin,
      'hand-written': served['hand-written'].origin,
      survey: served.survey.origin,
      rjsf: served.rjsf.origin,
    },
    kiosk,
  );
  const own = candidates.find(({ name }) => name === 'kiosk');
  if (own === undefined) throw new Error('the kiosk is no candidate');
  return {
    candidates,
    kiosk: own,
    lookUp: served['look-up'].origin,
    async stop() {
      await kiosk.stop();
      for (const server of Object.values(served)) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** In turn, so that a machine that grows hot or busy is so for all of them. The first round warms the disk and is dropped. */
async function measure(stand: Stand, rounds: number, say: BenchOptions['say']): Promise<AllSamples> {
  const all = noSamples();
  for (let round = 0; round <= rounds; round += 1) {
    for (const candidate of stand.candidates) {
      const samples = await repeat(candidate);
      if (round > 0) addTo(all, candidate.name, samples);
    }
    const own = await measureOwnKeyboard(stand.kiosk);
    if (round > 0) addTo(all, 'kiosk', own);
    say(round === 0 ? 'warm-up round done' : `round ${round} of ${rounds} done`);
  }
  addTo(all, 'kiosk', await measureLookUp(stand.lookUp));
  return all;
}

export const benchUi: Bench = async ({ repetitions, say }) => {
  const rounds = repetitions ?? REPETITIONS;
  const machine = machineOf();
  const stand = await openStand(say);
  try {
    const samples = await measure(stand, rounds, say);
    const verdicts = verdictsOf(samples);
    for (const line of ['', machine.words, '', ...reportOf(samples), '', ...verdicts.map(lineOf)]) say(line);
    return {
      isMet: verdicts.every(({ isMet }) => isMet),
      raw: { machine, at: new Date().toISOString(), repetitions: rounds, verdicts, samples },
    };
  } finally {
    await stand.stop();
  }
};
