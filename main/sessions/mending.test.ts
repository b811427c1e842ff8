import { expect, it } from 'vitest';
import type { Loan } from '../../domain/contract/case-api.ts';
import type { HeldDocument } from '../../domain/submission/envelope.ts';
import { preparedLibraryCard, readerAnswers } from '../../tests/builders/library-card.ts';
import { text } from '../../domain/contract/text.ts';
import { withGift } from '../documents/draft-documents.ts';
import { draftOf, ownFilesOf } from './mending.ts';
import type { ProgressScreen } from './session.ts';

const file = { mediaType: 'image/jpeg', bytes: 5, pages: 1, key: 'k' } as const;
const attached = (id: string, digest: string): HeldDocument => ({
  ...file,
  id,
  rule: id,
  state: 'attached',
  digest,
  trust: 'C',
});
const progress: ProgressScreen = {
  found: { number: '', matter: text('事', 'Matter'), proof: null, status: null, here: null },
  among: null,
};
const loan: Loan = {
  loan: '01933f5e-7c1a-7000-8000-0123456789ab',
  receiptNumber: '520103-K001-1-0001-B',
  procedure: 'library-card',
  version: '2026.1',
  answers: readerAnswers(),
  documents: [attached('photo', 'kept'), attached('lease', 'named')],
  sources: [],
  consents: [],
  reasons: [{ at: 'document:lease', why: text('看不清。', 'It cannot be read.') }],
};
const identity = { method: 'typed', number: '520102199003070014' } as const;
const draft = draftOf(loan, preparedLibraryCard(), new Date('2026-11-24T02:00:00Z'), progress, identity);

it('keeps every document but the named one', () => {
  expect(Object.keys(draft.documents.gifts)).toEqual(['photo']);
});

it('calls its own only what was handed in anew', () => {
  expect(ownFilesOf(draft)).toEqual([]);
  const files = [{ ...file, digest: 'new' }];
  const documents = withGift(draft.documents, 'lease', { state: 'attached', files });
  expect(ownFilesOf({ ...draft, documents })).toEqual(['new']);
});
