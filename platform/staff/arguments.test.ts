import { expect, it } from 'vitest';
import { readStaffCommand } from './arguments.ts';

it.each([
  [['list'], {}, { do: 'staff-list' }],
  [
    ['add', '周敏'],
    { role: 'clerk' },
    { do: 'staff-add', name: '周敏', role: 'clerk', division: '520100', isPinTyped: false },
  ],
  [
    ['add', '周敏'],
    { role: 'it', division: '520103', 'own-pin': true },
    { do: 'staff-add', name: '周敏', role: 'it', division: '520103', isPinTyped: true },
  ],
  [['remove', '0001'], {}, { do: 'staff-remove', number: '0001' }],
  [['pin', '0001'], { 'own-pin': true }, { do: 'staff-pin', number: '0001', isPinTyped: true }],
])('staff %j %j is understood', (words, options, expected) => {
  expect(readStaffCommand(words, options)).toEqual({ ok: true, value: expected });
});

it.each([
  [[], {}, 'add, list, remove'],
  [['fire'], {}, 'add, list, remove'],
  [['add'], { role: 'clerk' }, 'whose account'],
  [['add', '周敏'], {}, '--role'],
  [['add', '周敏'], { role: 'boss' }, '--role'],
  [['add', '周', '敏'], { role: 'clerk' }, 'quotation marks'],
  [['add', '周敏'], { role: 'clerk', division: '5201' }, '--division'],
  [['remove', '1'], {}, 'four digits'],
  [['pin'], {}, 'four digits'],
])('staff %j %j is answered with a sentence', (words, options, says) => {
  const read = readStaffCommand(words, options);
  expect(read.ok ? '' : read.error).toContain(says);
});
