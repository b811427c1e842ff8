// `npm run procedures`: for whoever writes the procedures of a department.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from '../../lib/clock.ts';
import { checkFile } from './check.ts';

const HELP = `npm run procedures -- COMMAND [FILE] [options]

  check FILE     holds a procedure against its format and the linter, and walks through it with made-up answers
  preview FILE   opens it in a kiosk of its own; nothing of it stays when it ends (Ctrl-C)
  steps          drives a citizen through every procedure, typed and with a card: pages, questions, taps, keys
  --headless     preview: prints the address and opens no window
  --help

FILE is a procedure (procedures/ID.json). Catalogues and parts are taken from beside it, else from the program.
Ends with 0: well, 1: something is wrong with the procedure, 2: asked wrongly.`;

function leave(sentence: string, code: 0 | 2): never {
  (code === 0 ? console.log : console.error)(sentence);
  process.exit(code);
}

function argumentsOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        headless: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${HELP}`, 2);
  }
}

async function check(file: string): Promise<void> {
  const { lines, isWell } = await checkFile(file, systemClock.now());
  for (const line of lines) console.log(line);
  process.exitCode = isWell ? 0 : 1;
}

async function preview(file: string, isHeadless: boolean): Promise<void> {
  const { lines, isWell } = await checkFile(file, systemClock.now());
  for (const line of lines) console.log(line);
  // A procedure with a page nobody reaches can still be looked at; one that is not loaded cannot.
  if (!isWell && lines.every((line) => !line.includes('made-up'))) process.exit(1);
  // Only here: a check needs neither screens nor a browser.
  const [{ buildScreens }, { openPreview }, { findChromium }] = await Promise.all([
    import('../build.ts'),
    import('./preview.ts'),
    import('../../lib/find-chromium.mjs'),
  ]);
  await buildScreens();
  const opened = await openPreview(file, isHeadless ? null : findChromium());
  console.log(`kiosk ready ${opened.url}`);
  console.log(`work list ${opened.consoleUrl}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void opened.stop().then(() => process.exit(0)));
}

const {
  values,
  positionals: [command, file, ...more],
} = argumentsOf();
if (values.help) leave(HELP, 0);
if (command === 'steps' && file === undefined) {
  const { runAll } = await import('../demonstration/all.ts');
  process.exit((await runAll({ locales: ['zh-CN'], say: console.log })) ? 0 : 1);
}
if (file === undefined || more.length > 0) leave(HELP, 2);
if (!existsSync(file)) leave(`there is no file ${file}`, 2);
if (command === 'check') await check(file);
else if (command === 'preview') await preview(file, values.headless);
else leave(HELP, 2);
