// `npm run bench`: measures this program on this machine, against what others would have taken in its place.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benches, isBenchName } from '../tests/bench/benches.ts';

const LIST = Object.entries(benches).map(([name, { about }]) => `  ${name.padEnd(12)} ${about}`);
const HELP = `npm run bench -- [NAME] [options]

${LIST.join('\n')}
  --repeat N    how often every candidate is measured
  --json FILE   writes everything measured
  --help

Without a name, all of them. Ends with 0: every aim was met, 1: one was missed, 2: asked wrongly.`;

function leave(sentence: string, code: 0 | 2): never {
  (code === 0 ? console.log : console.error)(sentence);
  process.exit(code);
}

function argumentsOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        repeat: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${HELP}`, 2);
  }
}

function repetitionsOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  return /^[1-9]\d{0,2}$/.test(given) ? Number(given) : leave('--repeat: a whole number from 1 to 999', 2);
}

const { values, positionals } = argumentsOf();
if (values.help) leave(HELP, 0);
const unknown = positionals.find((name) => !isBenchName(name));
if (unknown !== undefined) leave(`there is no bench ${unknown}\n\n${HELP}`, 2);
const repetitions = repetitionsOf(values.repeat);
const named = positionals.filter(isBenchName);
const wanted = named.length === 0 ? Object.keys(benches).filter(isBenchName) : named;

const raw: Record<string, unknown> = {};
let isMet = true;
for (const name of wanted) {
  const bench = await benches[name].load();
  const result = await bench({ repetitions, say: console.log });
  raw[name] = result.raw;
  isMet &&= result.isMet;
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(raw, null, 2)}\n`);
}
process.exitCode = isMet ? 0 : 1;
