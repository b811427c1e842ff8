// The fixed words of a full copy.
import { text, type Text } from '../../domain/contract/text.ts';

export const copyWords = {
  title: text('申请表全文', 'Full copy of the application'),
  owner: text('申请人留存', 'For the applicant to keep'),
  departments: text('办理部门', 'Departments'),
  mends: text('补正的申请', 'Corrects application'),
  helpedBy: text('帮办人员', 'Helped by'),
  asShown: text(
    '以下是您交上来的全部内容，和您在屏幕上核对、签名时看到的一样。身份证号码和手机号只印一部分，完整号码在申请里。',
    'This is all that you handed in, as you saw it when you checked and signed it. Identity and mobile numbers are printed in part; the application holds them whole.',
  ),
  notAnswered: text('没有填', 'Not given'),
  enteredByStaff: text('工作人员录入', 'Entered by staff'),
  documents: text('材料', 'Documents'),
  noDocuments: text('这件事不用交材料。', 'This matter needs no documents.'),
  declaration: text('声明', 'Declaration'),
  signature: text('申请人签名', 'Signature of the applicant'),
  typed: text('在屏幕上输入姓名确认', 'Confirmed by typing the name on the screen'),
  drawn: text('在屏幕上手写', 'Written on the screen'),
  end: text('全文完', 'End of the copy'),
  verify: text(
    '核对真伪和查进度：在任何一台一窗通自助机上扫首页的二维码，或输入收件编号。',
    'To check or follow it: scan the square on page 1, or enter the number, at any OneWindow kiosk.',
  ),
  legal: text(
    '本件由自助机打印，供申请人留存，不是受理通知书，也不能代替营业执照等证照。',
    'Printed by the kiosk for the applicant to keep. It is neither a notice of acceptance nor a licence or certificate.',
  ),
};

export function toFollowWords(due: Text): Text {
  return text(`还要交，${due['zh-CN']}`, `To follow. ${due.en}`);
}

/** What a print queue and a PDF call it: nothing personal. */
export function copyTitle(number: string, copy: number): string {
  return `申请表全文 ${number}（第 ${copy} 份）`;
}

/** The head of every page but the first: Chinese, whatever the reader's language. */
export function runningHead(matter: Text): string {
  return `申请表全文\u3000${matter['zh-CN']}`;
}
