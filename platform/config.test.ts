import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readCommand } from './config.ts';

const read = (line: string, environment = {}) =>
  readCommand(
    line.split(' ').filter((word) => word !== ''),
    environment,
  );

it('runs on this machine with SQLite unless told otherwise', () => {
  expect(read('')).toEqual({
    ok: true,
    value: {
      do: 'run',
      data: resolve('.onewindow/platform'),
      database: null,
      host: '127.0.0.1',
      port: 0,
      records: null,
    },
  });
});

it('lends records out of a folder when told so', () => {
  expect(read('--records demo')).toMatchObject({ value: { records: resolve('demo') } });
});

it('takes the database from the command line before the environment', () => {
  const environment = { ONEWINDOW_DATABASE: 'postgres://city/one' };
  expect(read('', environment)).toMatchObject({ value: { database: 'postgres://city/one' } });
  expect(read('--database postgresql://city/two', environment)).toMatchObject({
    value: { database: 'postgresql://city/two' },
  });
});

it('reads what a code is for', () => {
  expect(read('enrol-code --division 520103 --kiosk K012')).toMatchObject({
    value: { do: 'enrol-code', division: '520103', kiosk: 'K012' },
  });
  expect(read('enrol-code --division 520103')).toMatchObject({ value: { kiosk: null } });
});

it('helps before it judges', () => {
  expect(read('--help --port many')).toEqual({ ok: true, value: { do: 'help' } });
});

it.each([
  ['enrol-code', '--division'],
  ['enrol-code --division 52', '--division'],
  ['enrol-code --division 520103 --kiosk 9', '--kiosk'],
  ['--port many', '--port'],
  ['--port 65536', '--port'],
  ['--port -1', '--port'],
  ['--host 0.0.0.0', '--host'],
  ['--host localhost.evil.example', '--host'],
  ['--database mysql://x', '--database'],
  ['--division 520103', '--division'],
  ['--nonsense', 'nonsense'],
  ['dance', 'dance'],
  ['enrol-code dance --division 520103', 'dance'],
])('complains about %j and names what is wrong', (line, named) => {
  const command = read(line);
  expect(command).toMatchObject({ ok: false, error: expect.stringContaining(named) as string });
});
