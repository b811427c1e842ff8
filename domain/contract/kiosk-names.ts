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
  'readIdentity',
  'typeIdentity',
  'answerPage',
  'checkAnswer',
  'goBack',
  'changeAnswer',
  'addItem',
  'changeItem',
  'removeItem',
  'openDocument',
  'sendShot',
  'keepShot',
  'removeSheet',
  'turnFiles',
  'takeFile',
  'closeDocument',
  'declareDocument',
  'undoDocument',
  'submit',
  'finish',
  'reprint',
  'printFullCopy',
  'askProgress',
  'findProgress',
  'findProgressByCard',
  'openProgress',
  'mend',
  'giveIdentity',
  'giveIdentityByCard',
  'rate',
  'giveRating',
  'callHelp',
  'stillHere',
  'noteActivity',
  'leave',
  'openStaffDoor',
  'closeStaffDoor',
  'signIn',
  'signOut',
  'lockScreen',
  'openDesk',
  'showItems',
  'beginAttended',
  'openCase',
  'discardCase',
  'compareFace',
  'compareOriginal',
  'handOver',
  'returnToStaff',
  'giveBack',
  'reprintReceipt',
  'mendCase',
  'checkMachine',
  'testPrint',
]);

export const eventNames = every<EventName>()(['view', 'status', 'idle', 'ended']);
