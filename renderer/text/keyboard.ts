// What the keyboards on the screen say.
import { text } from '../../domain/contract/text.ts';

export const keyboardTexts = {
  keyboard: text('屏幕键盘', 'Keyboard on the screen'),
  candidates: text('候选字词', 'Choose the characters'),
  typing: text('正在拼写', 'Being spelt'),
  earlier: text('前面的字', 'Earlier characters'),
  later: text('后面的字', 'More characters'),
  spread: text('多看一些', 'Show many'),
  unspread: text('回到键盘', 'Back to the keys'),
  noMatch: text(
    '没有这样的字。请换个拼法，或点“生僻字”。',
    'No such characters. Try another spelling, or press Rare.',
  ),
  loading: text('键盘正在准备', 'Getting the keyboard ready'),
  failed: text('中文键盘用不了，请按“人工帮助”。', 'The Chinese keyboard does not work. Please press Help.'),
  pickFirst: text('请先点一个字词，再按继续。', 'First press the characters you mean, then go on.'),
  codeHint: text(
    '输入这个字的四到五位编码，例如 4E00。不知道编码，请按“人工帮助”。',
    'Type the four or five digits of its code, such as 4E00. If you do not know it, press Help.',
  ),
  codeNone: text('没有这个编码的汉字。', 'No character has this code.'),
  rareHint: text(
    '这里只列少见的字。打出拼音，再点要的字。',
    'Only rare characters here. Spell it, then press it.',
  ),
  spellHint: text('打出拼音，再点要的字词。', 'Spell it in pinyin, then press the characters.'),

  space: text('空格', 'Space'),
  pick: text('选第一个', 'Take the first'),
  split: text('分词', 'Split'),
  splitSaid: text('分词：分开两个音节', 'Split two syllables'),
  back: text('删除', 'Delete'),
  shift: text('大写', 'Capital'),
  clear: text('清空', 'Clear'),
  fuzzy: text('模糊音', 'n = l'),
  fuzzySaid: text(
    '模糊音：不分 n 和 l、z 和 zh、in 和 ing',
    'n = l: take n and l, z and zh, in and ing for the same',
  ),
  hide: text('收起', 'Hide'),
  hideSaid: text('收起键盘', 'Hide the keyboard'),

  toPinyin: text('中文', 'Chinese'),
  toPinyinSaid: text('换成中文键盘', 'Chinese keyboard'),
  toLatin: text('英文', 'English'),
  toLatinSaid: text('换成英文键盘', 'English keyboard'),
  toSigns: text('符号', 'Signs'),
  toRare: text('生僻字', 'Rare'),
  toRareSaid: text('找生僻字', 'Find a rare character'),
  toCode: text('按编码', 'By code'),
  toCodeSaid: text('按编码找字', 'By code: find a character'),
};
