// A kiosk without a screen: it enrols, seals and sends as the real one does, and can be told to get anything wrong.
import type {
  Acknowledgement,
  Enrolled,
  SignedAcknowledgement,
  SubmissionItem,
} from '../../domain/contract/platform-api.ts';
import { neededDocuments } from '../../domain/procedure/documents.ts';
import { valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import type { Application, EnvelopeHeader } from '../../domain/submission/envelope.ts';
import { receiptNumber } from '../../domain/submission/receipt-number.ts';
import { dayInCity, systemClock, type Clock } from '../../lib/clock.ts';
import { SUITE } from '../../lib/envelope-crypto.ts';
import { declarationHash, sealApplication } from '../../lib/envelope.ts';
import { fingerprint, newSigningKey, readCrockford, type SigningKey } from '../../lib/keys.ts';
import { verifySignature } from '../../lib/keys.ts';
import { createPlatformClient, enrolAt, type PlatformClient } from '../../main/sync/platform-client.ts';
import { uuidv7 } from '../../main/ids.ts';

export interface PlatformKiosk {
  enrolled: Enrolled;
  key: SigningKey;
  client: PlatformClient;
}

/** Changes to what a well-behaved kiosk would send. */
export interface Wrong {
  header?: Partial<EnvelopeHeader>;
  application?: Partial<Application>;
  /** What is drawn under the application; nothing unless it is given. */
  draw?: (application: Application) => Application['signature'];
  /** Signs in another's name. */
  key?: SigningKey;
  sealedTo?: string;
}

export async function enrolKiosk(
  url: string,
  code: string,
  { clock = systemClock, key = newSigningKey() }: { clock?: Clock; key?: SigningKey } = {},
): Promise<PlatformKiosk> {
  const typed = readCrockford(code);
  const request = { code: typed.slice(0, 12), publicKey: key.publicKey, software: 'test' };
  const answer = await enrolAt(url, request, key, clock, (one) => fingerprint(one) === typed.slice(12));
  if (!answer.ok) throw new Error(`not enrolled: ${JSON.stringify(answer.error)}`);
  const enrolled = answer.value;
  return { enrolled, key, client: clientOf(url, enrolled, key, clock) };
}

export function clientOf(
  url: string,
  { kiosk, signingKey }: Enrolled,
  key: SigningKey,
  clock: Clock = systemClock,
): PlatformClient {
  return createPlatformClient({
    url,
    platformKey: signingKey,
    kiosk,
    key,
    clock,
    timeoutMs: 20_000,
    clockOffsetMs: async () => null,
  });
}

/** A sealed and signed submission, as the kiosk's submitter makes it. */
export function sealItem(
  { enrolled, key }: Pick<PlatformKiosk, 'enrolled' | 'key'>,
  prepared: Prepared,
  sequence: number,
  answers: JsonObject,
  wrong: Wrong = {},
  completedAt: Date = new Date(),
): SubmissionItem & { receiptNumber: string } {
  const id = uuidv7(completedAt);
  const header = { ...headerOf(enrolled, prepared, sequence, id, completedAt), ...wrong.header };
  const plain = { ...applicationOf(prepared, id, answers, completedAt), ...wrong.application };
  const application = wrong.draw === undefined ? plain : { ...plain, signature: wrong.draw(plain) };
  const { bytes } = sealApplication(application, header, wrong.sealedTo ?? enrolled.sealingKey.publicKey);
  return {
    id: header.id,
    envelope: bytes.toString('base64'),
    signature: (wrong.key ?? key).sign('submission', bytes),
    receiptNumber: header.receiptNumber,
  };
}

function headerOf(
  { kiosk, division, code, generation, sealingKey }: Enrolled,
  { procedure }: Prepared,
  sequence: number,
  id: string,
  completedAt: Date,
): EnvelopeHeader {
  return {
    format: 1,
    suite: SUITE,
    sealedTo: sealingKey.id,
    id,
    kiosk,
    sequence,
    procedure: procedure.id,
    version: procedure.version,
    receiptNumber: receiptNumber({ division, kiosk: code, generation, sequence }),
    completedAt: completedAt.toISOString(),
    monotonicMs: 1000,
    clockOffsetMs: null,
    documents: [],
  };
}

const NO_CALENDAR = { source: 'none', years: [], holidays: [], workedWeekends: [] };

function applicationOf(prepared: Prepared, id: string, answers: JsonObject, completedAt: Date): Application {
  const { procedure } = prepared;
  const name = valueAt(answers, procedure.identity.name);
  const documents = neededDocuments(prepared, answers, dayInCity(completedAt), NO_CALENDAR);
  return {
    format: 1,
    id,
    startedAt: new Date(completedAt.getTime() - 60_000).toISOString(),
    locale: 'zh-CN',
    identity: { method: 'typed' },
    answers,
    documents: documents.map(({ id: document, rule, dueOn }) => ({
      id: document,
      rule,
      state: 'to-follow',
      dueOn,
    })),
    declaration: {
      version: procedure.declaration.version,
      hash: declarationHash(procedure),
      name: typeof name === 'string' ? name : '-',
    },
    signature: null,
  };
}

/** What the platform said, after its signature was checked as the kiosk checks it. */
export function readAcknowledgement(
  { enrolled }: PlatformKiosk,
  { body, signature }: SignedAcknowledgement,
): Acknowledgement {
  if (!verifySignature(enrolled.signingKey, 'acknowledgement', Buffer.from(body), signature))
    throw new Error('not signed by the platform');
  return JSON.parse(body) as Acknowledgement;
}

/** Sends items and reads the answers, in order. */
export async function send(kiosk: PlatformKiosk, ...items: object[]): Promise<Acknowledgement[]> {
  const bare = items.map((item) => {
    const { receiptNumber: _, ...rest } = item as { receiptNumber?: string };
    return rest;
  });
  const answer = await kiosk.client.send(bare as SubmissionItem[]);
  if (!answer.ok) throw new Error(`not answered: ${JSON.stringify(answer.error)}`);
  return answer.value.acknowledgements.map((one) => readAcknowledgement(kiosk, one));
}
