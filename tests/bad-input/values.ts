// Bad values for every kind of question, and the sentence that a person is shown, word for word in both languages. They are
// given to tests/bad-input/every-kind.ts, page by page: values.test.ts gives all of them to a real kiosk, and
// tests/bad-input/sentences.spec.ts some of each to a real screen.
import type { RawAnswer } from '../../domain/contract/answers.ts';
import { luo, yang } from '../builders/people.ts';
import type { AskedPage } from './every-kind.ts';

/** What is given, and what is said. A `doubt` is said while it is typed, and the answer is taken all the same. */
export interface Bad {
  given: RawAnswer;
  zh: string;
  en: string;
  isDoubt?: true;
}

export interface PageOfValues {
  page: AskedPage | 'name' | 'residentId' | 'mobile';
  good: RawAnswer;
  bad: Bad[];
}

function bad(given: RawAnswer, zh: string, en: string): Bad {
  return { given, zh, en };
}

function doubt(given: RawAnswer, zh: string, en: string): Bad {
  return { given, zh, en, isDoubt: true };
}

/** Several values about which the same is said. */
function alike(values: RawAnswer[], zh: string, en: string): Bad[] {
  return values.map((given) => bad(given, zh, en));
}

const MISSING = ['这里还没有填。', 'This has not been answered yet.'] as const;
const UNSEEN = [
  '里面有看不见或打印不出来的字符，请清空后重新输入。',
  'This contains characters that cannot be seen or printed: clear it and type it again.',
] as const;
const NAME_CHARACTERS = [
  '姓名只能用汉字、间隔号“·”或拉丁字母，请按身份证件上的写法填。',
  'A name has only Chinese characters, the middle dot “·” or Latin letters: write it as on the identity document.',
] as const;
const NOT_AN_AMOUNT = [
  '请用数字写金额，比如 100 或 100.5。',
  'Write the amount in figures, such as 100 or 100.5.',
] as const;
const AMOUNT_LARGE = ['金额太大了，请核对单位。', 'The amount is too large. Please check the unit.'] as const;
const NOT_WHOLE = ['请用数字写整数，比如 3。', 'Write a whole number in figures, such as 3.'] as const;
const NO_SUCH_DAY = ['日历上没有这一天，请核对。', 'There is no such day. Please check it.'] as const;
const DATE_INCOMPLETE = ['年、月、日都要填。', 'Give the year, the month and the day.'] as const;
const SHORT_YEAR = ['年份要写四位，比如 2026。', 'Write the year with four digits, such as 2026.'] as const;
const NOT_OFFERED = ['请从列出的里面选一项。', 'Please choose one of those listed.'] as const;
const NOT_LISTED = ['请从列出的人里选一位。', 'Please choose one of the people listed.'] as const;
const PERSON_INCOMPLETE = [
  '姓名、身份证号码、手机号码都要填。',
  'Give the name, the identity number and the mobile number.',
] as const;
const CODE_LENGTH = [
  '统一社会信用代码应当是18位，请数一数是不是多了或少了。',
  'A unified social credit code has 18 characters: please count whether one is missing or too many.',
] as const;
const CODE_CHARACTERS = [
  '统一社会信用代码只有数字和大写字母，没有字母I、O、S、V、Z，请看看是不是数字1、0、5、2。',
  'A unified social credit code is digits and letters without I, O, S, V and Z: see whether 1, 0, 5 or 2 is meant.',
] as const;
const ID_LENGTH = [
  '身份证号码应当是18位，请数一数是不是多了或少了。',
  'An identity number has 18 characters: please count whether one is missing or too many.',
] as const;
const ID_CHARACTERS = [
  '身份证号码前17位是数字，最后一位是数字或X，请改掉别的字母和符号（注意数字0和1不要打成字母）。',
  'An identity number is 17 digits and then a digit or X: replace other letters and signs (take care that 0 and 1 are digits).',
] as const;
const ID_DATE = [
  '身份证号码里的出生日期不存在，请核对第7到14位。',
  'The date of birth in the number does not exist: please check the digits 7 to 14.',
] as const;
const MOBILE_CHARACTERS = [
  '手机号码只能有数字，请删掉别的字符。',
  'A mobile number has digits only: please remove everything else.',
] as const;
const MOBILE_LENGTH = [
  '手机号码应当是11位，请数一数是不是多了或少了。',
  'A mobile number has 11 digits: please count whether one is missing or too many.',
] as const;
const SIX_DIGITS = [
  '邮政编码应当是6位数字，请再核对一遍。',
  'A postcode is six digits: please check it again.',
] as const;
const NOT_A_PHONE = [
  '请填 11 位手机号码，或者区号加座机号码，例如 0851-85961234。',
  'Give an 11-digit mobile number, or a land line with its area code, such as 0851-85961234.',
] as const;
const NOT_AN_EMAIL = [
  '电子邮箱的样子是 name@example.cn，请核对。',
  'An e-mail address looks like name@example.cn. Please check it.',
] as const;
const ENTERPRISE_CHARACTERS = [
  '名称只能用规范汉字，不能有字母、数字和标点，请改掉。',
  'A name is written in Chinese characters only: remove letters, figures and punctuation.',
] as const;
const ENTERPRISE_INCOMPLETE = ['字号和行业都要填。', 'Give both the trade name and the industry.'] as const;
const QUALIFIER = [
  '“中国”“国际”或外国国名只能用来限定行业，登记机关会再核对。',
  'Words such as 中国, 国际 or a foreign state may only qualify the industry: the registrar will look at this.',
] as const;

