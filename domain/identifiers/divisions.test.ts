import { describe, expect, it } from 'vitest';
import { administrativeUnits, areaState, districtsOf, divisionName, isProvince } from './divisions.ts';

describe('division codes', () => {
  it.each([
    ['520000', '贵州省'],
    ['520100', '贵阳市'],
    ['520101', '市辖区'],
    ['520102', '南明区'],
    ['520103', '云岩区'],
    ['520111', '花溪区'],
    ['520112', '乌当区'],
    ['520113', '白云区'],
    ['520115', '观山湖区'],
    ['520121', '开阳县'],
    ['520122', '息烽县'],
    ['520123', '修文县'],
    ['520181', '清镇市'],
  ])('names %s %s, in force', (code, name) => {
    expect(divisionName(code)?.['zh-CN']).toBe(name);
    expect(areaState(code)).toBe('current');
  });

  it.each([
    ['520114', '小河区'],
    ['522502', '清镇市'],
    ['522522', '开阳县'],
    ['522523', '息烽县'],
    ['522524', '修文县'],
    ['522525', '清镇县'],
  ])('names %s %s, no longer in force', (code, name) => {
    expect(divisionName(code)?.['zh-CN']).toBe(name);
    expect(areaState(code)).toBe('historic');
  });

  it('knows nothing of other codes', () => {
    for (const code of ['520199', '110105', '', '5201', 'toString']) {
      expect(divisionName(code)).toBeNull();
      expect(areaState(code)).toBe('unknown');
    }
  });

  it('knows exactly the beginnings of provinces', () => {
    const known = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0')).filter(
      isProvince,
    );
    expect(known.join(' ')).toBe(
      '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91',
    );
  });

  it('lists the ten districts and counties of Guiyang, not those that have ended', () => {
    const codes = districtsOf('520100').map(({ code }) => code);
    expect(codes).toHaveLength(10);
    expect(codes).not.toContain('520114');
    expect(codes).not.toContain('520101');
    expect(districtsOf('520300')).toEqual([]);
  });

  it('maps every functional zone to a division in force', () => {
    expect(administrativeUnits.map(({ name }) => name['zh-CN'])).toEqual([
      '贵安新区',
      '高新区',
      '经开区',
      '综保区',
    ]);
    for (const { division } of administrativeUnits) expect(areaState(division)).toBe('current');
  });
});
