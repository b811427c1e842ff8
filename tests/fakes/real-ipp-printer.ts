// A real IPP printer: `ippeveprinter` of CUPS, an IPP Everywhere printer without metal that keeps what it was sent. It wants
// the system's message bus and its service browser, which are started when they are not running and then left running.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RealIppPrinter {
  url: string;
  /** What it was sent and kept, in order. */
  spooled(): { name: string; bytes: Buffer }[];
  stop(): Promise<void>;
}

export interface RealIppOptions {
  /** Left out together with `attributes`, which it does not take beside them: then it reads raster. */
  formats?: string[];
  /** Shell lines it runs for each document: 'STATE: +media-empty-error' on standard error sets its state. */
  command?: string;
  /** Its description in ippeveprinter's own form, line by line. */
  attributes?: string[];
}

const BUS = '/run/dbus/system_bus_socket';
const BUS_PID = '/run/dbus/pid';
const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;

function has(program: string): boolean {
  return PATH.split(':').some((folder) => existsSync(join(folder, program)));
}

/** A bus that was killed leaves its socket behind. */
function isBusAnswering(): Promise<boolean> {
  return new Promise((resolve) => {
    const line = createConnection(BUS);
    line.once('connect', () => resolve(true)).once('error', () => resolve(false));
    line.once('connect', () => line.destroy());
  });
}

function startBus(env: NodeJS.ProcessEnv): void {
  mkdirSync('/run/dbus', { recursive: true });
  for (const left of [BUS, BUS_PID]) rmSync(left, { force: true });
  spawnSync('dbus-daemon', ['--system', '--fork'], { env });
}

async function startServices(): Promise<void> {
  const missing = ['ippeveprinter', 'dbus-daemon', 'avahi-daemon'].filter((program) => !has(program));
  if (missing.length > 0) {
    throw new Error(
      `This test prints on a real IPP printer and needs ${missing.join(', ')}: apt-get install cups-ipp-utils dbus avahi-daemon`,
    );
  }
  const env = { ...process.env, PATH };
  if (!(await isBusAnswering())) startBus(env);
  if (spawnSync('avahi-daemon', ['--check'], { env }).status !== 0) {
    spawnSync('avahi-daemon', ['--daemonize', '--no-chroot'], { env });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export async function startRealIppPrinter(options: RealIppOptions): Promise<RealIppPrinter> {
  await startServices();
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-ipp-'));
  const spool = join(folder, 'spool');
  mkdirSync(spool);
  const port = await freePort();
  const child = spawn('ippeveprinter', argumentsOf(options, folder, spool, port), {
    env: { ...process.env, PATH },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await isListening(child);
  return {
    url: `ipp://localhost:${port}/ipp/print`,
    spooled: () =>
      readdirSync(spool)
        .filter((name) => !name.endsWith('.prn'))
        .toSorted((one, other) => Number.parseInt(one) - Number.parseInt(other))
        .map((name) => ({ name, bytes: readFileSync(join(spool, name)) })),
    async stop() {
      if (child.exitCode === null) {
        child.kill();
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function argumentsOf(options: RealIppOptions, folder: string, spool: string, port: number): string[] {
  // Without a command it takes ten seconds a page, as paper would.
  const { formats, command = 'exit 0', attributes } = options;
  const given = ['-v', '-k', '-r', 'off', '-n', 'localhost', '-p', String(port), '-d', spool, '-K', folder];
  const program = join(folder, 'command');
  writeFileSync(program, `#!/bin/sh\n${command}\n`, { mode: 0o700 });
  given.push('-c', program);
  if (attributes === undefined) return [...given, '-f', (formats ?? []).join(','), 'Hall printer'];
  const file = join(folder, 'attributes');
  writeFileSync(file, attributes.join('\n'));
  return [...given, '-a', file, 'Hall printer'];
}

/** It says its address when it listens. */
async function isListening({ stderr }: ChildProcess): Promise<void> {
  if (stderr === null) throw new Error('ippeveprinter says nothing');
  const said: string[] = [];
  for await (const line of createInterface({ input: stderr })) {
    said.push(line);
    if (!line.startsWith('printer-uri-supported')) continue;
    // Its further talk must be taken off the pipe, or it would stop at its end.
    stderr.resume();
    return;
  }
  throw new Error(`ippeveprinter did not start: ${said.slice(0, 5).join(' | ')}`);
}
