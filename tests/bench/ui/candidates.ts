import type { Field } from './sixty-fields.ts';
import type { BenchKiosk } from './kiosk.ts';
import type { Marks } from './probe.ts';

/** One thing done to a page to answer a field. */
export type Step = { box: string; typed: string } | { choose: string };

/** Somebody who asks the sixty fields. */
export interface Candidate {
  name: CandidateName;
  marks: Marks;
  /** The button that goes on. */
  next: string;
  /** Makes it ready for somebody new, with so many fields to a page; the address where they begin. */
  begin(perPage: number): Promise<string>;
  /** The box in which a line is typed. */
  boxOf(field: Field): string;
  /** How a field is answered. */
  stepsFor(field: Field): Step[];
}

/** In the order in which they take turns. */
export const CANDIDATES = ['bare', 'hand-written', 'kiosk', 'surveyjs', 'surveyjs-typing', 'rjsf'] as const;
export type CandidateName = (typeof CANDIDATES)[number];

/** Boxes of text, wherever they are. */
const BOXES = 'input:not([type="radio"], [type="hidden"], [type="checkbox"])';

/** The kiosk asks for a date in three boxes. */
function dateAtKiosk({ id, answer }: Field): Step[] {
  const [year = '', month = '', day = ''] = answer.split('-');
  return Object.entries({ year, month, day }).map(([part, typed]) => ({ box: `#at-${id}-${part}`, typed }));
}

export function kioskCandidate(kiosk: BenchKiosk): Candidate {
  const boxOf = ({ id }: Field) => `#at-${id}`;
  return {
    name: 'kiosk',
    marks: { title: 'h1', fields: `main ${BOXES}` },
    next: '.act button[type="submit"]',
    begin: (perPage) => kiosk.begin(perPage),
    boxOf,
    stepsFor(field) {
      if (field.as === 'date') return dateAtKiosk(field);
      if (field.as === 'choice') return [{ choose: `${boxOf(field)} input[value="${field.answer}"]` }];
      return [{ box: boxOf(field), typed: field.answer }];
    },
  };
}

interface PeerParts extends Pick<Candidate, 'name' | 'marks' | 'next' | 'boxOf'> {
  /** Where it is served. */
  origin: string;
  query?: string;
  /** The control of the option that is chosen. */
  optionOf(field: Field): string;
}

function peer({ origin, query = '', optionOf, ...parts }: PeerParts): Candidate {
  return {
    ...parts,
    begin: async (perPage) => `${origin}/?per=${perPage}${query}`,
    stepsFor: (field) =>
      field.as === 'choice'
        ? [{ choose: optionOf(field) }]
        : [{ box: parts.boxOf(field), typed: field.answer }],
  };
}

const PLAIN = { marks: { title: 'h1', fields: BOXES }, next: 'button[type="submit"]' };

export type Origins = Record<'bare' | 'hand-written' | 'survey' | 'rjsf', string>;

function bare({ bare: origin }: Origins): Candidate {
  const parts = { ...PLAIN, boxOf: () => 'input', optionOf: () => 'input' };
  // It has nothing to fill in.
  return { ...peer({ name: 'bare', origin, ...parts }), stepsFor: () => [] };
}

function handWritten({ 'hand-written': origin }: Origins): Candidate {
  return peer({
    name: 'hand-written',
    origin,
    ...PLAIN,
    boxOf: ({ id }) => `#${id}`,
    optionOf: ({ id, answer }) => `[name="${id}"][value="${answer}"]`,
  });
}

/** As it comes, it takes a line when the box is left; with `update=typing` at every key, as the kiosk does. */
function survey(name: 'surveyjs' | 'surveyjs-typing', { survey: origin }: Origins): Candidate {
  return peer({
    name,
    origin,
    query: name === 'surveyjs-typing' ? '&update=typing' : '',
    marks: { title: '.sd-page__title', fields: BOXES },
    next: '.sd-navigation__next-btn',
    boxOf: ({ id }) => `[data-name="${id}"] input`,
    optionOf: ({ id, answer }) => `[data-name="${id}"] input[value="${answer}"]`,
  });
}

function rjsf({ rjsf: origin }: Origins): Candidate {
  return peer({
    name: 'rjsf',
    origin,
    marks: { title: 'legend', fields: BOXES },
    next: 'button[type="submit"]',
    boxOf: ({ id }) => `#root_${id}`,
    optionOf: ({ id, answer, options = [] }) =>
      `#root_${id}-${options.findIndex(({ value }) => value === answer)}`,
  });
}

export function allCandidates(origins: Origins, kiosk: BenchKiosk): Candidate[] {
  return [
    bare(origins),
    handWritten(origins),
    kioskCandidate(kiosk),
    survey('surveyjs', origins),
    survey('surveyjs-typing', origins),
    rjsf(origins),
  ];
}
