// Receipts of invented people, as the kiosk would print them.
import { same, text } from '../../domain/contract/text.ts';
import { receiptNumber } from '../../domain/submission/receipt-number.ts';
import { receiptQrBody, receiptQrText } from '../../domain/submission/receipt-qr.ts';
import type { ReceiptPaper } from '../../domain/submission/receipt-paper.ts';
import type { ReceiptFacts } from '../../main/printing/receipt-facts.ts';

const NUMBER = receiptNumber({ division: '520103', kiosk: 'K012', generation: '1', sequence: 42 });
const AT = new Date('2026-11-24T02:32:00.000Z');

/** As long as a real one: the signature is 64 bytes. */
const QR = receiptQrText(
  receiptQrBody({
    number: NUMBER,
    kiosk: '01933f5e-7c1a-7000-8000-0123456789ab',
    at: AT.getTime(),
    hash: 'q83vEjRWeJCrze8SNFZ4kA',
  }),
  'MEYCIQDb7xq1Yk0u2tE9fN3hS8wZ5rL6vQ4pXcJ0aTgKiUoBnAIhAKd2mPe7sRyVwHl1CzGfO9_jqXbM5uE-tD',
);

/** A receipt with nothing to follow, in Chinese. */
export function paperWith(changes: Partial<ReceiptPaper> = {}): ReceiptPaper {
  return {
    format: 1,
    locale: 'zh-CN',
    office: text('贵阳市云岩区政务服务中心', 'Yunyan District Government Service Center, Guiyang'),
    kiosk: text('12 号自助机', 'Kiosk 12'),
    number: NUMBER,
    matter: text('有限责任公司设立登记', 'Register a limited company'),
    received: text('2026年11月24日 10:32', '24 November 2026, 10:32'),
    applicant: '杨**',
    documents: [],
    next: [
      text(
        '云岩区市场监督管理局决定是否受理，结果发短信通知您',
        'The Yunyan market regulation bureau decides whether to accept it and tells you by text message',
      ),
      text('受理后承诺 1 个工作日办结', 'Once accepted, a decision is promised within 1 working day'),
      text('营业执照免费寄到您填写的地址', 'The business licence is sent to your address free of charge'),
    ],
    helpAt: text('大厅咨询台', 'The information desk in the hall'),
    phone: '12345',
    qr: QR,
    ...changes,
  };
}

export function factsWith(
  changes: Partial<ReceiptFacts> = {},
  paper: Partial<ReceiptPaper> = {},
): ReceiptFacts {
  return { paper: paperWith(paper), copy: 1, standing: 'held', at: AT, ...changes };
}

const TO_FOLLOW: ReceiptPaper['documents'] = [
  {
    title: text('经营场所使用证明', 'Proof of the right to use the premises'),
    due: text('2026年12月1日前', 'By 1 December 2026'),
  },
  {
    title: text('股东身份证明（第 2 位）', 'Proof of a shareholder’s identity (no. 2)'),
    due: text('2027年1月6日前（暂定）', 'By 6 January 2027 (provisional)'),
  },
  {
    title: text('法定代表人任职文件', 'Appointment of the legal representative'),
    due: text('2026年12月1日前', 'By 1 December 2026'),
  },
  { title: text('公司章程', 'Articles of association'), due: text('受理前交', 'Needed before acceptance') },
];

/** Forty characters, as the longest lawful names have them. */
export const LONG_NAME = '贵州省贵阳市云岩区黔灵山下乌当河畔玥喆翀𬭎互联网信息科技产业发展集团股份有限公司';

const RARE_NAMES = paperWith({
  office: text('𬭎䶮街道便民服务中心（㛃玥社区）', 'Hongyan Subdistrict Service Center'),
  matter: text('玥喆翀㛃䶮𬭎合伙企业设立登记', 'Register the partnership'),
  applicant: '䶮**',
  kiosk: text('𬭎玥 3 号自助机', 'Kiosk 3'),
});

