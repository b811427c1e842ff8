// The files that submissions name, by digest: which are awaited and which are here. What is in them is sealed elsewhere.
import type { Knex } from 'knex';
import { insertRows } from './insert-rows.ts';
import { textOf, textOrNull, wholeOf, type Row } from './rows.ts';

export interface AwaitedDocument {
  digest: string;
  /** As encrypted. */
  bytes: number;
}

export interface StoredDocument extends AwaitedDocument {
  division: string;
  submission: string;
  caseDivision: string;
  caseId: string;
  kiosk: string;
  /** null: on its way. */
  heldAt: string | null;
}

/** Whose documents they are. */
export type DocumentOwner = Pick<StoredDocument, 'division' | 'submission' | 'caseDivision' | 'caseId'>;

/** The files that are to come with one submission. */
export interface ExpectedDocuments {
  owner: DocumentOwner;
  awaited: AwaitedDocument[];
}

function rowsOf({ owner, awaited }: ExpectedDocuments) {
  return awaited.map(({ digest, bytes }, index) => ({
    division: owner.division,
    submission: owner.submission,
    digest,
    position: index + 1,
    bytes,
    case_division: owner.caseDivision,
    case_id: owner.caseId,
  }));
}

function documentOf(row: Row): StoredDocument {
  return {
    division: textOf(row, 'division'),
    submission: textOf(row, 'submission'),
    digest: textOf(row, 'digest'),
    bytes: wholeOf(row, 'bytes'),
    caseDivision: textOf(row, 'case_division'),
    caseId: textOf(row, 'case_id'),
    kiosk: textOf(row, 'kiosk'),
    heldAt: textOrNull(row, 'held_at'),
  };
}

export function documentStore(db: Knex) {
  const documents = () =>
    db('documents as d')
      .join('submissions as s', (on) => on.on('s.division', 'd.division').andOn('s.id', 'd.submission'))
      .select<Row[]>('d.*', 's.kiosk');

  return {
    /** Inside the transaction that takes the submissions. */
    async expectAll(expected: ExpectedDocuments[]): Promise<void> {
      await insertRows(db, 'documents', expected.flatMap(rowsOf));
    },

    /** Inside the transaction that takes the submission. */
    async expect(owner: DocumentOwner, awaited: AwaitedDocument[]): Promise<void> {
      await insertRows(db, 'documents', rowsOf({ owner, awaited }));
    },

    /** The case of each of these files that is known. */
    async casesOf(digests: string[]): Promise<Map<string, string>> {
      if (digests.length === 0) return new Map();
      const rows = await db('documents').whereIn('digest', digests).select<Row[]>('digest', 'case_id');
      return new Map(rows.map((row) => [textOf(row, 'digest'), textOf(row, 'case_id')]));
    },

    async byDigest(digest: string): Promise<StoredDocument | null> {
      const [row] = await documents().where({ 'd.digest': digest });
      return row === undefined ? null : documentOf(row);
    },

    async ofSubmission(division: string, submission: string): Promise<StoredDocument[]> {
      const rows = await documents()
        .where({ 'd.division': division, 'd.submission': submission })
        .orderBy('position');
      return rows.map(documentOf);
    },

    /** The files of a case: of the application it began with, and of its corrections. */
    async ofCase(division: string, caseId: string): Promise<StoredDocument[]> {
      const rows = await documents()
        .where({ 'd.case_division': division, 'd.case_id': caseId })
        .orderBy('position');
      return rows.map(documentOf);
    },

    /** False: it was held before, and somebody has told so already. */
    async hold({ division, submission, digest }: StoredDocument, at: string): Promise<boolean> {
      const held = await db('documents')
        .where({ division, submission, digest, held_at: null })
        .update({ held_at: at });
      return held === 1;
    },

    /** How many of a submission's documents are still on their way. */
    async awaited({ division, submission }: StoredDocument): Promise<number> {
      const rows = await db('documents')
        .where({ division, submission, held_at: null })
        .select<Row[]>('digest');
      return rows.length;
    },
  };
}
export type DocumentStore = ReturnType<typeof documentStore>;
