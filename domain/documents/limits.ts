// How large a document may be, the same at both ends.

/** One file as it is handed in. */
export const FILE_BYTES = 20 * 1024 * 1024;
/** One photograph as the screen sends it: already shrunk. */
export const SHOT_BYTES = 6 * 1024 * 1024;
/** Width times height: what a telephone takes, and no decompression bomb. */
export const PICTURE_PIXELS = 50_000_000;
/** Pages a document may have where its procedure says nothing. */
export const PAGES = 20;
/** What encryption adds to a file: a nonce of 12 bytes and a tag of 16. */
export const SEALED_MORE_BYTES = 28;

export const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];
