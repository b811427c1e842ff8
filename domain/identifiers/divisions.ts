// Division codes of GB/T 2260 for Guizhou and Guiyang; complete for 5201xx, which is where the kiosks stand.
import { text, type Text } from '../contract/text.ts';

export interface Division {
  code: string;
  name: Text;
  /** The year in which it ended; null while it is in force. */
  ended: number | null;
  level: 'province' | 'city' | 'district' | 'county' | 'county-city' | 'none';
}

type Row = [code: string, zh: string, en: string, level: Division['level'], ended?: number];

const ROWS: readonly Row[] = [
  ['520000', '贵州省', 'Guizhou Province', 'province'],
  ['520100', '贵阳市', 'Guiyang City', 'city'],
  ['520101', '市辖区', 'Districts of the city', 'none'],
  ['520102', '南明区', 'Nanming District', 'district'],
  ['520103', '云岩区', 'Yunyan District', 'district'],
  ['520111', '花溪区', 'Huaxi District', 'district'],
  ['520112', '乌当区', 'Wudang District', 'district'],
  ['520113', '白云区', 'Baiyun District', 'district'],
  ['520114', '小河区', 'Xiaohe District', 'district', 2012],
  ['520115', '观山湖区', 'Guanshanhu District', 'district'],
  ['520121', '开阳县', 'Kaiyang County', 'county'],
  ['520122', '息烽县', 'Xifeng County', 'county'],
  ['520123', '修文县', 'Xiuwen County', 'county'],
  ['520181', '清镇市', 'Qingzhen City', 'county-city'],
  // Under Anshun prefecture until 1995; people born there then still carry these codes.
  ['522502', '清镇市', 'Qingzhen City', 'county-city', 1995],
  ['522522', '开阳县', 'Kaiyang County', 'county', 1995],
  ['522523', '息烽县', 'Xifeng County', 'county', 1995],
  ['522524', '修文县', 'Xiuwen County', 'county', 1995],
  ['522525', '清镇县', 'Qingzhen County', 'county', 1992],
];

const DIVISIONS: readonly Division[] = ROWS.map(([code, zh, en, level, ended]) => ({
  code,
  name: text(zh, en),
  level,
  ended: ended ?? null,
}));

const BY_CODE = new Map(DIVISIONS.map((division) => [division.code, division]));

/** 91 is where the numbers of foreign permanent residents began. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

/** Whether two digits begin any division code or a residence permit number. */
export function isProvince(twoDigits: string): boolean {
  return PROVINCES.has(twoDigits);
}

/** The name a code has or had, or null when it is none of ours. */
export function divisionName(code: string): Text | null {
  return BY_CODE.get(code)?.name ?? null;
}

/** 'unknown' is either no such code, or one outside the table: Guizhou, Guiyang and its former codes. */
export function areaState(code: string): 'current' | 'historic' | 'unknown' {
  const division = BY_CODE.get(code);
  if (division === undefined) return 'unknown';
  return division.ended === null ? 'current' : 'historic';
}

/** The districts, counties and county-level cities in force of a prefecture-level city: '520100' → ten. */
export function districtsOf(city: string): readonly Division[] {
  return DIVISIONS.filter(
    ({ code, level, ended }) =>
      ended === null && code.startsWith(city.slice(0, 4)) && !['province', 'city', 'none'].includes(level),
  );
}

export interface AdministrativeUnit {
  id: string;
  name: Text;
  /** The division that a code is taken from where a form asks for one. */
  division: string;
}

/** Functional zones have no division code. The mapping is to be confirmed by the city: hence data, not rules. */
export const administrativeUnits: readonly AdministrativeUnit[] = [
  { id: 'guian', name: text('贵安新区', 'Guian New Area'), division: '520111' },
  { id: 'high-tech', name: text('高新区', 'High-tech Zone'), division: '520115' },
  { id: 'economic', name: text('经开区', 'Economic Development Zone'), division: '520111' },
  { id: 'bonded', name: text('综保区', 'Comprehensive Bonded Zone'), division: '520113' },
];
