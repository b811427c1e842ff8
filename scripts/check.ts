// Types, walls and form of everything: `npm run check`. Prints what is wrong, ends with 1 if anything is.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const HELP = `npm run check -- [--help]

  Types, walls and form of everything. Says "ok" or "WRONG" for each program it runs; ends with 1 if any is wrong.`;

function leave(sentence: string, code: 0 | 2): never {
  (code === 0 ? console.log : console.error)(sentence);
  process.exit(code);
}

function argumentsOf() {
  try {
    return parseArgs({ options: { help: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${HELP}`, 2);
  }
}

if (argumentsOf().help) leave(HELP, 0);

const root = join(import.meta.dirname, '..');
const projects = ['.', 'domain', 'ui', 'renderer', 'platform/console'];
const checks: [string, string[]][] = [
  ...projects.map((project): [string, string[]] => ['tsc', ['-p', project]]),
  ['eslint', ['.']],
  ['prettier', ['--check', '--log-level', 'warn', '.']],
];

function run(program: string, args: string[]): Promise<boolean> {
  const binary = join(root, 'node_modules', '.bin', program);
  const child = spawn(binary, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    child.once('exit', (status) => {
      console.log(`${status === 0 ? 'ok    ' : 'WRONG '} ${program} ${args.join(' ')}`);
      resolve(status === 0);
    });
  });
}

const pending = [...checks];
let failed = 0;
async function work(): Promise<void> {
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (!(await run(...next))) failed += 1;
  }
}
await Promise.all([work(), work()]);
process.exitCode = failed === 0 ? 0 : 1;
