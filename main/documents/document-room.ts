// Everything outside a session that its documents touch: files, sticks, the camera. They follow the session: what it does
// not hold any more is thrown away, and nothing stays open behind it.
import type { Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Listing, RemovableMedia } from '../devices/usb/removable-media.ts';
import type { Session } from '../sessions/session.ts';
import type { CameraGate } from './camera-gate.ts';
import { documentsIn, draftIn, listed, stepIn } from './document-steps.ts';
import { digestsIn } from './draft-documents.ts';
import { createShots, type Shots } from './shots.ts';
import type { Vault } from './vault.ts';

export interface DocumentRoomParts {
  vault: Vault;
  /** null: this machine takes nothing from sticks. */
  media: RemovableMedia | null;
  hasCamera: boolean;
  camera: CameraGate;
  /** Whether anything else holds on to a file: an application that was handed in, a draft that was put aside. */
  isReferred: (digest: string) => Promise<boolean>;
  timers: Timers;
  log: Log;
}

export interface DocumentRoom extends DocumentRoomParts {
  shots: Shots;
  /** Which ways of handing in this machine has. */
  ways: { camera: boolean; usb: boolean };
  /** The session has changed. One change after the other; never throws. */
  follow(before: Session, after: Session): Promise<void>;
  /** Settles when every change so far has been followed. */
  settled(): Promise<void>;
  /** What to do when a stick comes or goes while its list is on the screen. */
  onMedia(refresh: (change: (session: Session) => Session) => void): void;
  stop(): Promise<void>;
}

export function createDocumentRoom(parts: DocumentRoomParts): DocumentRoom {
  const { vault, media, camera, isReferred, log } = parts;
  const shots = createShots();
  let last: Promise<void> = Promise.resolve();
  let watching: { stop(): void } | null = null;
  let refresh: (change: (session: Session) => Session) => void = () => {};

  function watchMedia(isWanted: boolean): void {
    if (!isWanted || media === null) {
      watching?.stop();
      watching = null;
      return;
    }
    watching ??= media.watch(() => void relist(media));
  }

  async function relist(from: RemovableMedia): Promise<void> {
    try {
      const listing: Listing = await from.list();
      refresh((session) => listed(session, listing));
    } catch (error) {
      log.unexpected('sticks not listed', error);
    }
  }

  /** What the one draft held and the other does not. */
  async function discardLeft(before: Session, after: Session): Promise<void> {
    const still = new Set(digestsIn(documentsIn(after)));
    for (const digest of digestsIn(documentsIn(before)))
      if (!still.has(digest) && !(await isReferred(digest))) await vault.discard([digest]);
  }

  async function followOutside(isCapturing: boolean, before: Session, after: Session): Promise<void> {
    try {
      await camera.set(isCapturing);
      if (draftIn(before) !== null) await discardLeft(before, after);
    } catch (error) {
      log.unexpected('documents not followed', error);
    }
  }

  return {
    ...parts,
    shots,
    ways: { camera: parts.hasCamera, usb: media !== null },

    follow(before, after) {
      const step = after.isAsking ? null : stepIn(after);
      if (before.page !== after.page) shots.forget();
      watchMedia(step?.by === 'usb');
      last = last.then(() => followOutside(step?.by === 'camera', before, after));
      return last;
    },

    settled: () => last,

    onMedia(next) {
      refresh = next;
    },

    async stop() {
      watchMedia(false);
      await last;
    },
  };
}
