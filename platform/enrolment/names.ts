// What kiosks are called: K001 to K999 in each division, and a generation that counts how often a code was given out.
import { divisionName } from '../../domain/identifiers/divisions.ts';
import { same, text, type Text } from '../../domain/contract/text.ts';

export interface KioskName {
  code: string;
  generation: string;
}

const GENERATIONS = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LAST_KIOSK = 999;

/** The next free code of a division. null: all 999 are given out. */
export function nextKiosk(given: readonly KioskName[]): KioskName | null {
  const highest = Math.max(0, ...given.map(({ code }) => Number(code.slice(1))));
  if (highest >= LAST_KIOSK) return null;
  return { code: `K${String(highest + 1).padStart(3, '0')}`, generation: '1' };
}

/** The same code once more, for a rebuilt machine. null: nobody has that code, or it was given out 35 times. */
export function nextGeneration(code: string, given: readonly KioskName[]): KioskName | null {
  const before = given.filter((name) => name.code === code).map(({ generation }) => generation);
  if (before.length === 0) return null;
  const generation = GENERATIONS[Math.max(...before.map((one) => GENERATIONS.indexOf(one))) + 1];
  return generation === undefined ? null : { code, generation };
}

/** Where a kiosk stands and what it is called, for its screen and its receipts. */
export function placeOf(division: string, code: string): { office: Text; kiosk: Text } {
  const name = divisionName(division) ?? same(division);
  const number = Number(code.slice(1));
  return {
    office: text(`${name['zh-CN']}政务服务大厅`, `${name.en} Government Service Center`),
    kiosk: text(`${number} 号自助机`, `Kiosk ${number}`),
  };
}
