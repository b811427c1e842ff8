import { describe, expect, it } from 'vitest';
import { asked } from '../../../tests/builders/asked.ts';
import { grounds, option } from '../../../tests/builders/procedure.ts';
import type { RawAnswer } from '../../contract/answers.ts';
import { address } from './address.ts';

const offered = asked('address', { options: grounds(), max: 10 });

describe('an address', () => {
  it.each<[RawAnswer, unknown]>([
    [
      { area: '520103025', detail: '26 号' },
      { area: '520103025', detail: '26 号' },
    ],
    [
      { area: '520103025', detail: '  ２６ 号 ' },
      { area: '520103025', detail: '２６ 号' },
    ],
    [
      { area: '520103025', detail: '𬭎园1栋' },
      { area: '520103025', detail: '𬭎园1栋' },
    ],
    [{ area: '', detail: ' ' }, 'nothing'],
    [{}, 'nothing'],
    [null, 'nothing'],
    ['毓秀路', 'nothing'],
    [['520103025'], 'nothing'],
    [{ area: '', detail: '26 号' }, 'address/no-area'],
    [{ detail: '26 号' }, 'address/no-area'],
    [{ area: '520103025', detail: '' }, 'address/no-detail'],
    [{ area: '520103025' }, 'address/no-detail'],
    [{ area: '999999999', detail: '26 号' }, 'address/not-offered'],
    [{ area: '__proto__', detail: '26 号' }, 'address/not-offered'],
    [{ area: '520103025', detail: '1'.repeat(11) }, 'text/too-long'],
    [
      { area: '520103025', detail: '𬭎'.repeat(10) },
      { area: '520103025', detail: '𬭎'.repeat(10) },
    ],
    [{ area: '520103025', detail: 'a\u0000b' }, 'text/unseen-characters'],
    [{ area: '520103025', detail: 'a\nb' }, 'text/unseen-characters'],
  ])('typed as %j is read', (raw, expected) => {
    const { value, problem } = address.read(raw, offered);
    expect(problem === null ? (value ?? 'nothing') : problem.code).toEqual(expected);
  });

  it('is a hundred characters at most where the question does not say', () => {
    const long = { area: '520103025', detail: '号'.repeat(101) };
    expect(address.read(long, asked('address', { options: grounds() })).problem?.code).toBe('text/too-long');
  });

  it('is written from the largest to the smallest, in English the other way round', () => {
    expect(address.show({ area: '520103025', detail: '26 号' }, offered)).toEqual({
      'zh-CN': '贵州省贵阳市云岩区毓秀路街道26 号',
      en: '26 号, Yuxiu Lu Subdistrict, Yunyan District, Guiyang City',
    });
  });

  it('names no level twice', () => {
    const city = { 'zh-CN': '北京市', en: 'Beijing City' };
    const options = [{ ...option('110101'), group: city, region: city }];
    expect(address.show({ area: '110101', detail: '1 号' }, asked('address', { options }))).toEqual({
      'zh-CN': '北京市选1101011 号',
      en: '1 号, Option 110101, Beijing City',
    });
  });

  it('in an area that is no longer listed is shown by its code', () => {
    expect(address.show({ area: '520114001', detail: '1 号' }, offered).en).toBe('1 号, 520114001');
  });
});
