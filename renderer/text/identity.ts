// What the identity step says itself, and the question after a card was taken away.
import { text } from '../../domain/contract/text.ts';

export const identityTexts = {
  whatIsUsed: text('会调取这些资料', 'What would be used'),
  waysToGoOn: text('您选哪一种？', 'How do you want to go on?'),
  readerPicture: text('身份证平放在读卡区', 'An identity card laid flat on the reader'),
  readerArea: text('读卡区', 'Card reader'),
  cardTakenTitle: text('身份证拿走了，还办吗？', 'You took your card. Do you want to go on?'),
  cardTakenSeconds: text(
    '秒后屏幕会清空，填了一半的内容不会留下。要接着办，请按“我还在”。',
    'seconds, then the screen clears and unfinished answers are gone. To go on, press “I am here”.',
  ),
};
