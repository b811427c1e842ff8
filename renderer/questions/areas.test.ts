import { describe, expect, it } from 'vitest';
import { text } from '../../domain/contract/text.ts';
import type { RegionView } from '../../domain/contract/views.ts';
import { foundAreas, onlyWays, pathOf, placedAreas, stepsAt } from './areas.ts';

const area = (value: string, zh: string, en: string, search: string) => ({
  value,
  label: text(zh, en),
  search,
});

const yunyan = {
  title: text('云岩区', 'Yunyan District'),
  areas: [
    area('1', '毓秀路街道', 'Yuxiu Lu Subdistrict', 'yxljd yuxiulujiedao'),
    area('2', '头桥街道', 'Touqiao Subdistrict', 'tqjd touqiaojiedao'),
  ],
};
const xiantao = {
  title: text('仙桃市', 'Xiantao City'),
  areas: [area('3', '仙桃市', 'Xiantao City', 'xts xiantaoshi')],
};
const nanming = {
  title: text('南明区', 'Nanming District'),
  areas: [area('4', '新华路街道', 'Xinhua Lu Subdistrict', 'xhljd xinhualujiedao')],
};
const guiyang: RegionView[] = [{ title: text('贵阳市', 'Guiyang'), groups: [yunyan, nanming] }];
const china: RegionView[] = [...guiyang, { title: text('湖北省', 'Hubei'), groups: [xiantao] }];

const labels = (regions: RegionView[], opened = {}) =>
  stepsAt(regions, onlyWays(regions, opened)).map(({ label, area: chosen }) => [label.en, chosen]);

describe('the way down to an area', () => {
  it('begins with what there is more than one of', () => {
    expect(labels(guiyang)).toEqual([
      ['Yunyan District', null],
      ['Nanming District', '4'],
    ]);
    expect(labels(china)).toEqual([
      ['Guiyang', null],
      ['Hubei', null],
    ]);
  });

  it('goes one level down with each press', () => {
    expect(labels(china, { region: 0 })).toEqual(labels(guiyang));
    expect(labels(guiyang, { region: 0, group: 0 })).toEqual([
      ['Yuxiu Lu Subdistrict', '1'],
      ['Touqiao Subdistrict', '2'],
    ]);
  });

  it('asks nobody to choose one of one', () => {
    expect(labels(china, { region: 1 })).toEqual([['Xiantao City', '3']]);
  });

  it('is short of nothing where there is nothing', () => {
    expect(labels([])).toEqual([]);
  });
});

describe('an area is found', () => {
  it.each([
    ['by its initials', 'yxl', ['1']],
    ['by its pinyin', 'touq', ['2']],
    ['in capitals', 'YXL', ['1']],
    ['by its name', '毓秀', ['1']],
    ['by its English name', 'yuxiu lu', ['1']],
    ['by what it stands in', '云岩', ['1', '2']],
    ['by a part of its name', '华路', ['4']],
    ['never by nothing', ' ', []],
    ['never by what is nowhere', 'zzz', []],
  ])('%s', (_, typed, expected) => {
    expect(foundAreas(placedAreas(china), typed).map(({ value }) => value)).toEqual(expected);
  });

  it('those that begin with it first', () => {
    expect(foundAreas(placedAreas(china), 'xi').map(({ value }) => value)).toEqual(['4', '3', '1']);
  });
});

it('is named from above, without what stands twice or everywhere', () => {
  const path = (regions: RegionView[], value: string) => {
    const found = placedAreas(regions).find((candidate) => candidate.value === value);
    return found === undefined ? [] : pathOf(found, regions).map(({ en }) => en);
  };
  expect(path(guiyang, '1')).toEqual(['Yunyan District', 'Yuxiu Lu Subdistrict']);
  expect(path(china, '1')).toEqual(['Guiyang', 'Yunyan District', 'Yuxiu Lu Subdistrict']);
  expect(path(china, '3')).toEqual(['Hubei', 'Xiantao City']);
});
