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
    '送来的内容格式不对，没有处理。',
    'What was sent has the wrong form. Nothing was changed.',
  ),
  'too-large': by('it', '送来的内容太大，没有处理。', 'What was sent is too large. Nothing was changed.'),
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
  'code-unknown': by(
    'it',
    '登记码不对，或已经用过、过期了。',
    'The enrolment code is wrong, used or out of date.',
  ),
  'not-found': by('it', '没有这个地址。', 'There is nothing at this address.'),
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
