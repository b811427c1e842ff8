// What records are to fill in, and which documents they spare.
import { isRepeatPage, questionsOf, type Procedure, type Spared } from '../procedure.ts';
import { finding, type Finding, type FindingCode } from './finding.ts';

export function prefillFindings(procedure: Procedure): Finding[] {
  const asked = new Set([
    ...questionsOf(procedure).map(({ at }) => at),
    ...procedure.pages.filter(isRepeatPage).map(({ repeat }) => repeat),
  ]);
  const unasked = procedure.prefill.flatMap(({ into }, index) =>
    Object.keys(into)
      .filter((at) => !asked.has(at))
      .map((at) => finding(`/prefill/${index}`, 'not-asked-yet', `no question asks for ${at}`)),
  );
  return [...unasked, ...spareFindings(procedure)];
}

function spareFindings(procedure: Procedure): Finding[] {
  return procedure.documents.flatMap(({ sparedBy = [], each }, index) =>
    sparedBy.flatMap((spared) => {
      const says = spareFault(procedure, spared, each);
      return says === null ? [] : [finding(`/documents/${index}/sparedBy`, ...says)];
    }),
  );
}

function spareFault(
  { prefill }: Procedure,
  { record, keeping }: Spared,
  each: string | undefined,
): [code: FindingCode, says: string] | null {
  const given = prefill.filter((one) => one.record === record).flatMap(({ into }) => Object.keys(into));
  if (given.length === 0) return ['no-record', `"prefill" asks for no record ${record}`];
  const other = keeping.find((place) => !given.some((at) => place === at || place.startsWith(`${at}/`)));
  if (other !== undefined) return ['not-given', `"prefill" takes no ${other} from the record ${record}`];
  const list = each === undefined ? null : `${each}/*/`;
  const outside = keeping.find((place) => (list === null ? place.includes('*') : !place.startsWith(list)));
  if (outside === undefined) return null;
  return ['other-item', `${outside} is ${list === null ? 'of an item of a list' : `no answer of ${each}`}`];
}
