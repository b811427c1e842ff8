import { isForbidden } from '../pointer.ts';
import { isRepeatPage, type Catalogue, type Page, type Procedure, type Question } from '../procedure.ts';
import { hasPlace } from './answers-shape.ts';
import { placedQuestions } from './asked.ts';
import { finding, repeated, type Finding } from './finding.ts';

const NEEDS_OPTIONS = new Set(['choice', 'choices', 'pick', 'address']);

export function questionFindings(procedure: Procedure, catalogues: readonly Catalogue[]): Finding[] {
  return placedQuestions(procedure).flatMap(({ place, question, page }) => [
    ...placeFindings(place, question, procedure),
    ...listFindings(place, question, page),
    ...optionFindings(place, question, procedure, catalogues),
    ...peopleFindings(place, question, procedure),
    ...((question.min ?? 0) > (question.max ?? Infinity)
      ? [finding(place, 'min-max', `"min" is more than "max"`)]
      : []),
  ]);
}

function placeFindings(place: string, { at }: Question, { answers }: Procedure): Finding[] {
  if (isForbidden(at)) return [finding(place, 'forbidden', `${at} would reach a prototype`)];
  return hasPlace(answers, at) ? [] : [finding(place, 'no-place', `${at} has no place in answers`)];
}

function listFindings(place: string, { at }: Question, page: Page): Finding[] {
  const stars = at.split('/').filter((part) => part === '*').length;
  const fits = isRepeatPage(page) ? at.startsWith(`${page.repeat}/*/`) && stars === 1 : stars === 0;
  return fits ? [] : [finding(place, 'wrong-list', `${at} is not an answer of page ${page.id}`)];
}

function peopleFindings(place: string, { as, people }: Question, { answers }: Procedure): Finding[] {
  if (as === 'people' && people === undefined) return [finding(place, 'no-people', `${as} needs "people"`)];
  return (people ?? [])
    .filter((at) => !hasPlace(answers, at))
    .map((at) => finding(place, 'no-place', `people at ${at}, which has no place in answers`));
}

function optionFindings(
  place: string,
  { as, options, catalogue }: Question,
  procedure: Procedure,
  catalogues: readonly Catalogue[],
): Finding[] {
  if (catalogue !== undefined) return catalogueFindings(place, catalogue, procedure, catalogues);
  if (!NEEDS_OPTIONS.has(as)) return [];
  if (options === undefined) return [finding(place, 'no-options', `${as} needs "options" or "catalogue"`)];
  return repeated(options.map(({ value }) => value)).map((value) =>
    finding(place, 'duplicate', `option ${value} stands twice`),
  );
}

function catalogueFindings(
  place: string,
  name: string,
  procedure: Procedure,
  catalogues: readonly Catalogue[],
): Finding[] {
  const version = procedure.catalogues[name];
  if (version === undefined)
    return [finding(place, 'no-catalogue', `"catalogues" gives no version of ${name}`)];
  const known = catalogues.some((catalogue) => catalogue.id === name && catalogue.version === version);
  return known ? [] : [finding(place, 'no-catalogue', `catalogue ${name} ${version} is not here`)];
}
