// What can be measured. A new bench is a file beside this one and a line here.
import type { Bench } from './bench.ts';

export interface Listed {
  about: string;
  /** Loaded when it is asked for: each needs other things to be installed. */
  load: () => Promise<Bench>;
}

export const benches = {
  ui: {
    about: "the kiosk's screen against a hand-written page, SurveyJS and rjsf, in Chromium",
    load: async () => (await import('./ui.ts')).benchUi,
  },
  intake: {
    about: 'applications a second that the platform takes in, against the same rows alone, on both engines',
    load: async () => (await import('./intake.ts')).benchIntake,
  },
  sync: {
    about:
      'how fast and at what cost a kiosk hands in 10,000 that waited, against the limit and a naive pair',
    load: async () => (await import('./sync.ts')).benchSync,
  },
  submit: {
    about: 'how long one submission takes, alone and while others are sent, against one row in one commit',
    load: async () => (await import('./submit.ts')).benchSubmit,
  },
  storm: {
    about: 'ten thousand kiosks that hand in at the same moment: lost, doubled, waiting times, memory',
    load: async () => (await import('./storm.ts')).benchStorm,
  },
} satisfies Record<string, Listed>;

export type BenchName = keyof typeof benches;

export function isBenchName(name: string): name is BenchName {
  return Object.hasOwn(benches, name);
}
