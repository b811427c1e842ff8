import { readReceiptNumber, receiptNumber } from '../../domain/submission/receipt-number.ts';
import type { Case } from '../store/cases.ts';
import type { Stores } from '../store/store.ts';

/** The case that a receipt number leads to: of the application it began with, or of a correction. */
export async function findCase(
  { cases, returns }: Pick<Stores, 'cases' | 'returns'>,
  typed: string,
): Promise<Case | null> {
  const parts = readReceiptNumber(typed);
  if (parts === null) return null;
  const number = receiptNumber(parts);
  const found = await cases.byReceiptNumber(parts.division, number);
  if (found !== null) return found;
  const corrected = await returns.caseCorrectedBy(parts.division, number);
  return corrected === null ? null : cases.byId(corrected);
}
