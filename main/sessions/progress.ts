// How far an application is: from the platform, or from what this machine knows while it cannot be asked. Whoever shows
// the receipt's square or a card is told more than whoever has the number.
import type { CaseStatus, Proof } from '../../domain/contract/case-api.ts';
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import { same, type Text } from '../../domain/contract/text.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { readReceiptNumber, receiptNumber } from '../../domain/submission/receipt-number.ts';
import { readReceiptQr } from '../../domain/submission/receipt-qr.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { Store } from '../store/store.ts';
import type { SubmissionState } from '../store/submissions.ts';
import type { PlatformClient, Trouble } from '../sync/platform-client.ts';
import { createReceiptCheck, type OwnKey } from './receipt-check.ts';

/** What is known about one application. In memory only, as long as whoever asked stands here. */
export interface Found {
  /** The number it was asked for by. */
  number: string;
  matter: Text;
  /** What whoever asks holds besides the number. */
  proof: Proof | null;
  /** null: the platform has not been reached, or the application has not. */
  status: CaseStatus | null;
  /** What this machine has of it; null: it was handed in elsewhere. */
  here: SubmissionState | null;
}

export interface ProgressDesk {
  /** `typed`: a receipt number as people type it, or the text of a receipt's square from a scanner. */
  find(typed: string): Promise<Result<Found, RefusalCode>>;
  /** The applications of a person whose card was read just now, newest first. */
  findByCard(identityNumber: string): Promise<Result<Found[], RefusalCode>>;
  /** The same application, as it is now. */
  again(found: Found): Promise<Found>;
}

export interface ProgressParts {
  store: Store;
  client: PlatformClient | null;
  shelf: ProcedureShelf;
  /** This kiosk's own key; null: it is not enrolled. */
  own: OwnKey | null;
}

export function createProgressDesk({ store, client, shelf, own }: ProgressParts): ProgressDesk {
  const isGenuine = createReceiptCheck(own, client);

  async function look(number: string, proof: Proof | null): Promise<Result<Found, RefusalCode>> {
    const here = await store.submissions.byReceiptNumber(number);
    const known: Found = { number, proof, here, status: null, matter: matterOf(here) };
    if (here !== null && here.state !== 'acknowledged') return ok(known);
    const answer = client === null ? null : await client.caseStatus(number, proof);
    if (answer?.ok === true) return ok({ ...known, status: answer.value, matter: answer.value.matter });
    const code = answer === null ? 'platform-unreachable' : codeOf(answer.error);
    return here !== null && code === 'platform-unreachable' ? ok(known) : fail(code);
  }

  function matterOf(here: SubmissionState | null): Text {
    if (here === null) return same('—');
    return shelf.latest(here.procedure)?.procedure.title ?? same(here.procedure);
  }

  async function ofCard(status: CaseStatus, card: string): Promise<Found> {
    const number = status.receiptNumber;
    const here = await store.submissions.byReceiptNumber(number);
    return { number, matter: status.matter, proof: { card }, status, here };
  }

  return {
    async find(typed) {
      const square = readReceiptQr(typed);
      const parts = readReceiptNumber(square?.number ?? typed);
      if (parts === null) return fail('receipt-number-wrong');
      if (square !== null && !(await isGenuine(square))) return fail('receipt-forged');
      return look(receiptNumber(parts), square === null ? null : { receipt: typed.trim() });
    },

    async findByCard(card) {
      const answer = await client?.casesOf(card);
      if (answer?.ok !== true) return fail('platform-unreachable');
      const { cases } = answer.value;
      return cases.length === 0
        ? fail('no-cases')
        : ok(await Promise.all(cases.map((status) => ofCard(status, card))));
    },

    async again(found) {
      const looked = await look(found.number, found.proof);
      return looked.ok ? looked.value : found;
    },
  };
}

function codeOf(trouble: Trouble): RefusalCode {
  if (trouble.kind !== 'refused') return 'platform-unreachable';
  return trouble.code === 'not-found' ? 'progress-unknown' : trouble.code;
}
