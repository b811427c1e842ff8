// How the file of a document travels: by tus 1.0 (https://tus.io/protocols/resumable-upload), a chunk at a time, each
// request signed like any other; and the platform's signed word whether it is all there.
import { Type, type Static } from 'typebox';

/** The media type of a chunk, as the protocol names it. */
export const TUS_CHUNK = 'application/offset+octet-stream';
/** A chunk is signed, sent and kept whole: what a cut connection costs is at most one. */
export const DOCUMENT_CHUNK_BYTES = 256 * 1024;

/** SHA-256 of the encrypted bytes, in hex. */
export const DocumentDigest = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const DocumentStatus = Type.Object(
  {
    digest: DocumentDigest,
    /** wrong: what was sent is not what the digest stands for. It was thrown away and may be sent again. */
    state: Type.Unsafe<'held' | 'on-its-way' | 'wrong'>({ enum: ['held', 'on-its-way', 'wrong'] }),
  },
  { additionalProperties: false },
);
export type DocumentStatus = Static<typeof DocumentStatus>;
