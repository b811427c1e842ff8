// What a word gains from standing behind another: addresses go from the large to the small.

const HAN_OR_DIGIT = /[\p{Script=Han}\d]$/u;
const NUMERAL = /[〇零一二三四五六七八九十百\d]$/;
/** What kinds of places are called, behind the name of one. */
export const PLACE_PART =
  /^[省市区县旗镇乡村寨屯坝坪坡岭湾冲沟塘井洞坎关垭哨铺堡营路街巷弄道里园苑城桥店厂行部坊馆]$/;
const COUNTED = /^([号栋幢座楼层室组排户门期段区路]|单元|号楼|楼层|村民组)$/;

/** In nats: how much likelier they are there than anywhere. */
const PLACE_GAIN = 2.5;
const COUNTED_GAIN = 3.5;
const NEXT_GAIN = 2;
export const MOST_GAIN = COUNTED_GAIN;

/** What a word gains behind a text, in nats. */
export type Gain = (before: string, word: string) => number;

/** What an address goes on with behind what ends so. */
const ORDER: readonly (readonly [RegExp, RegExp])[] = [
  [/(省|自治区)$/, /..(市|州|盟|地区)$/],
  [/[市州盟]$/, /..[区县旗市]$/],
  [/[区县旗市]$/, /..(街道|镇|乡|大道|[路街巷村])$/],
  [/(街道|[镇乡])$/, /..(社区|[路街巷村寨组])$/],
];

function isNext(before: string, word: string): boolean {
  return ORDER.some(([large, small]) => large.test(before) && small.test(word));
}

/** What a word gains behind this text, in nats. */
export function gainBehind(before: string, word: string): number {
  if (before === '') return 0;
  if (COUNTED.test(word) && NUMERAL.test(before)) return COUNTED_GAIN;
  if (PLACE_PART.test(word) && HAN_OR_DIGIT.test(before)) return PLACE_GAIN;
  return isNext(before, word) ? NEXT_GAIN : 0;
}
