// A receipt printer on a character device, without the metal. The device is a pseudo-terminal in raw mode, which `script`
// (util-linux, on every Debian) makes and joins to its own input and output: what the kiosk writes into it the printer
// takes, what the printer says the kiosk can read from it. As with a real one, what is written waits while its memory is full.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createMechanism, type Mechanism, type MechanismParts } from './mechanism.ts';

export interface DeviceThermalPrinter extends Mechanism {
  /** Like /dev/usb/lp0. */
  device: string;
  /** The cable is pulled: the device is gone. */
  unplug(): Promise<void>;
}

/** It says one line, the device's path; all that follows is from the kiosk. */
const MAKE_DEVICE = 'stty raw -echo; tty; exec sleep infinity';

export async function startDevicePrinter(parts: MechanismParts): Promise<DeviceThermalPrinter> {
  const inside = createMechanism(parts);
  const script = spawn('script', ['--quiet', '--command', MAKE_DEVICE, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [device] = (await once(script.stdout, 'data')) as [Buffer];

  let waiting = Buffer.alloc(0);
  function swallow(): void {
    const room = Math.max(0, inside.freeBytes());
    const bytes = waiting.subarray(0, room);
    waiting = waiting.subarray(room);
    if (bytes.length > 0) inside.take(bytes);
    if (waiting.length > 0) script.stdout.pause();
    else script.stdout.resume();
  }
  inside.onAnswer((byte) => script.stdin.write(Buffer.from([byte])));
  inside.onRoom(() => setImmediate(swallow));
  script.stdout.on('data', (bytes: Buffer) => {
    waiting = Buffer.concat([waiting, bytes]);
    swallow();
  });

  return {
    ...inside,
    device: device.toString('utf8').trim(),
    async unplug() {
      if (script.exitCode !== null || script.signalCode !== null) return;
      // Its end of the device closes, and what it started ends with that.
      script.kill('SIGKILL');
      await once(script, 'exit');
    },
  };
}
