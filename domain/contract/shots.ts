// How a photograph travels from the screen: in parts, so that no single message is large.

export const SHOT_PARTS = 64;
/** base64 of one part; a multiple of four, and with its frame well under what a host takes in one call. */
export const SHOT_PART_CHARACTERS = 160_000;
