// What the identity step says: its two pages, the ways on, and how it is with reader and card.
import { text, type Text } from '../../../domain/contract/text.ts';
import type { IdentityView, IdentityWay } from '../../../domain/contract/views.ts';
import type { CardHere, CardProblem } from '../identity-step.ts';

export const CHOOSE = {
  title: text('要不要替您少填一些？', 'Shall we fill some of this in for you?'),
  help: text(
    '您同意后，只为办这件事调取下面的资料。每次调取都留记录。',
    'If you agree, the records below are used for this matter only. Every use is recorded.',
    text(
      '您同意，我们就替您查下面这些，只用来办这件事。谁查过，都有记录。',
      'Say yes, and we look these up for you, for this matter only. Who looked is written down.',
    ),
  ),
};
export const LAY = {
  title: text('请把身份证放在读卡区', 'Lay your identity card on the reader'),
  help: text(
    '放平，一直放着，办完再拿走。已经放了还没有反应，就拿起来再放一次。',
    'Lay it flat and leave it there until you have finished. If nothing happens, lift it and lay it down again.',
  ),
};

export const DEPARTMENTS: Readonly<Record<string, Text>> = {
  population: text('公安', 'Public Security'),
  premises: text('自然资源', 'Natural Resources'),
  enterprise: text('市场监管', 'Market Regulation'),
};

export const WAYS: Record<string, Pick<IdentityWay, 'title' | 'note'>> = {
  'card-true': {
    title: text('放身份证，同意替我填好', 'Lay my card, and fill it in for me'),
    note: text('只调取上面列出的资料', 'Only the records listed above are used'),
  },
  'card-false': {
    title: text('放身份证，其他我自己填', 'Lay my card, and I fill in the rest'),
    note: text('不向部门调取资料', 'No records are used'),
  },
  'typing-true': {
    title: text('手工输入，同意替我填好', 'Type who I am, and fill in what you can'),
    note: null,
  },
  'typing-false': {
    title: text('没带身份证，手工输入', 'Type everything myself'),
    note: text('不向部门调取资料，办理时限不变', 'No records are used. It takes no longer to be decided'),
  },
};

export const TYPE_INSTEAD: IdentityWay = {
  by: 'typing',
  consent: false,
  title: text('没带身份证，手工输入', 'No card: type instead'),
  note: null,
};

export const NOT_PERSONAL = text(
  '个人资料要刷身份证才能调取',
  'Personal records are used only with the card',
);

export const OFFLINE = text(
  '现在网络断开，调取不到资料，其他照常办理。',
  'The network is down and records cannot be fetched. Everything else works.',
);
export const READER_DOWN = text(
  '读卡器现在不能用。可以手工输入，也可以找工作人员。',
  'The card reader is not working. You can type instead, or ask a member of staff.',
);

type State = IdentityView['state'];
const says = (mark: 'waiting' | 'working' | 'wrong', words: Text): State => ({ mark, says: words });

export const ASKING = says('working', text('正在向部门调取资料', 'Asking the departments'));
export const STATES: Record<CardHere['is'], State> = {
  starting: says('working', text('正在准备读卡器', 'Getting the reader ready')),
  waiting: says('waiting', text('正在等您放卡', 'Waiting for your card')),
  'not-there': says('wrong', text('读卡器不能用', 'The reader is not working')),
  reading: says('working', text('正在读卡，请别拿开', 'Reading. Please leave the card there')),
  'left-behind': says('wrong', text('读卡区上有一张身份证', 'A card is lying on the reader')),
  problem: says('wrong', text('没有读到能用的身份证', 'No usable card was read')),
};

export const LEFT_BEHIND = text(
  '是您的，请拿起来再放一次。不是您的，请交给工作人员。',
  'If it is yours, lift it and lay it down again. If not, please give it to a member of staff.',
);

export const PROBLEMS: Record<CardProblem, Text> = {
  'not-read': text(
    '没有读出来。请拿起来，再平放一次。',
    'It could not be read. Lift the card and lay it flat again.',
  ),
  'not-genuine': text(
    '读卡器认不出这张卡。请换居民身份证，或手工输入。',
    'The reader does not recognise this card. Use an identity card, or type instead.',
  ),
  'not-understood': text(
    '这张卡里的内容读不懂。请手工输入，或找工作人员。',
    'What is on this card cannot be understood. Type instead, or ask a member of staff.',
  ),
  expired: text(
    '这张身份证过期了，不能用来办事。请换一张有效的，或找工作人员。',
    'This card has expired and cannot be used. Use a valid one, or ask a member of staff.',
  ),
  'not-yet-valid': text(
    '这张身份证还没到生效日期，不能用来办事。',
    'This card is not valid yet and cannot be used.',
  ),
  'old-number': text(
    '这是旧版永久居留证，号码是 15 位，这里用不了。请找工作人员。',
    'This permanent residence card is of the old kind, with a number of 15 characters. Please ask a member of staff.',
  ),
};
