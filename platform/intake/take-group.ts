// The one transaction that makes cases of submissions, for many of them at once: one commit is what costs, whether one
// row is in it or a thousand. Nothing is answered before the commit. Each item is answered exactly as if it had come
// alone, in the order in which they came.
import type { RefusedBecause } from '../../domain/contract/platform-api.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SigningKey } from '../../lib/keys.ts';
import { caseMended, correct, personOf, type Mended } from '../cases/correct.ts';
import type { OpenParts } from '../cases/open-application.ts';
import type { PersonHash } from '../cases/person-hash.ts';
import { uuidv7 } from '../ids.ts';
import type { OpenedCase } from '../store/cases.ts';
import type { ExpectedDocuments } from '../store/documents.ts';
import type { EventKind, NewEvent } from '../store/events.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { CaseKey } from '../store/people.ts';
import type { Store, Stores } from '../store/store.ts';
import type { NewSubmission, TakenSubmission } from '../store/submissions.ts';
import { readKept, signAcknowledgement, type Words } from './acknowledgement.ts';
import type { Answer, ArrivedEntry, Entry, No } from './entry.ts';
import { holdRun, type KioskRun } from './kiosk-run.ts';
import { attachedIn, caseOf, eventsOf, submissionOf } from './of-submission.ts';
import type { ItemName, ReadItem } from './read-item.ts';

export interface GroupParts extends OpenParts {
  store: Store;
  signingKey: SigningKey;
  personHash: PersonHash;
  clock: Clock;
  /** A number of 32 bits, greater each time: cases of one moment are listed in the order in which they came. */
  nextOrder: () => number;
}

/** What is decided and not yet written. */
interface Waiting {
  submissions: NewSubmission[];
  cases: OpenedCase[];
  people: (CaseKey & { person: string })[];
  documents: ExpectedDocuments[];
  /** By division. */
  events: Map<string, NewEvent[]>;
}

interface Group {
  parts: GroupParts;
  stores: Stores;
  /** When these submissions arrived, in law. */
  at: Date;
  runs: Map<string, KioskRun>;
  /** Of these items' ids, those that are taken; by division and id. */
  known: Map<string, TakenSubmission>;
  /** Of these items' files, those that are known, with their case. */
  caseOfFile: Map<string, string>;
  waiting: Waiting;
  /** Kiosks that gave one number to two applications: two machines use their identity. */
  forked: Map<string, Kiosk>;
}

/** Answers the items in order; takes all that are to be taken, or throws and takes none. */
export function takeGroup(parts: GroupParts, entries: Entry[]): Promise<Answer[]> {
  return parts.store.transaction(async (stores) => {
    const group = await openGroup(parts, stores, entries);
    const answers: Answer[] = [];
    for (const entry of entries) answers.push(await answerTo(group, entry));
    await writeWaiting(group);
    for (const run of group.runs.values()) await run.keep();
    for (const kiosk of group.forked.values())
      await stores.kiosks.stop(kiosk, 'forked', group.at.toISOString());
    await appendEvents(group);
    return answers;
  });
}

async function openGroup(parts: GroupParts, stores: Stores, entries: Entry[]): Promise<Group> {
  const at = parts.clock.now();
  // The rows of kiosks first: from here on nobody else takes anything of theirs.
  const runs = await holdRuns(stores, entries, at.toISOString());
  const arrived = entries.filter((entry) => entry.state === 'arrived');
  const files = arrived.flatMap(({ application }) => attachedIn(application).map(({ digest }) => digest));
  return {
    parts,
    stores,
    at,
    runs,
    known: await knownOf(stores, entries),
    caseOfFile: await stores.documents.casesOf(files),
    waiting: { submissions: [], cases: [], people: [], documents: [], events: new Map() },
    forked: new Map(),
  };
}

