// Every way to say no. A code is stable; a screen shows its sentence; `mend` says who can put it right.
import { Type, type Static } from 'typebox';
import { text, type Text } from './text.ts';

interface RefusalText {
  mend: 'citizen' | 'staff' | 'it' | 'platform';
  text: Text;
}

function by(mend: RefusalText['mend'], zh: string, en: string): RefusalText {
  return { mend, text: text(zh, en) };
}

export const refusals = {
  'unknown-operation': by('it', '这台机器听不懂这个请求。', 'This machine does not know that request.'),
  'invalid-input': by(
    'it',
    '这一步没有办成，什么也没有改。请再试一次；还不行，请找工作人员。',
    'That was not done, and nothing was changed. Try again; if it does not help, ask a member of staff.',
  ),
  'too-large': by(
    'it',
    '送来的内容太多，没有收下，什么也没有改。请少写一些，或者找工作人员。',
    'That was too much at once. It was not taken, and nothing was changed. Send less, or ask a member of staff.',
  ),
  'too-slow': by(
    'it',
    '请求没有按时送完，已经中断，什么也没有改。',
    'The request did not arrive whole in time. It was cut off, and nothing was changed.',
  ),
  'wrong-media-type': by('it', '送来的内容类型不对。', 'What was sent is of the wrong type.'),
  'untrusted-sender': by(
    'it',
    '请求不是从本机屏幕来的，已拒绝。',
    'The request did not come from this screen. It was refused.',
  ),
  'no-session': by(
    'citizen',
    '已经退出并清空，请重新开始。',
    'You have left and everything was cleared. Please start again.',
  ),
  'page-has-moved-on': by(
    'citizen',
    '这一页已经翻过去了，现在给您看的是最新一页。',
    'That page has moved on. This is where you are now.',
  ),
  'no-such-procedure': by(
    'staff',
    '这台机器上没有这个事项，请选别的或找工作人员。',
    'This matter is not on this machine. Choose another or ask a member of staff.',
  ),
  'storage-low': by(
    'it',
    '这台机器存放空间不够，现在不能开始新的申请。请用旁边的机器，或找工作人员。',
    'This machine is short of storage and cannot start an application. Please use another machine or ask a member of staff.',
  ),
  'clock-impossible': by(
    'it',
    '这台机器的日期不对，凭条上会印错，现在不能收申请。请用旁边的机器，或找工作人员。',
    'The date on this machine is wrong and would be printed on your receipt, so it takes no applications now. Please use another machine or ask a member of staff.',
  ),
  'not-saved': by(
    'staff',
    '申请没有存上，还没有收下。请再按一次，或找工作人员。',
    'Your application was not saved and has not been received. Press again, or ask a member of staff.',
  ),
  'not-enrolled': by(
    'it',
    '这台机器还没有登记到市平台，不能收申请。',
    'This machine is not enrolled with the city platform and cannot take applications.',
  ),
  'answers-incomplete': by(
    'citizen',
    '还有几处要改一改，都列在上面。',
    'A few answers still need attention. They are listed above.',
  ),
  'receipt-number-wrong': by(
    'citizen',
    '编号不对，请照凭条再输一遍。',
    'That number is not right. Please copy it from the receipt.',
  ),
  'progress-unknown': by(
    'citizen',
    '没有查到这个编号。刚办的可能还没送到，请晚些再查。',
    'Nothing was found under this number. If it is recent it may not have arrived yet. Please try later.',
  ),
  'receipt-forged': by(
    'staff',
    '这个方块码不是我们的机器打印的，请找工作人员。',
    'This square was not printed by one of our machines. Please ask a member of staff.',
  ),
  'proof-wrong': by(
    'citizen',
    '这张凭条或身份证和这件申请对不上。',
    'This receipt or card does not belong to that application.',
  ),
  'identity-differs': by(
    'citizen',
    '身份证号码和申请时填的不一样，请核对。',
    'That is not the identity number given in the application. Please check it.',
  ),
  'too-many-tries': by(
    'staff',
    '号码输错的次数太多，请找工作人员。',
    'There were too many wrong numbers. Please ask a member of staff.',
  ),
  'nothing-returned': by(
    'citizen',
    '这件申请现在没有要补正的。',
    'There is nothing to correct in this application at present.',
  ),
  'rated-already': by(
    'citizen',
    '这一步已经评价过了，谢谢。',
    'This step has been rated already. Thank you.',
  ),
  'option-unknown': by(
    'citizen',
    '选的内容和等级对不上，请再选一次。',
    'What you ticked does not go with the level. Please choose again.',
  ),
  'words-too-long': by(
    'citizen',
    '最多写 500 个字，请写短一些。',
    'Write at most 500 characters: please shorten it.',
  ),
  'words-unreadable': by(
    'citizen',
    '写的话里有看不见的字符，请重写一遍。',
    'There are characters in it that cannot be seen. Please write it again.',
  ),
  'rater-unreadable': by(
    'citizen',
    '留名要写姓名和能打通的电话；不想留就取消勾选。',
    'Give a name and a telephone number that works, or untick the box.',
  ),
  'version-missing': by(
    'staff',
    '这台机器没有这件申请用的表格，请找工作人员。',
    'This machine does not have the form of that application. Please ask a member of staff.',
  ),
  'card-not-read': by(
    'citizen',
    '没有读到身份证。请把卡放平，再试一次。',
    'The card could not be read. Lay it flat and try again.',
  ),
  'no-cases': by(
    'citizen',
    '没有查到这张身份证名下的申请。刚办的可能还没送到，请晚些再查。',
    'No application was found for this card. A recent one may not have arrived yet. Please try later.',
  ),
  'platform-unreachable': by(
    'staff',
    '现在连不上市平台，进度请稍后再查。已收下的申请不受影响。',
    'The city platform cannot be reached now. Please ask later. Applications already received are safe.',
  ),
  'printer-trouble': by(
    'staff',
    '打印机现在不能用。您的申请不受影响，请记下编号。',
    'The printer is not working. Your application is safe. Please note the number.',
  ),
  'reprint-limit': by(
    'staff',
    '这张凭条补打的次数够多了，请找工作人员。',
    'This receipt has been reprinted often enough. Please ask a member of staff.',
  ),
  'copy-limit': by(
    'staff',
    '这份申请表全文打印的次数够多了，请找工作人员。',
    'This application has been printed often enough. Please ask a member of staff.',
  ),
  'out-of-service': by('it', '这台机器出了故障。', 'This machine has broken down.'),
  busy: by(
    'citizen',
    '操作太快了，请稍等一下再试。',
    'That was too quick. Please wait a moment and try again.',
  ),
  unexpected: by(
    'it',
    '出了点意外，没有完成。请把下面的编号告诉工作人员。',
    'Something unexpected happened and it was not done. Please give staff the reference below.',
  ),
  'not-authorised': by('it', '没有权限，请求被拒绝。', 'Not authorised. The request was refused.'),
  'signature-wrong': by('it', '签名不对，请求被拒绝。', 'The signature is wrong. The request was refused.'),
  'keys-changed': by(
    'platform',
    '平台换了密钥，这台机器马上会收到新的，然后自动再送。',
    'The platform has changed its keys. This machine is told of them at once, and sends again by itself.',
  ),
  'kiosk-revoked': by(
    'it',
    '平台已经停用这台机器，不再收它送的申请。已收下的都存在本机。',
    'The platform has revoked this machine and takes nothing more from it. What was received here is kept.',
  ),
  'kiosk-forked': by(
    'it',
    '有两台机器在用同一个身份，平台把它们都停了。已收下的都存在本机。',
    'Two machines use one identity, and the platform has stopped both. What was received here is kept.',
  ),
  'clock-differs': by(
    'it',
    '这台机器的时钟和平台差得太多，请求没有受理。对好时钟会自动再送。',
    'This machine’s clock and the platform’s are too far apart. The request was not taken; it is sent again once they agree.',
  ),
  'code-unknown': by(
    'it',
    '登记码不对，或已经用过、过期了。',
    'The enrolment code is wrong, used or out of date.',
  ),
  'record-not-lent': by('platform', '这里没有这类资料可以调取。', 'No records of this kind are lent here.'),
  'record-not-for-this': by(
    'it',
    '办这件事用不着这份资料，没有调取。',
    'This matter has no use for that record. It was not lent.',
  ),
  'record-needs-consent': by(
    'citizen',
    '没有您的同意，不能调取这份资料。',
    'This record is lent only with your consent.',
  ),
  'record-needs-identity': by(
    'staff',
    '要先刷身份证，或由工作人员核对过证件，才能调取个人资料。',
    'Personal records are lent only after an identity card was read, or staff checked it.',
  ),
  'record-of-another': by('citizen', '只能调取您本人的资料。', 'Only your own records can be used.'),
  'not-found': by('it', '没有这个地址。', 'There is nothing at this address.'),
  'staff-only': by(
    'staff',
    '这一步要工作人员先登录，屏幕锁着也不行。',
    'This needs a member of staff to be signed in, and the screen unlocked.',
  ),
  'not-your-role': by(
    'it',
    '您的岗位没有这个权限，要改请找信息技术人员。',
    'Your role does not include this. Ask IT if it should.',
  ),
  'pin-wrong': by(
    'staff',
    '工号或口令不对。错 5 次会锁 15 分钟。',
    'The number or the PIN is wrong. After 5 wrong tries it is locked for 15 minutes.',
  ),
  'staff-locked-out': by(
    'staff',
    '这个工号在这台机器上锁住了，请过 15 分钟再试。',
    'This number is locked on this machine. Please try again in 15 minutes.',
  ),
  'staff-unknown-here': by(
    'it',
    '这台机器还没有收到工作人员名单。请先连上网络，或找信息技术人员。',
    'This machine has not been given the list of staff yet. Connect it to the network, or ask IT.',
  ),
  'staff-gone': by(
    'it',
    '您的账号已经停用或改了岗位，请找信息技术人员。填过的都已存好。',
    'Your account has ended or has another role now. Ask IT. What was filled in is kept.',
  ),
  'case-not-opened': by(
    'staff',
    '这一件打不开：它的事项版本已经不在这台机器上，或存档坏了。',
    'This case cannot be opened: its version is no longer on this machine, or what was kept is damaged.',
  ),
} satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusals;

export const Refusal = Type.Object(
  {
    code: Type.Unsafe<RefusalCode>({ enum: Object.keys(refusals) }),
    /** A reference the citizen can quote, when something unexpected happened. */
    reference: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type Refusal = Static<typeof Refusal>;

export function refusalText(code: RefusalCode): Text {
  return refusals[code].text;
}
