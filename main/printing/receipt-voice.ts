// How a text is written on paper, by the language of the session. Chinese has the law's force and is always there.
import type { Locale, Text } from '../../domain/contract/text.ts';
import type { Block, Font, Weight } from './layout.ts';

export interface Voice {
  locale: Locale;
  /** What counts before the law: in Chinese and, in an English session, in English beneath. */
  legal(text: Text, sizeDots: number, weight?: Weight, englishDots?: number): Block[];
  /** What explains: in the citizen's language. */
  plain(text: Text, sizeDots: number, weight?: Weight): Block[];
  /** What counts, line by line. */
  both(text: Text): string[];
  /** What is short and counts: both on one line. */
  short(text: Text): string;
}

/** `smallDots`: the size of English beneath Chinese, where nothing else is said. */
export function voiceOf(locale: Locale, smallDots: number): Voice {
  return {
    locale,
    legal: (text, sizeDots, weight = 500, englishDots = smallDots) =>
      inBoth(text, locale).map((line, index) =>
        index === 0 ? written(line, chinese(sizeDots, weight)) : written(line, latin(englishDots, weight)),
      ),
    plain: (text, sizeDots, weight = 500) => [
      locale === 'zh-CN'
        ? written(text['zh-CN'], chinese(sizeDots, weight))
        : written(straight(text.en), latin(sizeDots, weight)),
    ],
    both: (text) => inBoth(text, locale),
    short: (text) => inBoth(text, locale).join(' '),
  };
}

function inBoth(text: Text, locale: Locale): string[] {
  const chineseText = text['zh-CN'];
  return locale === 'zh-CN' || text.en === chineseText ? [chineseText] : [chineseText, straight(text.en)];
}

/** A Chinese font gives curly quotes the width of an ideograph, which tears an English word in two. */
function straight(english: string): string {
  return english.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');
}

export function written(text: string, font: Font): Block {
  return { kind: 'text', text, font };
}

/** Ideographs fill their square and need air between lines. */
export function chinese(sizeDots: number, weight: Weight): Font {
  return { sizeDots, weight, lineDots: Math.round(sizeDots * 1.4) };
}

function latin(sizeDots: number, weight: Weight): Font {
  return { sizeDots, weight, lineDots: Math.round(sizeDots * 1.25) };
}
