// What records are to fill in, and which documents they spare.
import { isRepeatPage, questionsOf, type Procedure } from '../procedure.ts';
import { finding, type Finding } from './finding.ts';

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

function spareFindings({ prefill, documents }: Procedure): Finding[] {
  const records = new Set(prefill.map(({ record }) => record));
  return documents.flatMap(({ sparedBy = [] }, index) =>
    sparedBy
      .filter((record) => !records.has(record))
      .map((record) =>
        finding(`/documents/${index}/sparedBy`, 'no-record', `"prefill" asks for no record ${record}`),
      ),
  );
}
