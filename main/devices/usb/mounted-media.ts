// Sticks as the operating system mounts them.
import { createHash, randomBytes } from 'node:crypto';
import { fileFaults } from '../../../domain/documents/file-faults.ts';
import { fail } from '../../../domain/result.ts';
import type { Timers } from '../../../lib/clock.ts';
import { copyFile, type OpenAt } from './copy-file.ts';
import { lookThrough, type Found } from './look-through.ts';
import type { Listing, MediaFile, RemovableMedia } from './removable-media.ts';

export interface MountedMediaParts {
  /** Where sticks are mounted now. */
  mounts: () => Promise<string[]>;
  timers: Timers;
  /** How a file there is opened; the file system's own way unless it is given. */
  openAt?: OpenAt;
}

/** A person who has put a stick in looks at the screen about so long before wondering. */
const LOOK_EVERY_MS = 1000;

export function createMountedMedia({ mounts, timers, openAt }: MountedMediaParts): RemovableMedia {
  // New with every start: an id tells nothing about the path it stands for.
  const salt = randomBytes(16);
  let listed = new Map<string, Found>();
  /** The sticks that were looked at last, by listing or by watching. */
  let known: string | null = null;

  function idOf({ path, bytes, changedMs }: Found): string {
    return createHash('sha256')
      .update(salt)
      .update(`${path}\0${bytes}\0${changedMs}`)
      .digest('hex')
      .slice(0, 16);
  }

  async function list(): Promise<Listing> {
    const sticks = await mounts();
    known = JSON.stringify(sticks);
    const looked = await Promise.all(sticks.map(lookThrough));
    listed = new Map(looked.flatMap(({ files }) => files).map((found) => [idOf(found), found]));
    const files = [...listed].map(([id, { name, folder, bytes }]): MediaFile => ({
      id,
      name,
      folder,
      bytes,
    }));
    return { sticks: sticks.length, files, isCut: looked.some(({ isCut }) => isCut) };
  }

  return {
    list,

    async read(id) {
      const found = listed.get(id);
      return found === undefined ? fail(fileFaults.gone) : copyFile(found.path, openAt);
    },

    watch(onChange) {
      let isStopped = false;
      let waiting: { cancel(): void } | null = null;

      async function look(): Promise<void> {
        const here = JSON.stringify(await mounts());
        if (isStopped) return;
        if (known !== null && here !== known) onChange();
        known = here;
        waiting = timers.after(LOOK_EVERY_MS, () => void look());
      }

      void look();
      return {
        stop() {
          isStopped = true;
          waiting?.cancel();
        },
      };
    },
  };
}
