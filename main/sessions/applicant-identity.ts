// How it was established who the applicant is, what they agreed to, and which records were asked for on that ground. It
// is part of the draft and goes with it.
import type { IdentityMethod } from '../../domain/submission/envelope.ts';

export interface ApplicantIdentity {
  method: IdentityMethod;
  /** On the card that was read or that staff checked; null: nobody but the applicant says who they are. */
  number: string | null;
  /** Types of records that the applicant agreed to be used. */
  consents: string[];
  /** Records that were asked for, by the place of the answer that named whose, and whose it was. */
  asked: { record: string; by: string; key: string }[];
}

export const TYPED: ApplicantIdentity = { method: 'typed', number: null, consents: [], asked: [] };
