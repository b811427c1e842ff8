// `npm run faults`: breaks everything that can break around real kiosks and platforms, and counts what was lost.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faults } from '../tests/faults/bench/faults.ts';
import { runBench } from '../tests/faults/bench/run.ts';

const LIST = faults.map(({ name, about, rows }) => `  ${name.padEnd(16)} ${about} (${rows})`);
const HELP = `npm run faults -- [options]

  --rounds N    rounds of each fault (20 unless it is given)
  --seed S      a whole number; the same seed breaks the same things again
  --from N      the first round, counted from 0; a round is the same whichever came before it
  --jobs J      so many slices of the rounds at once, each in a process of its own (1 unless it is given)
  --only NAME   one fault; may be given more than once
  --minutes M   no round begins after so many minutes
  --help

${LIST.join('\n')}

Ends with 0: nothing was lost, doubled, out of order or unreadable, 1: something was, 2: asked wrongly.`;

function leave(sentence: string, code: 0 | 2): never {
  (code === 0 ? console.log : console.error)(sentence);
  process.exit(code);
}

function argumentsOf() {
  try {
    return parseArgs({
      options: {
        rounds: { type: 'string', default: '20' },
        from: { type: 'string', default: '0' },
        jobs: { type: 'string', default: '1' },
        seed: { type: 'string' },
        only: { type: 'string', multiple: true },
        minutes: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${HELP}`, 2);
  }
}

function whole(name: string, given: string, most: number, least = 1): number {
  const number = Number(given);
  return /^\d+$/.test(given) && number >= least && number <= most
    ? number
    : leave(`--${name}: a whole number from ${least} to ${most}`, 2);
}

const given = argumentsOf();
if (given.help) leave(HELP, 0);
const unknown = given.only?.find((wanted) => !faults.some(({ name }) => name === wanted));
if (unknown !== undefined) leave(`there is no fault ${unknown}\n\n${HELP}`, 2);

// Most of a kill is starting the next process.
process.env['NODE_COMPILE_CACHE'] ??= join(
  import.meta.dirname,
  '..',
  'node_modules',
  '.cache',
  'onewindow-compile',
);

const { isSound } = await runBench({
  rounds: whole('rounds', given.rounds, 1_000_000),
  from: whole('from', given.from, 1_000_000, 0),
  jobs: whole('jobs', given.jobs, 64),
  seed: given.seed === undefined ? Date.now() % 1_000_000 : whole('seed', given.seed, 2 ** 31),
  only: given.only ?? null,
  minutes: given.minutes === undefined ? null : whole('minutes', given.minutes, 100_000),
  say: console.log,
});
process.exitCode = isSound ? 0 : 1;