/** Always in the same order: two groups that hold each other's kiosks would wait for ever. */
async function holdRuns(stores: Stores, entries: Entry[], at: string): Promise<Map<string, KioskRun>> {
  const runs = new Map<string, KioskRun>();
  const byKiosk = Map.groupBy(entries, ({ kiosk }) => kiosk.id);
  for (const [id, own] of [...byKiosk].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const asked = own.flatMap((entry) =>
      entry.state === 'arrived' ? [entry.item.envelope.header.sequence] : [],
    );
    const [first] = own;
    if (first !== undefined) runs.set(id, await holdRun(stores, first.kiosk, asked, at));
  }
  return runs;
}

function runOf({ runs }: Group, { kiosk }: Entry): KioskRun {
  const run = runs.get(kiosk.id);
  if (run === undefined) throw new Error('a kiosk of this group is not held');
  return run;
}

function keyOf({ kiosk }: Entry, { id }: ReadItem): string {
  return `${kiosk.division} ${id}`;
}

async function knownOf({ submissions }: Stores, entries: Entry[]): Promise<Group['known']> {
  const known: Group['known'] = new Map();
  for (const [division, own] of Map.groupBy(entries, ({ kiosk }) => kiosk.division)) {
    const ids = own.flatMap((entry) => (entry.state === 'refused' ? [] : [entry.item.id]));
    for (const [id, taken] of await submissions.known(division, ids)) known.set(`${division} ${id}`, taken);
  }
  return known;
}

async function answerTo(group: Group, entry: Entry): Promise<Answer> {
  if (entry.state === 'refused')
    return sayNo(group, entry, entry.name, { result: 'refused', because: entry.because });
  const known = group.known.get(keyOf(entry, entry.item));
  if (known !== undefined) return answerKnown(group, entry, entry.item, known);
  if (entry.state === 'known') throw new Error('a submission that was taken is gone');
  const refused = await take(group, entry);
  return typeof refused === 'string'
    ? sayNo(group, entry, entry.item, { result: 'refused', because: refused })
    : refused;
}

/** The same case and the same time as when it was taken; how far the kiosk's submissions are held may have changed. */
function answerKnown(group: Group, entry: Entry, item: ReadItem, known: TakenSubmission): Answer {
  if (!known.contentHash.equals(item.contentHash))
    return sayNo(group, entry, item, { result: 'conflict', because: null });
  const kept = readKept(known.acknowledgement);
  return sign(group, entry, item, {
    result: 'already-taken',
    because: null,
    case: kept.case,
    receivedAt: kept.receivedAt,
  });
}

/** Leaves a trace, in codes only, and says no. */
function sayNo(group: Group, entry: Entry, name: ItemName, no: No): Answer {
  const at = group.at.toISOString();
  const contentHash = name.contentHash?.toString('hex') ?? null;
  if (no.because === 'sequence-taken') group.forked.set(entry.kiosk.id, entry.kiosk);
  const body = { submission: name.id, contentHash, because: no.because };
  tell(group, entry.kiosk.division, [{ kind: kindOf(no), at, caseId: null, kiosk: entry.kiosk.id, body }]);
  return sign(group, entry, name, { ...no, case: null, receivedAt: at });
}

function kindOf({ result, because }: No): EventKind {
  if (result === 'conflict') return 'submission-conflict';
  // Two submissions with one number: a copied disk, or a restored backup.
  return because === 'sequence-taken' ? 'sequence-conflict' : 'submission-refused';
}

function sign(group: Group, entry: Entry, name: ItemName, said: Omit<Words, 'gapFreeUpTo'>): Answer {
  const words = { ...said, gapFreeUpTo: runOf(group, entry).gapFreeUpTo };
  const code = said.result === 'conflict' ? 'conflict' : said.because;
  return { acknowledgement: signAcknowledgement(group.parts.signingKey, name, words), code };
}

function tell({ waiting }: Group, division: string, events: NewEvent[]): void {
  const told = waiting.events.get(division);
  if (told === undefined) waiting.events.set(division, [...events]);
  else told.push(...events);
}

