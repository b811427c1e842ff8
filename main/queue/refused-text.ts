// Why a submission was set aside, for whoever has to decide what becomes of it.
import type { RefusedBecause } from '../../domain/contract/platform-api.ts';
import { text, type Text } from '../../domain/contract/text.ts';

type Reason = RefusedBecause | 'conflict' | 'too-large' | 'altered-here' | 'refused';

const AGAIN = text(
  '请申请人重新办一次，再登记“replace”',
  'have the applicant hand it in again, then note it with “replace”',
);

const TEXTS: Record<Reason, Text> = {
  malformed: by('平台读不懂', 'the platform cannot read it'),
  'signature-wrong': by('签名不对', 'its signature is wrong'),
  'not-this-kiosk': by('不是这台机器的', 'it names another kiosk'),
  unreadable: text(
    '平台打不开：密钥换过，请平台那边把旧密钥放回去，再“retry”',
    'the platform cannot open it: have it put its old key back, then “retry”',
  ),
  'unknown-procedure': text(
    '平台没有这个事项的这个版本，请平台那边补上，再“retry”',
    'the platform lacks this version of the matter: have it added, then “retry”',
  ),
  'answers-invalid': by('填的内容不合规则', 'its answers break a rule'),
  'sources-wrong': by('资料来源对不上', 'its answers name a source they cannot have'),
  'consents-wrong': by('授权对不上', 'its consents do not fit'),
  'attended-wrong': text(
    '平台不认得帮办的人；加上账号后“retry”',
    'the platform does not know who helped: add the account, then “retry”',
  ),
  'receipt-number-wrong': by('编号不是这台机器的', 'its number is not of this machine'),
  'declaration-wrong': by('声明不是这个版本的', 'its declaration is not that of its version'),
  'sequence-taken': by(
    '平台已有同号的另一件：有两台机器用同一个身份',
    'the platform has another with its number: two machines use one identity',
  ),
  'correction-unknown': by('没有可补正的', 'there is nothing it could correct'),
  'correction-late': by('已经补正过了', 'that was corrected already'),
  'correction-outside': by('改了不该改的', 'it changes what the notice does not name'),
  conflict: by('平台已有同名的另一件', 'the platform has another under its id'),
  'too-large': by('太大，平台不收', 'it is larger than the platform takes'),
  'altered-here': by('在这台机器上被改过', 'it was changed on this disk'),
  refused: by('平台没有说为什么', 'the platform did not say why'),
};

function by(zh: string, en: string): Text {
  return text(`${zh}；${AGAIN['zh-CN']}`, `${en}: ${AGAIN.en}`);
}

/** `code` as it stands in the queue; one that a newer platform invented is shown as it is. */
export function refusedText(code: string): Text {
  return TEXTS[code as Reason] ?? text(code, code);
}
