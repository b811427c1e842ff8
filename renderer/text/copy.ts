// The full copy on A4, offered beside the receipt.
import { text } from '../../domain/contract/text.ts';

export const copyTexts = {
  copyOffer: text('打印申请表全文（A4）', 'Print a full copy (A4)'),
  copyAbout: text(
    '您填的每一项、材料和签名。身份证号只印一部分。',
    'Every answer, the documents and your signature. Identity numbers are printed in part.',
  ),
  copyAgain: text('没出来？再打一份全文', 'Nothing came out? Print it again'),
  copyQueued: text('申请表全文正在排队打印', 'The full copy is waiting to be printed'),
  copySending: text('申请表全文正在送往打印机', 'The full copy is going to the printer'),
  copySent: text('申请表全文已交给打印机', 'Full copy handed to the printer'),
  copySentHint: text('请到 A4 打印机，把每一页都取走', 'Take every page from the A4 printer'),
  copyPaper: text('A4 打印纸用完了', 'The A4 printer is out of paper'),
  copyPaperHint: text(
    '您的申请不受影响。放好纸会自动打出来，您离开后就不再打。',
    'Your application is safe. With paper in it prints by itself, until you leave.',
  ),
  copyFailed: text('A4 打印机现在不能用', 'The A4 printer is not working'),
  copyUnknown: text('不确定申请表全文有没有打出来', 'It is not certain that the full copy was printed'),
  copySafe: text(
    '您的申请不受影响。您离开后，没打出来的不会再打。',
    'Your application is safe. Once you leave, what has not come out will not be printed.',
  ),
  copyLook: text(
    '您的申请不受影响。请到打印机看看。',
    'Your application is safe. Please look at the printer.',
  ),
};
