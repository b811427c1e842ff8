// Citizens' ratings: once per case and stage, never changed. What was written and by whom is here only sealed.
import type { Knex } from 'knex';
import type { Level } from '../../domain/rating/catalogue.ts';
import { bytesOf, jsonOf, textOf, wholeOf, type Row } from './rows.ts';

export interface StoredRating {
  division: string;
  caseId: string;
  stage: string;
  id: string;
  level: Level;
  catalogue: string;
  version: string;
  options: string[];
  isNamed: boolean;
  kiosk: string;
  /** By the kiosk's clock. */
  ratedAt: string;
  receivedAt: string;
  contentHash: Buffer;
  envelope: Buffer;
  signature: string;
}

const LEVELS = [1, 2, 3, 4, 5] as const;

function levelOf(row: Row): Level {
  const level = wholeOf(row, 'level');
  const found = LEVELS.find((one) => one === level);
  if (found === undefined) throw new Error('a rating with an unknown level');
  return found;
}

function optionsOf(row: Row): string[] {
  const options = jsonOf(row, 'options');
  if (!Array.isArray(options)) throw new Error('the options of a rating cannot be read');
  return options.map(String);
}

function ratingOf(row: Row): StoredRating {
  return {
    division: textOf(row, 'division'),
    caseId: textOf(row, 'case_id'),
    stage: textOf(row, 'stage'),
    id: textOf(row, 'id'),
    level: levelOf(row),
    catalogue: textOf(row, 'catalogue'),
    version: textOf(row, 'catalogue_version'),
    options: optionsOf(row),
    isNamed: wholeOf(row, 'is_named') === 1,
    kiosk: textOf(row, 'kiosk'),
    ratedAt: textOf(row, 'rated_at'),
    receivedAt: textOf(row, 'received_at'),
    contentHash: bytesOf(row, 'content_hash'),
    envelope: bytesOf(row, 'envelope'),
    signature: textOf(row, 'signature'),
  };
}

export function ratingStore(db: Knex) {
  return {
    async put(rating: StoredRating): Promise<void> {
      await db('ratings').insert({
        division: rating.division,
        case_id: rating.caseId,
        stage: rating.stage,
        id: rating.id,
        level: rating.level,
        catalogue: rating.catalogue,
        catalogue_version: rating.version,
        options: JSON.stringify(rating.options),
        is_named: rating.isNamed ? 1 : 0,
        kiosk: rating.kiosk,
        rated_at: rating.ratedAt,
        received_at: rating.receivedAt,
        content_hash: rating.contentHash,
        envelope: rating.envelope,
        signature: rating.signature,
      });
    },

    async byId(id: string): Promise<StoredRating | null> {
      const [row] = await db('ratings').where({ id }).select<Row[]>('*');
      return row === undefined ? null : ratingOf(row);
    },

    /** The ratings of a case, in the order they arrived. */
    async ofCase(division: string, caseId: string): Promise<StoredRating[]> {
      const rows = await db('ratings')
        .where({ division, case_id: caseId })
        .orderBy('received_at')
        .select<Row[]>('*');
      return rows.map(ratingOf);
    },
  };
}
export type RatingStore = ReturnType<typeof ratingStore>;
