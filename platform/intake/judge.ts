// Whether a submission may become a case. The kiosk has asked all of this before; it is asked again with the same rules,
// because whatever arrives here may have been made by anybody who got hold of a kiosk's key.
import type { RefusedBecause } from '../../domain/contract/platform-api.ts';
import { isSignature } from '../../domain/contract/signature.ts';
import { documentsAgree } from '../../domain/documents/agree.ts';
import { checkAnswers } from '../../domain/procedure/check-answers.ts';
import { neededDocuments } from '../../domain/procedure/documents.ts';
import { walk } from '../../domain/procedure/pages.ts';
import { valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { consentsAgree, sourcesAgree } from '../../domain/records/agree.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { attendedAgrees, isTrustFounded } from '../../domain/staff/agree.ts';
import { isSameJson } from '../../domain/submission/canonical-json.ts';
import type { Application, EnvelopeHeader } from '../../domain/submission/envelope.ts';
import { readReceiptNumber, receiptNumber } from '../../domain/submission/receipt-number.ts';
import { dayInCity } from '../../lib/clock.ts';
import { SUITE, type OpeningKey } from '../../lib/envelope-crypto.ts';
import { declarationHash, openApplication, shownHash } from '../../lib/envelope.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import { isSignedBy } from '../enrolment/kiosk-signature.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { ClosedItem } from './read-item.ts';

export interface Judged {
  prepared: Prepared;
  application: Application;
}

export interface JudgeParts {
  shelf: Pick<ProcedureShelf, 'version' | 'calendar'>;
  openingKey: OpeningKey;
}

/** Whether this kiosk made these bytes; null: it did. */
export function strangeness(item: ClosedItem, kiosk: Kiosk): 'signature-wrong' | 'not-this-kiosk' | null {
  if (!isSignedBy(kiosk, 'submission', item.bytes, item.signature)) return 'signature-wrong';
  return item.envelope.header.kiosk === kiosk.id ? null : 'not-this-kiosk';
}

/** Opens an item that this kiosk made, and holds it against the rules of its procedure's version. */
export function judge(item: ClosedItem, kiosk: Kiosk, parts: JudgeParts): Result<Judged, RefusedBecause> {
  const { header } = item.envelope;
  const application = open(item, parts.openingKey);
  if (application === null) return fail('unreadable');
  const prepared = parts.shelf.version(header.procedure, header.version);
  if (prepared === null) return fail('unknown-procedure');
  if (!isOwnNumber(header, kiosk)) return fail('receipt-number-wrong');
  if (!isDeclared(application, prepared) || !isSigned(application, prepared))
    return fail('declaration-wrong');
  if (!isValid(application, header, prepared, parts.shelf)) return fail('answers-invalid');
  const because = untrueIn(application, prepared);
  return because === null ? ok({ prepared, application }) : fail(because);
}

/** null: sealed another way or to another key, altered, or it is another application than the header says. */
function open({ envelope }: ClosedItem, key: OpeningKey): Application | null {
  const { header } = envelope;
  if (header.suite !== SUITE) return null;
  const application = openApplication(envelope, key);
  return application?.id === header.id && namesItsDocuments(application, header) ? application : null;
}

/** The header promises exactly the files that the application attaches. */
function namesItsDocuments({ documents: held }: Application, { documents }: EnvelopeHeader): boolean {
  const attached = held.flatMap((document) => (document.state === 'attached' ? [document.digest] : []));
  return isSameJson(
    documents.map(({ digest }) => digest),
    attached,
  );
}

function isOwnNumber({ receiptNumber: given, sequence }: EnvelopeHeader, kiosk: Kiosk): boolean {
  const { division, code, generation } = kiosk;
  const own = receiptNumber({ division, kiosk: code, generation, sequence });
  return given === own && readReceiptNumber(given) !== null;
}

/** By version of a procedure, which never changes: thousands are judged by each. */
const declarationHashes = new WeakMap<Procedure, string>();

function hashOfDeclaration(procedure: Procedure): string {
  const known = declarationHashes.get(procedure);
  if (known !== undefined) return known;
  const hash = declarationHash(procedure);
  declarationHashes.set(procedure, hash);
  return hash;
}

function isDeclared({ declaration, answers }: Application, { procedure }: Prepared): boolean {
  return (
    declaration.version === procedure.declaration.version &&
    declaration.hash === hashOfDeclaration(procedure) &&
    declaration.name === valueAt(answers as JsonObject, procedure.identity.name)
  );
}

/** A drawn signature is one, and stands under this very application. */
function isSigned({ signature, answers, documents }: Application, { procedure }: Prepared): boolean {
  if (signature === null) return true;
  return (
    isSignature(signature.strokes) &&
    signature.shown === shownHash(procedure, answers as JsonObject, documents)
  );
}

/** Answers that were asked for and no others, in the agreed form, with nothing wrong; and the documents they call for. */
function isValid(
  application: Application,
  header: EnvelopeHeader,
  prepared: Prepared,
  { calendar }: JudgeParts['shelf'],
): boolean {
  const given = application.answers as JsonObject;
  // The day the citizen pressed, by the kiosk's clock: a rule must not turn against somebody while the cable is out.
  const today = dayInCity(new Date(header.completedAt));
  // The shape first: what comes after expects answers of the types the procedure names.
  if (prepared.faults(given).length > 0) return false;
  const walked = walk(prepared, given, today);
  if (!isSameJson(walked.answers, given)) return false;
  // The same answers have the same shape: it is not asked for twice.
  if (checkAnswers(prepared, walked, today, []).length > 0) return false;
  const needed = neededDocuments(prepared, walked.answers, today, calendar);
  return documentsAgree(needed, application.documents, application.sources ?? []);
}

/** What cannot be so of where its answers come from and who helped; null: nothing. The answers are valid by now. */
function untrueIn(
  application: Application,
  { procedure }: Prepared,
): 'sources-wrong' | 'consents-wrong' | 'attended-wrong' | null {
  const { answers, sources = [], consents = [], corrects } = application;
  if (!sourcesAgree(procedure, answers as JsonObject, sources)) return 'sources-wrong';
  if (!consentsAgree(procedure, sources, consents)) return 'consents-wrong';
  if (!attendedAgrees(procedure, application)) return 'attended-wrong';
  // What a correction keeps of the application before it is asked once that one is open.
  return corrects !== undefined || isTrustFounded(application, []) ? null : 'attended-wrong';
}
