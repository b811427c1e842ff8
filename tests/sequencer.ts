// Which test file begins when. What takes longest begins first, so that no worker is left alone with it at the end.
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders whose tests start processes, the longest first; all others come after them. */
const LONG = ['tests/faults', 'tests/integration', 'tests/contract', 'tests/electron', 'tests/package'];

function rankOf({ project, moduleId }: TestSpecification): number {
  const file = relative(project.config.root, moduleId);
  const rank = LONG.findIndex((folder) => file.startsWith(`${folder}/`));
  return rank === -1 ? LONG.length : rank;
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
