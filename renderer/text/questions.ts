// What the questions of an application themselves say.
import { text } from '../../domain/contract/text.ts';

export const questionTexts = {
  was: text('现在登记的', 'As it is now'),
  takeOne: text('常用的，按一下就填好', 'Often used: press to fill it in'),
  findArea: text('找地方：打名称，或拼音首字母', 'Find the area: name, or pinyin initials'),
  chooseArea: text('选地方', 'Choose the area'),
  areaHere: text('所在地方', 'Area'),
  anotherArea: text('换一个', 'Change'),
  addressDetail: text('详细地址', 'The rest of the address'),
  addressDetailHint: text(
    '路名、门牌号、小区、楼栋、楼层、房号',
    'Street, number, estate, building, floor, room',
  ),
  areaNotFound: text(
    '没有找到。少打几个字，或者从下面选。',
    'Nothing found. Type fewer letters, or choose below.',
  ),
  areasMore: text('还有一些没有列出来，请再多打一个字。', 'There are more. Please type one more letter.'),
};
