import type { Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { KioskConfig } from '../config.ts';
import { mountedBelow } from '../devices/usb/mounts.ts';
import { createMountedMedia } from '../devices/usb/mounted-media.ts';
import type { RemovableMedia } from '../devices/usb/removable-media.ts';
import type { CaseKeeper } from '../drafts/case-keeper.ts';
import type { Store } from '../store/store.ts';
import { createCameraGate } from './camera-gate.ts';
import { createDocumentRoom, type DocumentRoom } from './document-room.ts';
import type { Vault } from './vault.ts';

export interface RoomSurroundings {
  config: Pick<KioskConfig, 'documents'>;
  store: Store;
  vault: Vault;
  keeper: CaseKeeper;
  timers: Timers;
  log: Log;
  /** null: files are read from nowhere; left out: from the sticks that are mounted. */
  media?: RemovableMedia | null;
}

/** `holdsBeneath`: whether a session that lies beneath another one holds on to a file. */
export function openDocuments(
  { config, store, vault, keeper, media, timers, log }: RoomSurroundings,
  holdsBeneath: (digest: string) => boolean,
): DocumentRoom {
  const { camera: hasCamera, usbFolders } = config.documents;
  const mounted =
    usbFolders.length === 0 ? null : createMountedMedia({ mounts: () => mountedBelow(usbFolders), timers });
  return createDocumentRoom({
    vault,
    media: media === undefined ? mounted : media,
    hasCamera,
    camera: createCameraGate((error) => void log.unexpected('camera not switched', error)),
    isReferred: async (digest) =>
      holdsBeneath(digest) ||
      (await store.documents.isKnown(digest)) ||
      (await keeper.digests()).includes(digest),
    timers,
    log,
  });
}

/** The files that somebody still wants: those the platform does not have yet, and those of cases at the counter. */
export async function referredFiles({ documents }: Store, keeper: CaseKeeper): Promise<Set<string>> {
  return new Set([...(await documents.onlyHere()), ...(await keeper.digests())]);
}
