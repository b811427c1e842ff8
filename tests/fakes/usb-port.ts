// The slot below the screen, with the verbs of the world: sticks are folders of their own, and the kiosk's real reader
// looks through them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { systemTimers, type Timers } from '../../lib/clock.ts';
import { createMountedMedia } from '../../main/devices/usb/mounted-media.ts';
import type { RemovableMedia } from '../../main/devices/usb/removable-media.ts';

export interface UsbPort {
  media: RemovableMedia;
  /** Puts a stick in, with these files: path on the stick → what is in it. Returns where it is mounted. */
  plugIn(label: string, files: Record<string, Uint8Array>): string;
  pullOut(label: string): void;
  remove(): void;
}

export function openUsbPort(timers: Timers = systemTimers): UsbPort {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-usb-'));
  const plugged = new Set<string>();
  return {
    media: createMountedMedia({ mounts: async () => [...plugged].toSorted(), timers }),
    plugIn(label, files) {
      const place = join(folder, label);
      for (const [path, bytes] of Object.entries(files)) {
        mkdirSync(dirname(join(place, path)), { recursive: true });
        writeFileSync(join(place, path), bytes);
      }
      mkdirSync(place, { recursive: true });
      plugged.add(place);
      return place;
    },
    pullOut(label) {
      plugged.delete(join(folder, label));
      rmSync(join(folder, label), { recursive: true, force: true });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
