// What the tus server keeps its uploads in: our depot. An upload's length is what its submission says, and how far it has
// come is the size of its file.
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { Store } from '../store/store.ts';
import type { Depot } from './depot.ts';

/** An upload is one document, and its id the digest. Whoever asks was let in before. */
export function createUploadStore(store: Store, depot: Depot): DataStore {
  return Object.assign(new DataStore(), {
    extensions: ['creation'],

    async create(upload: Upload): Promise<Upload> {
      // Begun before, by a request whose answer was lost: what is here stays.
      if ((await depot.size(upload.id)) === null) await depot.begin(upload.id);
      return upload;
    },

    write: (...[stream, id, offset]: Parameters<DataStore['write']>) => depot.append(id, offset, stream),

    async getUpload(id: string): Promise<Upload> {
      const document = await store.documents.byDigest(id);
      const size = await depot.size(id);
      if (document === null || size === null)
        throw Object.assign(new Error('no such upload'), ERRORS.FILE_NOT_FOUND);
      return new Upload({ id, size: document.bytes, offset: size });
    },
  });
}
