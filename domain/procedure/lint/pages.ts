import { isRepeatPage, questionsOf, type Procedure, type RepeatPage } from '../procedure.ts';
import { hasPlace } from './answers-shape.ts';
import { finding, repeated, type Finding } from './finding.ts';

export function pageFindings(procedure: Procedure): Finding[] {
  const stages = new Set(procedure.stages.map(({ id }) => id));
  return procedure.pages.flatMap((page, index) => {
    const place = `/pages/${index}`;
    return [
      ...(stages.has(page.stage) ? [] : [finding(place, 'no-stage', `stage ${page.stage} is not listed`)]),
      ...(isRepeatPage(page) ? repeatFindings(place, page, procedure) : []),
    ];
  });
}

function repeatFindings(place: string, page: RepeatPage, { answers }: Procedure): Finding[] {
  const { repeat, min, max, names, shows, sum } = page;
  const inItem = [...names, ...shows, ...(sum === undefined ? [] : [sum.of])].map((at) => `${repeat}/*${at}`);
  const named = [repeat, ...inItem, ...(sum === undefined ? [] : [sum.to])];
  return [
    ...named
      .filter((at) => !hasPlace(answers, at))
      .map((at) => finding(place, 'no-place', `${at} has no place in answers`)),
    ...(min > max ? [finding(place, 'min-max', `"min" is more than "max"`)] : []),
    ...twice(
      `${place}/pages`,
      page.pages.map(({ id }) => id),
    ),
  ];
}

/** Names that stand twice where each may stand once. */
export function duplicateFindings(procedure: Procedure): Finding[] {
  return [
    ...twice(
      '/pages',
      procedure.pages.map(({ id }) => id),
    ),
    ...twice(
      '/stages',
      procedure.stages.map(({ id }) => id),
    ),
    ...twice(
      '/documents',
      procedure.documents.map(({ id }) => id),
    ),
    ...twice(
      '/tasks',
      procedure.tasks.map(({ id }) => id),
    ),
    ...twice(
      '/pages',
      questionsOf(procedure).map(({ at }) => at),
    ),
    ...twice(
      '/pages',
      procedure.pages.filter(isRepeatPage).map(({ repeat }) => repeat),
    ),
  ];
}

function twice(place: string, ids: string[]): Finding[] {
  return repeated(ids).map((id) => finding(place, 'duplicate', `${id} stands twice`));
}
