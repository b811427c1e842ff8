// The fixed words of a receipt. The screen's receipt says the same things in the same words.
import { text, type Text } from '../../domain/contract/text.ts';
import type { Standing } from './receipt-facts.ts';

const notAccepted = text(
  '还没有受理，是否受理由部门决定。',
  'Not yet accepted. The department decides on that.',
);

/** What the paper says of where the application is, as of the moment it is drawn; never that it is accepted. */
export const standings: Record<Standing, { title: Text; note: Text; accepted: Text }> = {
  held: {
    title: text('申请已收好，存在本机', 'Your application is safe on this machine'),
    note: text(
      '连上网络后自动送到市平台，不用等在这里。',
      'It goes to the city platform by itself as soon as there is a connection. You need not wait here.',
    ),
    accepted: notAccepted,
  },
  acknowledged: {
    title: text('市平台已经收到您的申请', 'The city platform has received your application'),
    note: text('您不用等在这里。', 'You need not wait here.'),
    accepted: notAccepted,
  },
  stopped: {
    title: text('市平台没有收下您的申请', 'The city platform has not taken your application'),
    note: text('请带着这张凭证找工作人员。', 'Please take this receipt to a member of staff.'),
    // No department has it: none can decide.
    accepted: text('还没有受理。', 'Not yet accepted.'),
  },
};

export const words = {
  receipt: text('收件凭证', 'Receipt'),
  number: text('收件编号', 'Receipt number'),
  matter: text('事项', 'Matter'),
  applicant: text('申请人', 'Applicant'),
  received: text('收件时间', 'Received'),
  byThisClock: text('按本机时钟', "By this machine's clock"),
  machine: text('机器', 'Machine'),
  next: text('接下来', 'What happens next'),
  sendsItself: text('本机自动把申请送到市平台', 'This machine sends the application to the city platform'),
  progress: text(
    '查进度：在任何一台一窗通自助机上输入编号。',
    'To see how it is going, enter the number at any OneWindow kiosk.',
  ),
  square: text(
    '二维码供核对真假，不含个人资料。',
    'The square proves that this receipt is genuine. It holds no personal data.',
  ),
  questions: text('有疑问', 'Questions'),
  legal: text(
    '本凭证只证明本机已收到申请，不是受理通知书。承诺的办理时限从受理之日起算。',
    'This receipt only proves that this machine received the application. It is not a notice of acceptance. The promised time runs from the day of acceptance.',
  ),
};

export function copyWords(copy: number): Text {
  return text(`第 ${copy} 份`, `Copy ${copy}`);
}

/** What a print queue and a PDF call it: nothing personal. */
export function receiptTitle(number: string, copy: number): string {
  return `收件凭证 ${number}（第 ${copy} 份）`;
}

export function pageWords(page: number, pages: number): Text {
  return text(`第 ${page} 页，共 ${pages} 页`, `Page ${page} of ${pages}`);
}

export function documentsWords(count: number): Text {
  return text(`还要交的材料：${count} 份`, `Still to hand in: ${count}`);
}

export function settledWords(count: number): Text {
  return text(`已处理的材料：${count} 份`, `Documents dealt with: ${count}`);
}

export function helpWords(helpAt: Text, phone: string): Text {
  return text(`${helpAt['zh-CN']}，电话 ${phone}`, `${helpAt.en}, telephone ${phone}`);
}

export function issuedWords(copy: number, moment: Text): Text {
  return text(`第 ${copy} 份，${moment['zh-CN']} 出具`, `Copy ${copy}, issued ${moment.en}`);
}