/** As many as a procedure could ever ask for, each with a title of its own length, due on five days. */
export const FORTY_DOCUMENTS: ReceiptPaper['documents'] = Array.from({ length: 40 }, (_, index) => ({
  title: text(
    `第 ${index + 1} 项材料${'，附股东会决议及产权证明复印件'.repeat(index % 4)}`,
    `Document no. ${index + 1}${', with a copy of the resolution and of the title deed'.repeat(index % 3)}`,
  ),
  due: text(`2026年12月${1 + (index % 5)}日前`, `By ${1 + (index % 5)} December 2026`),
}));

/** Every golden picture of a roll, by its name. */
export const PAPERS: Record<string, { widthDots: 576 | 384; facts: ReceiptFacts }> = {
  'held-zh': { widthDots: 576, facts: factsWith() },
  'documents-zh': { widthDots: 576, facts: factsWith({}, { documents: TO_FOLLOW }) },
  'documents-en': { widthDots: 576, facts: factsWith({}, { locale: 'en', documents: TO_FOLLOW }) },
  'rare-names-zh': { widthDots: 576, facts: factsWith({ paper: RARE_NAMES }) },
  'copy-2-acknowledged-zh': {
    widthDots: 576,
    facts: factsWith({ copy: 2, standing: 'acknowledged', at: new Date('2026-11-24T07:05:00.000Z') }),
  },
  'stopped-zh': { widthDots: 576, facts: factsWith({ standing: 'stopped', copy: 3 }) },
  'narrow-documents-zh': { widthDots: 384, facts: factsWith({}, { documents: TO_FOLLOW }) },
  'narrow-copy-2-en': { widthDots: 384, facts: factsWith({ copy: 2 }, { locale: 'en' }) },
  'long-names-zh': {
    widthDots: 576,
    facts: factsWith({}, { office: same(LONG_NAME), matter: same(LONG_NAME), kiosk: same(LONG_NAME) }),
  },
  'long-names-narrow-en': {
    widthDots: 384,
    facts: factsWith(
      {},
      {
        locale: 'en',
        office: text(
          LONG_NAME,
          'Guizhou Provincial Administrative Approval and Government Affairs Service Center',
        ),
        matter: text(
          LONG_NAME,
          'Registration of a representative office of an internationally incorporated company',
        ),
        applicant: 'O***',
        kiosk: text(
          '12 号自助机',
          'Kiosk 12, Oyunchimeg-Bayarsaikhan-Wolfeschlegelsteinhausenbergerdorff Hall',
        ),
      },
    ),
  },
  'large-documents-zh': {
    widthDots: 576,
    facts: factsWith({}, { largeType: true, documents: TO_FOLLOW }),
  },
  'large-rare-names-en': {
    widthDots: 576,
    facts: factsWith({ paper: { ...RARE_NAMES, largeType: true, locale: 'en' } }),
  },
  'narrow-large-zh': { widthDots: 384, facts: factsWith({}, { largeType: true }) },
  'narrow-forty-documents-en': {
    widthDots: 384,
    facts: factsWith({}, { locale: 'en', documents: FORTY_DOCUMENTS }),
  },
};

const LONG = { office: same(LONG_NAME), matter: same(LONG_NAME), kiosk: same(LONG_NAME) };

/** Every golden picture of office paper, by its name; 'name.page-2' is the second page. */
export const A4_PAPERS: Record<string, ReceiptFacts> = {
  'a4-documents-zh': factsWith({}, { documents: TO_FOLLOW }),
  'a4-documents-en': factsWith({}, { locale: 'en', documents: TO_FOLLOW }),
  'a4-rare-names-copy-2-zh': factsWith({ paper: RARE_NAMES, copy: 2, standing: 'acknowledged' }),
  'a4-large-long-names-zh': factsWith({}, { ...LONG, largeType: true, documents: TO_FOLLOW }),
};
