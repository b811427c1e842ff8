// What the meta-schema cannot say about a procedure. A procedure with a finding is not loaded and not published.
import type { CompileSchema } from '../../compile.ts';
import type { Catalogue, Procedure } from '../procedure.ts';
import { conditionFindings } from './conditions.ts';
import { finding, repeated, type Finding } from './finding.ts';
import { knownFindings } from './known.ts';
import { optionFitFindings } from './options.ts';
import { duplicateFindings, pageFindings } from './pages.ts';
import { placeFindings } from './places.ts';
import { prefillFindings } from './prefill.ts';
import { questionFindings } from './questions.ts';
import { ruleFindings } from './rules.ts';
import { schemaFindings } from './schemas.ts';
import { taskFindings } from './tasks.ts';

export type { Finding } from './finding.ts';

/** Every fault of a procedure that already fits its meta-schema. Empty: it can be loaded. */
export function lintProcedure(
  procedure: Procedure,
  catalogues: readonly Catalogue[],
  compile: CompileSchema,
): Finding[] {
  return [
    ...schemaFindings(procedure, compile),
    ...questionFindings(procedure, catalogues),
    ...optionFitFindings(procedure, catalogues, compile),
    ...knownFindings(procedure, catalogues, compile),
    ...duplicateFindings(procedure),
    ...pageFindings(procedure),
    ...conditionFindings(procedure),
    ...ruleFindings(procedure, compile),
    ...taskFindings(procedure),
    ...placeFindings(procedure),
    ...prefillFindings(procedure),
  ];
}

/** Every fault of a catalogue that already fits its meta-schema. Its options are the same whatever was answered. */
export function lintCatalogue({ options }: Catalogue): Finding[] {
  return [
    ...repeated(options.map(({ value }) => value)).map((value) =>
      finding('/options', 'duplicate', `option ${value} stands twice`),
    ),
    ...options.flatMap(({ showWhen }, index) =>
      showWhen === undefined
        ? []
        : [finding(`/options/${index}`, 'schema', 'options of a catalogue have no condition')],
    ),
  ];
}
