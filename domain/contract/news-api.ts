// What the platform tells its kiosks: one feed, one cursor, each notice signed on its own.
import { Type, type Static } from 'typebox';
import { procedureNotice, withdrawalNotice } from './procedure-news.ts';

const closed = { additionalProperties: false } as const;

export const NEWS_PATH = '/v1/news';

/** Names the platform key a kiosk knows, by fingerprint: the platform must not answer with another. */
export const KNOWN_KEY_HEADER = 'onewindow-key';

/** The longest a question may be held, in seconds. */
export const NEWS_WAIT_SECONDS = 25;
/** Notices of one answer. */
export const NEWS_PAGE = 50;

const Key = Type.String({ pattern: '^[A-Za-z0-9+/=]+$', maxLength: 256 });
const head = { format: Type.Literal(1), position: Type.Integer({ minimum: 1 }) };

export const Notice = Type.Union([
  /** The platform's keys from now on. Signed with the key before: who trusts that one may trust these. */
  Type.Object(
    {
      ...head,
      kind: Type.Literal('keys'),
      signingKey: Key,
      sealingKey: Type.Object({ id: Type.String({ maxLength: 64 }), publicKey: Key }, closed),
    },
    closed,
  ),
  /** The kiosk is to change its own key. */
  Type.Object({ ...head, kind: Type.Literal('renew-key'), kiosk: Type.String({ maxLength: 36 }) }, closed),
  /** Who works at the counters has changed: the list is to be fetched. */
  Type.Object({ ...head, kind: Type.Literal('staff') }, closed),
  /** A version of a procedure is to be offered. */
  Type.Object({ ...head, ...procedureNotice }, closed),
  Type.Object({ ...head, ...withdrawalNotice }, closed),
]);
export type Notice = Static<typeof Notice>;

/** What every notice has, of whatever kind; a kiosk goes on behind one that it does not know. */
export const NoticeHead = Type.Object({ ...head, kind: Type.String({ maxLength: 40 }) });

type Bare<N> = N extends unknown ? Omit<N, 'format' | 'position'> : never;
export type NewNotice = Bare<Notice>;

export const SignedNotice = Type.Object(
  {
    /** Canonical JSON of a Notice, as signed. */
    body: Type.String({ maxLength: 4000 }),
    signature: Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 128 }),
  },
  closed,
);
export type SignedNotice = Static<typeof SignedNotice>;

const Whole = Type.String({ pattern: '^\\d{1,15}$' });

/** `after`: everything up to there was taken. `last`: the highest sequence given out. `wait`: seconds. */
export const NewsQuery = Type.Object({ after: Whole, last: Whole, wait: Whole }, closed);
export type NewsQuery = Static<typeof NewsQuery>;

export const News = Type.Object(
  {
    notices: Type.Array(SignedNotice, { maxItems: NEWS_PAGE }),
    /** How far this answer reaches: notices for other kiosks are left out of it. */
    upTo: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type News = Static<typeof News>;
