// The places a procedure names outside its pages, and the lists and options behind them.
import { patternOf } from '../pointer.ts';
import { isRepeatPage, questionsOf, type Procedure } from '../procedure.ts';
import { hasPlace } from './answers-shape.ts';
import { finding, type Finding } from './finding.ts';

export function placeFindings(procedure: Procedure): Finding[] {
  return [
    ...namedPlaces(procedure),
    ...itemFindings(procedure),
    ...documentFindings(procedure),
    ...deliveryFindings(procedure),
  ];
}

function namedPlaces({ identity, outcome, subject, stages, prefill, answers }: Procedure): Finding[] {
  const named: [string, string | undefined][] = [
    ['/identity/name', identity.name],
    ['/identity/number', identity.number],
    ['/identity/mobile', identity.mobile],
    ['/outcome/deliveryAt', outcome.deliveryAt],
    ['/subject', subject],
    ...stages.map(({ shows }, index): [string, string | undefined] => [`/stages/${index}/shows`, shows]),
    ...prefill.flatMap(({ by, into }, index): [string, string][] =>
      [by, ...Object.keys(into)].map((pointer) => [`/prefill/${index}`, pointer]),
    ),
  ];
  return named.flatMap(([place, pointer]) =>
    pointer === undefined || hasPlace(answers, patternOf(pointer))
      ? []
      : [finding(place, 'no-place', `${pointer} has no place in answers`)],
  );
}

/** Inside a list, conditions see its item as `item`: an answer of that name would be hidden by it. */
function itemFindings({ answers }: Procedure): Finding[] {
  return hasPlace(answers, '/item')
    ? [finding('/answers/properties/item', 'forbidden', 'no answer may be called "item"')]
    : [];
}

function documentFindings({ documents, pages }: Procedure): Finding[] {
  const lists = pages.filter(isRepeatPage).map(({ repeat }) => repeat);
  return documents.flatMap(({ each }, index) =>
    each === undefined || lists.includes(each)
      ? []
      : [finding(`/documents/${index}/each`, 'no-list', `no page asks for the list ${each}`)],
  );
}

/** What is offered as ways of delivery is what the outcome says there are. */
function deliveryFindings(procedure: Procedure): Finding[] {
  const { delivery, deliveryAt } = procedure.outcome;
  const question = questionsOf(procedure).find(({ at }) => at === deliveryAt);
  const offered = (question?.options ?? []).map(({ value }) => value).toSorted();
  return JSON.stringify(offered) === JSON.stringify([...delivery].toSorted())
    ? []
    : [
        finding(
          '/outcome/delivery',
          'delivery',
          `the question at ${deliveryAt} must offer ${delivery.join(', ')}`,
        ),
      ];
}
