// The slot below the screen, with the verbs of the world: sticks are folders of their own, and the kiosk's real reader
// looks through them.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { systemTimers, type Timers } from '../../lib/clock.ts';
import type { OpenAt } from '../../main/devices/usb/copy-file.ts';
import { createMountedMedia } from '../../main/devices/usb/mounted-media.ts';
import type { RemovableMedia } from '../../main/devices/usb/removable-media.ts';

export interface UsbPort {
  media: RemovableMedia;
  /** Puts a stick in, with these files: path on the stick → what is in it. Returns where it is mounted. */
  plugIn(label: string, files: Record<string, Uint8Array>): string;
  pullOut(label: string): void;
  /** Pulls a stick out as soon as so many blocks of the next file were read from it. */
  pullOutAfter(label: string, blocks: number): void;
  remove(): void;
}

export function openUsbPort(timers: Timers = systemTimers): UsbPort {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-usb-'));
  const plugged = new Set<string>();
  let pulling: { label: string; blocks: number } | null = null;

  /** A file as the system opens it, until its stick goes: then every read of it fails, as proc and disks have it. */
  async function openAt(path: string, flags: number): ReturnType<OpenAt> {
    const handle = await open(path, flags);
    let read = 0;
    return {
      stat: handle.stat.bind(handle),
      close: () => handle.close(),
      read: async (...wanted: Parameters<typeof handle.read>) => {
        if (pulling !== null && read === pulling.blocks) pullOut(pulling.label);
        if (!existsSync(path)) throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
        read += 1;
        return handle.read(...wanted);
      },
    };
  }

  function pullOut(label: string): void {
    pulling = null;
    plugged.delete(join(folder, label));
    rmSync(join(folder, label), { recursive: true, force: true });
  }

  return {
    media: createMountedMedia({ mounts: async () => [...plugged].toSorted(), timers, openAt }),
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
    pullOut,
    pullOutAfter: (label, blocks) => void (pulling = { label, blocks }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
