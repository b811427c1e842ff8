import { expect, it } from 'vitest';
import { createLog, type LogFields } from './log.ts';

function written(use: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  use(createLog('test', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

it('drops every field that is not on the list', () => {
  const fields = { code: 'busy', name: '王小明', residentId: '520102199003070014' } as LogFields;
  const text = written((log) => log.info('something', fields));
  expect(text).toContain('"code":"busy"');
  expect(text).not.toMatch(/王小明|520102199003070014/);
});

it('keeps what went wrong and not what was typed', () => {
  const text = written((log) => log.unexpected('submit', new TypeError('cannot read 王小明 of undefined')));
  expect(text).toContain('TypeError');
  expect(text).toContain('log.test.ts');
  expect(text).not.toContain('王小明');
});

it('gives a reference that stands in the log', () => {
  let reference = '';
  const text = written((log) => {
    reference = log.unexpected('submit', new Error('x'));
  });
  expect(reference).toMatch(/^E-[A-Z0-9]{6}$/);
  expect(text).toContain(reference);
});