/** Takes a judged submission, or says why it cannot. */
async function take(group: Group, entry: ArrivedEntry): Promise<Answer | RefusedBecause> {
  const run = runOf(group, entry);
  const { sequence } = entry.item.envelope.header;
  if (run.isTaken(sequence)) return 'sequence-taken';
  const mended = await mendedBy(group, entry);
  if (typeof mended === 'string') return mended;
  if (namesForeignFile(group, entry, mended)) return 'malformed';
  await run.take(sequence);
  const opened = caseOf(entry, group.at, uuidv7(group.at, group.parts.nextOrder()));
  const answer = sign(group, entry, entry.item, {
    result: 'taken',
    because: null,
    case: mended?.found.id ?? opened.case.id,
    receivedAt: group.at.toISOString(),
  });
  const submission = submissionOf(entry, group.at, answer.acknowledgement);
  group.waiting.submissions.push(submission);
  group.known.set(keyOf(entry, entry.item), submission);
  if (mended === null) openCase(group, entry, opened, submission);
  else await mend(group, entry, mended, submission);
  return answer;
}

/** The case that is mended by this; null: it opens one of its own. */
async function mendedBy(group: Group, entry: ArrivedEntry): Promise<Mended | RefusedBecause | null> {
  const { application, item, kiosk } = entry;
  if (application.corrects === undefined) return null;
  const { completedAt } = item.envelope.header;
  const mended = await caseMended(group.stores, entry, kiosk.id, completedAt, group.parts);
  return mended.ok ? mended.value : mended.error;
}

/** A file belongs to one document of one case: its key is nowhere else. A correction hands in again what is there. */
function namesForeignFile(
  { caseOfFile }: Group,
  { application }: ArrivedEntry,
  mended: Mended | null,
): boolean {
  const digests = attachedIn(application).map(({ digest }) => digest);
  if (new Set(digests).size < digests.length) return true;
  return digests.some((digest) => {
    const known = caseOfFile.get(digest);
    return known !== undefined && known !== mended?.found.id;
  });
}

function openCase(group: Group, entry: ArrivedEntry, opened: OpenedCase, submission: NewSubmission): void {
  const { division, id } = opened.case;
  const { procedure } = entry.prepared;
  const person = personOf(procedure, entry.application.answers as JsonObject, group.parts.personHash);
  group.waiting.cases.push(opened);
  if (person !== null) group.waiting.people.push({ division, id, person });
  expectFiles(group, entry, submission, { division, id });
  tell(group, division, eventsOf(submission, id, opened.tasks));
}

/** Corrections are rare and read what they change: they are written at once, after what waits before them. */
async function mend(
  group: Group,
  entry: ArrivedEntry,
  mended: Mended,
  submission: NewSubmission,
): Promise<void> {
  await writeWaiting(group);
  const { receiptNumber } = entry.item.envelope.header;
  const { stores, parts } = group;
  const events = await correct(stores, mended, entry, submission, receiptNumber, parts.personHash);
  expectFiles(group, entry, submission, mended.found);
  tell(group, mended.found.division, events);
}

function expectFiles(
  { caseOfFile, waiting }: Group,
  { application }: ArrivedEntry,
  { division, id: submission }: NewSubmission,
  { division: caseDivision, id: caseId }: CaseKey,
): void {
  const awaited = attachedIn(application).filter(({ digest }) => !caseOfFile.has(digest));
  for (const { digest } of awaited) caseOfFile.set(digest, caseId);
  if (awaited.length > 0)
    waiting.documents.push({ owner: { division, submission, caseDivision, caseId }, awaited });
}

async function writeWaiting({ stores, waiting }: Group): Promise<void> {
  await stores.submissions.putAll(waiting.submissions.splice(0));
  await stores.cases.openAll(waiting.cases.splice(0));
  await stores.people.putNew(waiting.people.splice(0));
  await stores.documents.expectAll(waiting.documents.splice(0));
}

/** The last deed: everybody else in these divisions waits from here to the commit. In order, as the kiosks are held. */
async function appendEvents({ stores, waiting }: Group): Promise<void> {
  for (const [division, events] of [...waiting.events].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    await stores.events.append(division, events);
}
