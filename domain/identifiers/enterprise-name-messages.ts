import { message, type Message } from '../message.ts';
import type { EnterpriseKind } from './enterprise-name-lists.ts';

export const CHARACTERS = message(
  'enterprise-name/characters',
  '名称只能用规范汉字，不能有字母、数字和标点，请改掉。',
  'A name is written in Chinese characters only: remove letters, figures and punctuation.',
);
export const NO_DIVISION = message(
  'enterprise-name/no-division',
  '名称里没有行政区划；只有跨省经营的企业才可以省去，请核对。',
  'The name has no division: only an enterprise that works across provinces may leave it out. Please check.',
);
export const ZONE_ALONE = message(
  'enterprise-name/zone-alone',
  '开发区、新区的名称不能单独使用，请在前面加上“贵州”或“贵阳”。',
  'The name of a zone may not stand alone: put 贵州 or 贵阳 before it.',
);
export const DISTRICT_ALONE = message(
  'enterprise-name/district-alone',
  '市辖区前面要写上城市名，例如“贵阳市南明区”。',
  'A city district must follow its city, for example 贵阳市南明区.',
);
export const DIVISION_UNKNOWN = message(
  'enterprise-name/division-unknown',
  '行政区划要用企业所在的省、市或县，例如“贵州”“贵阳”“贵阳市南明区”。',
  'The division must be the enterprise’s own province, city or county, for example 贵州, 贵阳 or 贵阳市南明区.',
);
export const DISTRICT_WANTED = message(
  'enterprise-name/district-wanted',
  '个体工商户名称一般写到县或区，例如“贵阳市云岩区”，请核对。',
  'A sole proprietor’s name usually gives the county or district, for example 贵阳市云岩区: please check.',
);
export const TRADE_NAME_SHORT = message(
  'enterprise-name/trade-name-short',
  '字号至少两个汉字，请再加字。',
  'The trade name has at least two Chinese characters: please add to it.',
);
export const TRADE_NAME_IS_PLACE = message(
  'enterprise-name/trade-name-place',
  '字号不能是县以上行政区划的名称，请换一个。',
  'The trade name may not be the name of a county or anything above it: choose another.',
);
export const TRADE_NAME_IS_INDUSTRY = message(
  'enterprise-name/trade-name-industry',
  '字号不能是行业用语，请换一个。',
  'The trade name may not be a word for an industry: choose another.',
);
export const NO_INDUSTRY = message(
  'enterprise-name/no-industry',
  '名称里要写明行业或经营特点，例如“科技”“餐饮”。',
  'The name must say the industry, for example 科技 (technology) or 餐饮 (catering).',
);
export const INDUSTRY_UNUSUAL = message(
  'enterprise-name/industry-unusual',
  '没有认出名称里的行业用语，请核对；没有错就继续。',
  'The word for the industry is not in our list: check it, and go on if it is right.',
);
export const NO_FORM = message(
  'enterprise-name/no-form',
  '名称最后要写组织形式，例如“有限公司”。',
  'The name must end with the form of organisation, for example 有限公司 (limited company).',
);
export const FORM_UNUSUAL = message(
  'enterprise-name/form-unusual',
  '这种组织形式不常见，一般用“店”“馆”“部”“行”，请核对。',
  'This form is unusual: 店, 馆, 部 or 行 are common. Please check.',
);
export const RESTRICTED = message(
  'enterprise-name/restricted',
  '用“中国”“中华”“中央”“全国”“国家”“国际”等字样要经国务院批准，请换一个字号。',
  'Words such as 中国, 中华, 全国 or 国际 need approval of the State Council: choose another trade name.',
);
export const ONLY_AS_QUALIFIER = message(
  'enterprise-name/qualifier',
  '“中国”“国际”或外国国名只能用来限定行业，登记机关会再核对。',
  'Words such as 中国, 国际 or a foreign state may only qualify the industry: the registrar will look at this.',
);
export const BRANCH = message(
  'enterprise-name/branch',
  '这是分支机构的名称，请办理“分公司设立”，不要在这里填。',
  'This is the name of a branch: use the procedure for setting up a branch instead.',
);

const FORMS: Record<EnterpriseKind, Message> = {
  llc: message(
    'enterprise-name/form-llc',
    '有限责任公司的名称要以“有限公司”或“有限责任公司”结尾，请改一下。',
    'The name of a limited liability company ends with 有限公司 or 有限责任公司: please change it.',
  ),
  'sole-proprietor': message(
    'enterprise-name/form-sole-proprietor',
    '个体工商户的名称不能用“公司”“企业”“合作社”，可以用“店”“馆”“部”“行”。',
    'A sole proprietor may not use 公司, 企业 or 合作社: use 店, 馆, 部 or 行.',
  ),
  cooperative: message(
    'enterprise-name/form-cooperative',
    '农民专业合作社的名称要以“专业合作社”结尾，请改一下。',
    'The name of a farmers’ cooperative ends with 专业合作社: please change it.',
  ),
};

export function formFor(kind: EnterpriseKind): Message {
  return FORMS[kind];
}

const PARTS = {
  division: { zh: '行政区划', en: 'division' },
  tradeName: { zh: '字号', en: 'trade name' },
  industry: { zh: '行业', en: 'industry' },
  form: { zh: '组织形式', en: 'form of organisation' },
};
export type NamePart = keyof typeof PARTS;

export function tooLong(part: NamePart, max: number): Message {
  const { zh, en } = PARTS[part];
  return message(
    'enterprise-name/too-long',
    `${zh}最多写 ${max} 个字，请写短一些。`,
    `The ${en} has at most ${max} characters: please shorten it.`,
  );
}
