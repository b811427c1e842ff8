// An X server of our own without a screen, and hands on its keyboard and mouse. What they do passes through Chromium's own
// shortcuts, which keys sent over the debugging protocol never see. No window manager: whatever opens lies on top and has
// the focus.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

export interface XServer {
  display: string;
  /** Presses keys as xdotool names them: 'ctrl+n'. */
  press(keys: string): Promise<void>;
  /** Anything else xdotool can do. */
  do(...words: string[]): Promise<void>;
  /** Title and place of every window that can be seen. */
  windows(): Promise<string[]>;
  stop(): Promise<void>;
}

const run = promisify(execFile);

export const SCREEN = { width: 1080, height: 1920 };
/** Chromium keeps a helper for the clipboard that nobody sees. */
const SMALLEST_SEEN = 8;

export async function startXServer(): Promise<XServer> {
  const size = `${SCREEN.width}x${SCREEN.height}x24`;
  const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // A test that is cut off stops nothing.
  process.once('exit', () => child.kill());
  const [told] = (await once(child.stdout, 'data')) as [Buffer];
  const display = `:${told.toString().trim()}`;
  const env = { ...process.env, DISPLAY: display };

  async function xdotool(...words: string[]): Promise<string> {
    return (await run('xdotool', words, { env })).stdout;
  }

  return {
    display,
    press: async (keys) => void (await xdotool('key', '--clearmodifiers', keys)),
    do: async (...words) => void (await xdotool(...words)),
    async windows() {
      const { stdout } = await run('xwininfo', ['-root', '-children'], { env });
      const ids = [...stdout.matchAll(/^ +(0x[0-9a-f]+) .* (\d+)x(\d+)\+-?\d+/gm)]
        .filter(([, , width, height]) => Math.min(Number(width), Number(height)) >= SMALLEST_SEEN)
        .map(([, id = '']) => id);
      const seen = await Promise.all(ids.map((id) => seenWindow(id, env)));
      return seen.filter((window) => window !== null).toSorted();
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/** What is told of one window; null when it cannot be seen or is gone. */
async function seenWindow(id: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  try {
    const { stdout } = await run('xwininfo', ['-id', id], { env });
    if (!stdout.includes('IsViewable')) return null;
    const place = /-geometry (\S+)/.exec(stdout)?.[1];
    return `${/Window id: \S+ (.*)/.exec(stdout)?.[1]} ${place}`;
  } catch {
    // It went while we looked.
    return null;
  }
}