const COMPANY = {
  division: '贵阳',
  tradeName: '黔程',
  industry: '信息科技',
  form: '有限公司',
  order: 'division-first',
};
const STALL = { ...COMPANY, division: '贵阳市云岩区', industry: '小吃', form: '店' };
const COOPERATIVE = { ...COMPANY, industry: '蔬菜种植', form: '专业合作社' };

/** As many characters as the contract lets pass in one string. */
const LONGEST_LINE = '长'.repeat(4000);

export const VALUES: PageOfValues[] = [
  {
    page: 'name',
    good: yang.name,
    bad: [
      ...alike(['', '   ', '\u3000'], ...MISSING),
      bad(
        '杨',
        '姓名至少两个字，请写全名。',
        'A name has at least two characters: please give the full name.',
      ),
      ...alike(
        ['杨雨禾1', '杨雨禾😀', '杨雨禾！', '<script>', '杨.', '=cmd()', 'שלום', 'سلام'],
        ...NAME_CHARACTERS,
      ),
      ...alike(
        ['杨\u202E雨禾', '杨\u200B雨禾', '杨\u0000雨禾', '杨\ud842禾', '杨\n雨禾', '杨\uE863禾'],
        ...UNSEEN,
      ),
      bad('甲'.repeat(51), '最多写 50 个字，请写短一些。', 'Write at most 50 characters: please shorten it.'),
      doubt(
        '欧阳雨禾清源安然',
        '这个姓名比较长，请对着证件核对一遍；少数民族姓名中间请加“·”。',
        'This name is rather long: compare it with the document, and put “·” between the parts of a minority name.',
      ),
    ],
  },
  {
    page: 'residentId',
    good: yang.residentId,
    bad: [
      bad('', ...MISSING),
      ...alike(['5201021990030700', '52010219900307001400', '1', '身份证'], ...ID_LENGTH),
      ...alike(['52010219900307OO14', '52010219900307001Y', '520102199003070０1！'], ...ID_CHARACTERS),
      bad(
        '520102900307001',
        '这是15位的老号码，已经停用，请填现在身份证上的18位号码。',
        'This is an old 15-digit number, no longer in use: give the 18 characters on the present card.',
      ),
      bad(
        '000102199003070014',
        '身份证号码开头两位不是任何省份的代码，请核对前6位。',
        'The number begins with the code of no province: please check the first six digits.',
      ),
      ...alike(['520102199013070014', '520102199002300014', '520102199102290014'], ...ID_DATE),
      bad(
        '520102299003070014',
        '身份证号码里的出生日期还没有到，请核对第7到14位。',
        'The date of birth in the number is in the future: please check the digits 7 to 14.',
      ),
      bad(
        '520102199003070011',
        '身份证号码第18位对不上，请对着身份证再核对一遍。',
        'The last character does not fit the number: please compare it with the card once more.',
      ),
      doubt(
        '520199199003070013',
        '没有查到身份证号码前6位对应的地区，请核对；没有错就继续。',
        'The place of the first six digits is not in our list: check them, and go on if they are right.',
      ),
      doubt(
        '440524188001010014',
        '按身份证号码算年龄超过130岁，请核对第7到14位；没有错就继续。',
        'By the number the person is over 130 years old: check the digits 7 to 14, and go on if they are right.',
      ),
      doubt(
        '520102199003070006',
        '身份证号码第15到17位是000，很少见，请核对；没有错就继续。',
        'The digits 15 to 17 are 000, which is rare: check them, and go on if they are right.',
      ),
    ],
  },
  {
    page: 'mobile',
    good: yang.mobile,
    bad: [
      bad('', ...MISSING),
      ...alike(['1380013800a', '一三八', '138😀', '13800138000\u0000'], ...MOBILE_CHARACTERS),
      ...alike(['1380013800', '138001380000'], ...MOBILE_LENGTH),
      bad(
        '12800138000',
        '手机号码以13到19开头，请核对前两位。',
        'A mobile number begins with 13 to 19: please check the first two digits.',
      ),
      ...alike(
        ['0851-85961234', '85961234'],
        '这像是固定电话，收不到短信，请填11位的手机号码。',
        'This looks like a land line, which receives no text messages: give an 11-digit mobile number.',
      ),
      doubt(
        '15400138000',
        '这个号段不常见，请核对；要用这个号码收短信。',
        'Numbers that begin like this are unusual: check it, for text messages will be sent there.',
      ),
    ],
  },
  {
    page: 'line',
    good: '蔡家街 26 号',
    bad: [
      ...alike(['', ' \t '], ...MISSING),
      bad('蔡', '至少写 2 个字。', 'Write at least 2 characters.'),
      ...alike(
        ['一'.repeat(21), '𠮷'.repeat(21), LONGEST_LINE],
        '最多写 20 个字，请写短一些。',
        'Write at most 20 characters: please shorten it.',
      ),
      ...alike(
        [
          '蔡家街\n26 号',
          '蔡家街\u0000',
          '蔡家街\u001B@',
          '\u202E蔡家街',
          '蔡\u2066家街',
          '蔡\u200D家街',
          '👨\u200D👩\u200D👧',
          '蔡家街\ud83d',
          '蔡家街\uFFFF',
          '\u3164\u3164',
          'a\u0301\u0302\u0303\u0304',
          '\u0301街道',
        ],
        ...UNSEEN,
      ),
    ],
  },
  {
    page: 'postcode',
    good: '550001',
    bad: [
      bad('', ...MISSING),
      ...alike(['55000', '5500011', '55000O', '五五〇〇〇一', '5'.repeat(400)], ...SIX_DIGITS),
      bad(
        '001234',
        '没有00开头的邮政编码，请再核对一遍。',
        'No postcode begins with 00: please check it again.',
      ),
      doubt(
        '100000',
        '这不是贵州省的邮政编码（55或56开头），请核对；没有错就继续。',
        'This is not a postcode of Guizhou (55 or 56): check it, and go on if it is right.',
      ),
    ],
  },
  {
    page: 'phone',
    good: '0851-85961234',
    bad: alike(['12345', '85961234', '0851-1', '电话', '1'.repeat(400)], ...NOT_A_PHONE),
  },
  {
    page: 'email',
    good: 'someone@example.cn',
    bad: [
      ...alike(
        [
          'someone',
          'a@b',
          '@example.cn',
          'a b@example.cn',
          '某人@example.cn',
          'a@example.c',
          'a'.repeat(400),
        ],
        ...NOT_AN_EMAIL,
      ),
      bad(
        `${'a'.repeat(60)}@${'b'.repeat(150)}.cn`,
        '最多写 200 个字，请写短一些。',
        'Write at most 200 characters: please shorten it.',
      ),
    ],
  },
  {
    page: 'credit',
    good: '91520103MA6DHHL45B',
    bad: [
      bad('', ...MISSING),
      ...alike(['91520103MA6DHHL45', '91520103MA6DHHL45BB'], ...CODE_LENGTH),
      ...alike(['91520103MA6DHHLO5B', '91520103MA6DHHI45B', '91520103MA6DHH公司5B'], ...CODE_CHARACTERS),
      bad(
        '9152A103MA6DHHL45B',
        '统一社会信用代码第3到8位应当是数字，请对着执照再核对一遍。',
        'The characters 3 to 8 of the code are digits: please compare it with the licence once more.',
      ),
      bad(
        '91520103MA6DHHL451',
        '统一社会信用代码第18位对不上，请对着执照再核对一遍。',
        'The last character does not fit the code: please compare it with the licence once more.',
      ),
      bad(
        '91520103MA6DHHL40U',
        '统一社会信用代码第17位对不上，请对着执照核对第9到17位。',
        'The 17th character does not fit: please compare the characters 9 to 17 with the licence.',
      ),
      doubt(
        '18520103MA6DHHL45X',
        '统一社会信用代码开头两位不常见，请核对；没有错就继续。',
        'The first two characters of the code are unusual: check them, and go on if they are right.',
      ),
    ],
  },
  {
    page: 'choice',
    good: 'red',
    bad: [bad('', ...MISSING), ...alike(['white', '红', '__proto__'], ...NOT_OFFERED)],
  },
  {
    page: 'choices',
    good: ['red', 'blue'],
    bad: [
      bad([], ...MISSING),
      bad(['red', 'white'], ...NOT_OFFERED),
      bad(['red'], '至少选 2 项，现在选了 1 项。', 'Choose at least 2. You chose 1.'),
      bad(['red', 'green', 'blue'], '最多选 2 项，现在选了 3 项。', 'Choose at most 2. You chose 3.'),
    ],
  },
  {
    page: 'pick',
    good: ['green'],
    bad: [
      bad([], ...MISSING),
      bad(['white'], ...NOT_OFFERED),
      bad(['red', 'green', 'blue'], '最多选 2 项，现在选了 3 项。', 'Choose at most 2. You chose 3.'),
    ],
  },
  {
    page: 'tick',
    good: 'yes',
    bad: alike(['', 'no', 'true'], '请先勾选这一项。', 'Please tick this first.'),
  },
  {
    page: 'money',
    good: '100.5',
    bad: [
      bad('', ...MISSING),
      ...alike(['壹佰', '-1', '1e9', '1.2.3', '.5', '￥100', '100元', '😀', 'NaN', '0x10'], ...NOT_AN_AMOUNT),
      bad(
        '0.001',
        '最小到分，请去掉多余的小数。',
        'The smallest unit is one fen: please take away decimals.',
      ),
      ...alike(['0', '0.00'], '金额要大于零。', 'The amount must be more than zero.'),
      ...alike(['1000000.01', '99999999999999999', '9'.repeat(400)], ...AMOUNT_LARGE),
    ],
  },
  {
    page: 'count',
    good: '3',
    bad: [
      bad('', ...MISSING),
      ...alike(['三', '1.5', '-1', '1e3', '3个', '😀'], ...NOT_WHOLE),
      bad('0', '至少是 1。', 'It must be at least 1.'),
      ...alike(['6', '9'.repeat(20)], '最多是 5。', 'It can be at most 5.'),
    ],
  },
  {
    page: 'date',
    good: { year: '2026', month: '5', day: '1' },
    bad: [
      bad({ year: '', month: '', day: '' }, ...MISSING),
      bad({ year: '2026', month: '', day: '1' }, ...DATE_INCOMPLETE),
      ...alike(
        [
          { year: '二〇二六', month: '5', day: '1' },
          { year: '2026', month: '五', day: '1' },
          { year: '2026', month: '5', day: '1.5' },
          { year: '2026', month: '5', day: '-1' },
        ],
        '年、月、日都要用数字写，比如 2026 年 5 月 1 日。',
        'Write year, month and day in figures, such as 2026, 5 and 1.',
      ),
      ...alike(
        [
          { year: '26', month: '5', day: '1' },
          { year: '20266', month: '5', day: '1' },
        ],
        ...SHORT_YEAR,
      ),
      ...alike(
        [
          { year: '2026', month: '2', day: '31' },
          { year: '2025', month: '2', day: '29' },
          { year: '2026', month: '13', day: '1' },
          { year: '2026', month: '0', day: '0' },
        ],
        ...NO_SUCH_DAY,
      ),
    ],
  },
  {
    page: 'person',
    good: luo,
    bad: [
      bad({}, ...MISSING),
      ...alike(
        [
          { ...luo, name: '' },
          { ...luo, residentId: ' ' },
          { ...luo, mobile: '' },
        ],
        ...PERSON_INCOMPLETE,
      ),
      bad({ ...luo, name: '罗😀' }, ...NAME_CHARACTERS),
      bad({ ...luo, residentId: '52010319880229123' }, ...ID_LENGTH),
      bad({ ...luo, mobile: '1598501234' }, ...MOBILE_LENGTH),
      ...alike([{ known: '/nobody' }, { known: '__proto__' }], ...NOT_LISTED),
    ],
  },
  { page: 'officer', good: { known: '/reader' }, bad: [bad({}, ...MISSING), bad(luo, ...NOT_LISTED)] },
  {
    page: 'people',
    good: ['/reader', '/person'],
    bad: [
      bad([], ...MISSING),
      bad(['/reader', '/nobody'], ...NOT_LISTED),
      bad(['/reader'], '至少选 2 位。', 'Choose at least 2.'),
    ],
  },
  {
    page: 'one',
    good: ['/person'],
    bad: [bad(['/reader', '/person'], '最多选 1 位。', 'Choose at most 1.')],
  },
  {
    page: 'address',
    good: { area: '520103025', detail: '蔡家街 26 号' },
    bad: [
      bad({ area: '', detail: '' }, ...MISSING),
      bad(
        { area: '', detail: '蔡家街 26 号' },
        '请先选出所在的地方，再写后面的地址。',
        'Choose the area first, then write the rest of the address.',
      ),
      bad(
        { area: '999999999', detail: '蔡家街 26 号' },
        '请从列出的地方里选一个。',
        'Please choose one of the areas listed.',
      ),
      bad(
        { area: '520103025', detail: ' ' },
        '请写完整：路名、门牌号、楼层和房号。',
        'Write the rest too: street, number, floor and room.',
      ),
      bad(
        { area: '520103025', detail: '街'.repeat(41) },
        '最多写 40 个字，请写短一些。',
        'Write at most 40 characters: please shorten it.',
      ),
      bad({ area: '520103025', detail: '蔡家街\u202E26 号' }, ...UNSEEN),
    ],
  },
  {
    page: 'company',
    good: COMPANY,
    bad: [
      bad({ ...COMPANY, tradeName: '', industry: '' }, ...MISSING),
      ...alike(
        [
          { ...COMPANY, tradeName: '' },
          { ...COMPANY, industry: ' ' },
        ],
        ...ENTERPRISE_INCOMPLETE,
      ),
      ...alike(
        [
          { ...COMPANY, tradeName: 'Qiancheng' },
          { ...COMPANY, tradeName: '黔程1' },
          { ...COMPANY, tradeName: '黔程😀' },
          { ...COMPANY, tradeName: '黔程\u0000' },
          { ...COMPANY, industry: '信息（科技）' },
        ],
        ...ENTERPRISE_CHARACTERS,
      ),
      bad(
        { ...COMPANY, tradeName: '黔'.repeat(41) },
        '字号最多写 40 个字，请写短一些。',
        'The trade name has at most 40 characters: please shorten it.',
      ),
      bad(
        { ...COMPANY, industry: '黔'.repeat(400) },
        '行业最多写 40 个字，请写短一些。',
        'The industry has at most 40 characters: please shorten it.',
      ),
      bad(
        { ...COMPANY, industry: '\u200B' },
        '名称里要写明行业或经营特点，例如“科技”“餐饮”。',
        'The name must say the industry, for example 科技 (technology) or 餐饮 (catering).',
      ),
      bad(
        { ...COMPANY, division: '贵阳综合保税区' },
        '行政区划要用企业所在的省、市或县，例如“贵州”“贵阳”“贵阳市南明区”。',
        'The division must be the enterprise’s own province, city or county, for example 贵州, 贵阳 or 贵阳市南明区.',
      ),
      bad(
        { ...COMPANY, division: '贵安新区' },
        '开发区、新区的名称不能单独使用，请在前面加上“贵州”或“贵阳”。',
        'The name of a zone may not stand alone: put 贵州 or 贵阳 before it.',
      ),
      bad(
        { ...COMPANY, division: '南明区' },
        '市辖区前面要写上城市名，例如“贵阳市南明区”。',
        'A city district must follow its city, for example 贵阳市南明区.',
      ),
      bad(
        { ...COMPANY, tradeName: '黔' },
        '字号至少两个汉字，请再加字。',
        'The trade name has at least two Chinese characters: please add to it.',
      ),
      bad(
        { ...COMPANY, tradeName: '遵义' },
        '字号不能是县以上行政区划的名称，请换一个。',
        'The trade name may not be the name of a county or anything above it: choose another.',
      ),
      bad(
        { ...COMPANY, tradeName: '科技' },
        '字号不能是行业用语，请换一个。',
        'The trade name may not be a word for an industry: choose another.',
      ),
      bad(
        { ...COMPANY, form: '' },
        '名称最后要写组织形式，例如“有限公司”。',
        'The name must end with the form of organisation, for example 有限公司 (limited company).',
      ),
      bad(
        { ...COMPANY, form: '公司' },
        '有限责任公司的名称要以“有限公司”或“有限责任公司”结尾，请改一下。',
        'The name of a limited liability company ends with 有限公司 or 有限责任公司: please change it.',
      ),
      bad(
        { ...COMPANY, tradeName: '国务院' },
        '名称里不能用国家机关、政党、军队的名称，请换一个。',
        'A name may not use those of the state, of parties or of the forces: choose another.',
      ),
      bad(
        { ...COMPANY, tradeName: '日本黔程' },
        '名称里不能用外国国家、地区或国际组织的名称，请换一个。',
        'A name may not use those of foreign states or international organisations: choose another.',
      ),
      bad(
        { ...COMPANY, tradeName: '第一黔程' },
        '名称里不能有让人误解的字样（如“国家级”“最高级”“第一”），请换一个。',
        'A name may not mislead (“state-level”, “the highest”, “number one”): choose another.',
      ),
      bad(
        { ...COMPANY, tradeName: '赌博' },
        '名称里不能有迷信、暴力、色情、歧视或有害公序良俗的字样，请换一个。',
        'A name may not hold words of superstition, violence, obscenity or discrimination: choose another.',
      ),
      bad(
        { ...COMPANY, tradeName: '中国黔程' },
        '用“中国”“中华”“中央”“全国”“国家”“国际”等字样要经国务院批准，请换一个字号。',
        'Words such as 中国, 中华, 全国 or 国际 need approval of the State Council: choose another trade name.',
      ),
      doubt(
        { ...COMPANY, division: '' },
        '名称里没有行政区划；只有跨省经营的企业才可以省去，请核对。',
        'The name has no division: only an enterprise that works across provinces may leave it out. Please check.',
      ),
      doubt(
        { ...COMPANY, industry: '晒太阳' },
        '没有认出名称里的行业用语，请核对；没有错就继续。',
        'The word for the industry is not in our list: check it, and go on if it is right.',
      ),
      doubt({ ...COMPANY, industry: '国际贸易' }, ...QUALIFIER),
    ],
  },
  {
    page: 'stall',
    good: STALL,
    bad: [
      bad(
        { ...STALL, form: '公司' },
        '个体工商户的名称不能用“公司”“企业”“合作社”，可以用“店”“馆”“部”“行”。',
        'A sole proprietor may not use 公司, 企业 or 合作社: use 店, 馆, 部 or 行.',
      ),
      doubt(
        { ...STALL, division: '贵阳' },
        '个体工商户名称一般写到县或区，例如“贵阳市云岩区”，请核对。',
        'A sole proprietor’s name usually gives the county or district, for example 贵阳市云岩区: please check.',
      ),
      doubt(
        { ...STALL, form: '社团' },
        '这种组织形式不常见，一般用“店”“馆”“部”“行”，请核对。',
        'This form is unusual: 店, 馆, 部 or 行 are common. Please check.',
      ),
    ],
  },
  {
    page: 'cooperative',
    good: COOPERATIVE,
    bad: [
      bad(
        { ...COOPERATIVE, form: '有限公司' },
        '农民专业合作社的名称要以“专业合作社”结尾，请改一下。',
        'The name of a farmers’ cooperative ends with 专业合作社: please change it.',
      ),
    ],
  },
];
