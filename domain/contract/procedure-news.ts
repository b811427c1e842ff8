// Procedures on their way down: a notice names a version and the hashes of its pieces, which are fetched by hash.
import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false } as const;

/** `…/:hash`: one piece of a published procedure. */
export const PIECES_PATH = '/v1/procedure-pieces';

const Name = Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 80 });
const Version = Type.String({ pattern: '^\\d{4}\\.\\d{1,4}$' });
export const PieceHash = Type.String({ pattern: '^[0-9a-f]{64}$' });
/** null: every division of the city. */
const Division = Type.Union([Type.String({ pattern: '^[0-9]{6}$' }), Type.Null()]);

/** A version and what it is made of: SHA-256 of canonical JSON, with the parts it names in it already. */
export const ProcedureName = {
  procedure: Name,
  version: Version,
  hash: PieceHash,
  catalogues: Type.Array(Type.Object({ id: Name, version: Version, hash: PieceHash }, closed), {
    maxItems: 16,
  }),
};

export const procedureNotice = { kind: Type.Literal('procedure'), division: Division, ...ProcedureName };

/** Offered no more. What was begun with it may be ended with it. */
export const withdrawalNotice = {
  kind: Type.Literal('procedure-withdrawn'),
  division: Division,
  procedure: Name,
  version: Version,
};

export const NamedProcedure = Type.Object(ProcedureName, closed);
export type NamedProcedure = Static<typeof NamedProcedure>;

/** The longest a piece may be, in characters: what a kiosk reads of one answer. */
export const PIECE_LENGTH = 3_000_000;

export const Piece = Type.Object({ text: Type.String({ maxLength: PIECE_LENGTH }) }, closed);
export type Piece = Static<typeof Piece>;

/** Why a kiosk did not take what it was told. Its journal says so; the feed goes on behind it. */
export const NEWS_REFUSED = [
  /** Signed, and of a kind that this program does not know. */
  'kind-unknown',
  'malformed',
  'not-for-us',
  /** A later version of it is here. */
  'older',
  /** This very version is here, and says something else. */
  'differs',
  'piece-missing',
  'hash-wrong',
  /** Not JSON, or not of the form of a procedure. */
  'unreadable',
  'not-what-was-named',
  'rules-wrong',
] as const;
export type NewsRefused = (typeof NEWS_REFUSED)[number];
