import { describe, expect, it } from 'vitest';
import { dogLicence, prepared } from '../../tests/builders/procedure.ts';
import { createShelf } from './shelf.ts';

const NO_DAYS = { source: 'none', years: [], holidays: [], workedWeekends: [] };

function shelfOf(...versions: [id: string, version: string][]) {
  const loaded = versions.map(([id, version]) => prepared(dogLicence({ id, version })));
  return createShelf(loaded, [], NO_DAYS);
}

describe('a shelf of procedures', () => {
  it('has the latest version of each, by number and not by letter', () => {
    const shelf = shelfOf(['dogs', '2026.9'], ['cats', '2026.1'], ['dogs', '2026.10'], ['dogs', '2025.11']);
    expect(shelf.procedures.map(({ procedure }) => [procedure.id, procedure.version])).toEqual([
      ['cats', '2026.1'],
      ['dogs', '2026.10'],
    ]);
    expect(shelf.latest('dogs')?.procedure.version).toBe('2026.10');
  });

  it('has every version of each, the latest first', () => {
    const shelf = shelfOf(['dogs', '2026.9'], ['cats', '2026.1'], ['dogs', '2026.10'], ['dogs', '2025.11']);
    expect(shelf.versions.map(({ procedure }) => [procedure.id, procedure.version])).toEqual([
      ['cats', '2026.1'],
      ['dogs', '2026.10'],
      ['dogs', '2026.9'],
      ['dogs', '2025.11'],
    ]);
  });

  it('finds exactly the version that was asked for', () => {
    const shelf = shelfOf(['dogs', '2026.9'], ['dogs', '2026.10']);
    expect(shelf.version('dogs', '2026.9')?.procedure.version).toBe('2026.9');
    expect(shelf.version('dogs', '2026.8')).toBeNull();
    expect(shelf.version('cats', '2026.9')).toBeNull();
  });

  it.each(['cats', '__proto__', 'constructor', ''])('has no %j', (id) => {
    expect(shelfOf(['dogs', '2026.1']).latest(id)).toBeNull();
  });
});
