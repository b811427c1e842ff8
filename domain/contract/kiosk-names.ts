// The contract's names alone, for the screen: it holds names and types, and neither schemas nor a validator.
import type { Name } from './kiosk-api.ts';
import type { EventName } from './kiosk-events.ts';

type Every<T extends string, L extends readonly T[]> = [T] extends [L[number]] ? L : never;
const every =
  <T extends string>() =>
  <const L extends readonly T[]>(list: Every<T, L> & L): L =>
    list;

/** Compilation fails when a name is missing here. */
export const operationNames = every<Name>()([
  'look',
  'status',
  'arrange',
  'begin',
  'openMatter',
  'beginApplication',
  'answerPage',
  'checkAnswer',
  'goBack',
  'changeAnswer',
  'addItem',
  'changeItem',
  'removeItem',
  'submit',
  'reprint',
  'askProgress',
  'findProgress',
  'stillHere',
  'noteActivity',
  'leave',
]);

export const eventNames = every<EventName>()(['view', 'status', 'idle', 'ended']);
