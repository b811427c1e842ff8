import { pinyin } from 'pinyin-pro';

/** How somebody would spell a text: no tones, ü as v. */
export function pinyinOf(text: string): string {
  return pinyin(text, { toneType: 'none', v: true, type: 'array' }).join('');
}
