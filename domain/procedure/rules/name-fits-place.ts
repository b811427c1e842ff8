import { Type } from 'typebox';
import { divisionName, districtsOf } from '../../identifiers/divisions.ts';
import { message } from '../../message.ts';
import { valueAt } from '../pointer.ts';
import { defineRule } from './rule.ts';

const DIVISION_DIGITS = 6;

/** A district or county in the name of an enterprise is the one it stands in: a division, or a street of nine digits. */
export const nameFitsPlace = defineRule({
  source:
    'Regulation on Enterprise Names (2021) art. 8: the division in a name is that of the place the enterprise stands in, at county level or above',
  params: Type.Object({ name: Type.String(), district: Type.String() }),
  reads: ({ name, district }) => [name, district],
  check({ name, district }, { answers }) {
    const named = valueAt(answers, `${name}/division`);
    const place = valueAt(answers, district);
    if (typeof named !== 'string' || typeof place !== 'string') return [];
    const code = place.slice(0, DIVISION_DIGITS);
    const other = districtsOf(`${code.slice(0, 4)}00`)
      .filter((division) => division.code !== code)
      .map((division) => division.name['zh-CN'])
      .find((place) => stands(place, named));
    return other === undefined ? [] : [{ at: district, ...elsewhere(other, code) }];
  },
});

/**
 * Counties stand in names with or without their ending, districts after their city only: one that stands alone is a
 * wrong name, which is told where the name is asked.
 */
function stands(place: string, named: string): boolean {
  if (place.endsWith('区')) return named.endsWith(place) && named !== place;
  return named.endsWith(place) || named.endsWith(place.slice(0, -1));
}

function elsewhere(other: string, code: string) {
  const here = divisionName(code)?.['zh-CN'] ?? code;
  return message(
    'enterprise-name/elsewhere',
    `名称里写的是${other}，住所却在${here}，请改名称或住所。`,
    `The name says ${other} but the domicile is in ${here}: change one of them.`,
  );
}
