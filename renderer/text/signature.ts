// What the page says on which an application is signed.
import { text } from '../../domain/contract/text.ts';

export const signatureTexts = {
  signTitle: text('请签名，然后提交', 'Sign and submit'),
  signHere: text('请用手指在框里写上您的姓名', 'Write your name in the box with a finger'),
  signAgain: text('重写', 'Start again'),
  signByTyping: text('不方便手写？改为输入姓名', 'Cannot write here? Type your name'),
  signByHand: text('改为手写签名', 'Sign by hand instead'),
  signed: text('签名框，已有签名', 'Box for the signature: signed'),
  unsigned: text('签名框，还没有签名', 'Box for the signature: empty'),
};
