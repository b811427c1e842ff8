// The socket systemd listens on, made by python: Node has none of this kind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const PROGRAM = `
import socket, sys
listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
listening.bind(sys.argv[1])
print('listening', flush=True)
while True:
    for line in listening.recv(4096).decode().splitlines():
        print(line, flush=True)
`;

export interface NotifySocket {
  /** What was heard so far. */
  heard: string[];
  /** Settles when this has been heard so many times more. */
  hears(state: string, times?: number): Promise<void>;
  stop(): Promise<void>;
}

export async function listenAsSystemd(path: string): Promise<NotifySocket> {
  const python = spawn('python3', ['-c', PROGRAM, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(python, 'spawn').catch(() => {
    throw new Error('python3 is not on this machine: it plays systemd in this test');
  });
  const heard: string[] = [];
  const lines = createInterface({ input: python.stdout });
  await once(lines, 'line');
  lines.on('line', (line) => heard.push(line));
  const count = (state: string) => heard.filter((line) => line === state).length;
  return {
    heard,
    async hears(state, times = 1) {
      const enough = count(state) + times;
      while (count(state) < enough) await once(lines, 'line');
    },
    async stop() {
      python.kill();
      await once(python, 'exit');
    },
  };
}
