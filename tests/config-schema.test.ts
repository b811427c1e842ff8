// The schema that ships in docs/ is the one the program checks with.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KioskConfigFile } from '../main/config.ts';

const FILE = join(import.meta.dirname, '..', 'docs', 'kiosk.config.schema.json');

it('docs/kiosk.config.schema.json is what kiosk.config.json is checked against', () => {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'kiosk.config.json',
    ...KioskConfigFile,
  };
  const written = `${JSON.stringify(schema, null, 2)}\n`;
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(FILE, written);
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(JSON.parse(written));
});
