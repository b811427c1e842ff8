// What a name may and may not be made of, as data: lists change more often than rules.
import { message, type Message } from '../message.ts';
import { administrativeUnits, districtsOf } from './divisions.ts';

export type EnterpriseKind = 'llc' | 'sole-proprietor' | 'cooperative';

export interface ForbiddenClass {
  problem: Message;
  words: readonly string[];
  /** What a trade does may mention what it may not be called: 日本料理. */
  doubtfulInIndustry: boolean;
}

export interface NameLists {
  /** Every way a division may be written when it stands alone in a name. */
  divisions: readonly string[];
  /** City districts: never without their city, unless the name is a sole proprietor's. */
  districts: readonly string[];
  /** Functional zones: never without a division. */
  zones: readonly string[];
  /** Those of `divisions` that are wider than a county or district. */
  wideDivisions: readonly string[];
  /** County-or-above names that no trade name may be, without 省, 市, 区, 县. */
  divisionNames: readonly string[];
  industryWords: readonly string[];
  /** A sole proprietor's form need only end like one of these: 小吃店. */
  forms: Record<EnterpriseKind, readonly string[]>;
  /** What a sole proprietor may not call itself. */
  corporateWords: readonly string[];
  forbidden: readonly ForbiddenClass[];
  /** Only with approval of the State Council, or as a qualifier within the industry. */
  restricted: readonly string[];
}

const PROVINCE = ['贵州', '贵州省'];
const CITY = ['贵阳', '贵阳市'];
const below = districtsOf('520100');
const districts = below.filter(({ level }) => level === 'district').map(({ name }) => name['zh-CN']);
const counties = below.filter(({ level }) => level !== 'district').map(({ name }) => name['zh-CN']);
const shortCounties = counties.map((name) => name.slice(0, -1));
const zones = administrativeUnits.map(({ name }) => name['zh-CN']);

function joined(upper: readonly string[], lower: readonly string[]): string[] {
  return upper.flatMap((first) => lower.map((second) => `${first}${second}`));
}

const cities = [...CITY, ...joined(PROVINCE, CITY)];
const within = [...districts, ...counties, ...shortCounties];

const REGIONS = (
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 ' +
  '西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾 贵阳 遵义 六盘水 安顺 毕节 铜仁 黔东南 黔南 黔西南 广州 深圳 成都 昆明 长沙 武汉 南宁 杭州 南京'
).split(' ');

const INDUSTRY_WORDS = (
  '科技 信息科技 信息技术 网络科技 网络技术 软件 软件开发 软件技术 电子商务 电子科技 智能科技 数字科技 数据服务 大数据 生物科技 环保科技 ' +
  '新能源 新能源科技 农业科技 建筑科技 医药科技 商贸 贸易 国际贸易 进出口贸易 供应链管理 供应链 百货 食品 食品销售 酒业 茶业 烟酒 服装 服饰 ' +
  '建材 家具 家居 五金 机电 机械 汽车 汽车服务 汽车维修 汽车销售 餐饮 餐饮管理 餐饮服务 小吃 早餐 火锅 烧烤 牛肉粉 羊肉粉 肠旺面 快餐 奶茶 烘焙 ' +
  '日本料理 酒店 酒店管理 旅游 旅行社 文化 文化传媒 传媒 文化传播 广告 广告传媒 影视 设计 装饰 装饰工程 建筑 建筑工程 建设工程 园林 园林绿化 ' +
  '工程 房地产 房地产开发 房地产经纪 物业 物业管理 物业服务 物流 运输 货运 快递 仓储 咨询 企业管理 企业管理咨询 管理咨询 商务咨询 商务服务 ' +
  '财务咨询 人力资源 劳务 劳务派遣 会计服务 知识产权 投资 投资管理 资产管理 教育 教育咨询 教育科技 培训 健康管理 健康咨询 养老服务 医疗 ' +
  '医疗器械 药业 医药 药店 美容 美发 理发 美容美发 健身 体育 洗衣 家政 家政服务 维修 家电维修 手机维修 便利 水果 蔬菜 粮油 副食 日用品 文具 ' +
  '图书 花卉 宠物 农业 农业开发 农业发展 生态农业 种植 养殖 种养殖 水果种植 蔬菜种植 茶叶种植 生猪养殖 林业 畜牧 矿业 化工 能源 电力 制造 ' +
  '机械制造 加工 食品加工 印刷 包装 环保 环保工程 安防 安防工程 通信 通信工程 通讯 电器 电气 照明 玩具 珠宝 眼镜 摄影 婚庆 会展 会展服务 实业 发展'
).split(' ');

const STATE = message(
  'enterprise-name/state',
  '名称里不能用国家机关、政党、军队的名称，请换一个。',
  'A name may not use those of the state, of parties or of the forces: choose another.',
);
const FOREIGN = message(
  'enterprise-name/foreign-state',
  '名称里不能用外国国家、地区或国际组织的名称，请换一个。',
  'A name may not use those of foreign states or international organisations: choose another.',
);
const OFFENSIVE = message(
  'enterprise-name/public-order',
  '名称里不能有迷信、暴力、色情、歧视或有害公序良俗的字样，请换一个。',
  'A name may not hold words of superstition, violence, obscenity or discrimination: choose another.',
);
const DECEITFUL = message(
  'enterprise-name/deceit',
  '名称里不能有让人误解的字样（如“国家级”“最高级”“第一”），请换一个。',
  'A name may not mislead (“state-level”, “the highest”, “number one”): choose another.',
);

/** What a form offers first; any other lawful place may be typed. */
export const OFFERED_DIVISIONS: readonly string[] = [
  ...CITY,
  ...joined(['贵阳市'], [...districts, ...counties]),
  ...PROVINCE,
];

export const NAME_LISTS: NameLists = {
  divisions: [
    ...PROVINCE,
    ...cities,
    ...joined(cities, within),
    ...joined(PROVINCE, [...counties, ...shortCounties]),
    ...counties,
    ...shortCounties,
    ...joined([...PROVINCE, ...cities], zones),
  ],
  districts,
  zones,
  wideDivisions: [...PROVINCE, ...cities],
  divisionNames: [...REGIONS, ...districts.map((name) => name.slice(0, -1)), ...shortCounties],
  industryWords: INDUSTRY_WORDS,
  forms: {
    llc: ['有限公司', '有限责任公司'],
    'sole-proprietor': (
      '店 商店 馆 部 经营部 服务部 门市部 行 商行 坊 工坊 作坊 厂 加工厂 中心 服务中心 超市 ' +
      '工作室 铺 商铺 屋 摊 园 庄 苑 阁 社 吧 站 院 场 农场 养殖场 家庭农场 户'
    ).split(' '),
    cooperative: ['专业合作社', '农民专业合作社', '专业合作社联合社'],
  },
  corporateWords: ['公司', '企业', '合作社'],
  forbidden: [
    {
      problem: STATE,
      words:
        '国务院 人民政府 人民法院 检察院 公安 共产党 国民党 民主党派 解放军 武警 陆军 海军 空军 火箭军 国旗 国徽'.split(
          ' ',
        ),
      doubtfulInIndustry: false,
    },
    {
      problem: FOREIGN,
      words:
        '美国 英国 法国 德国 日本 俄罗斯 韩国 朝鲜 印度 越南 泰国 联合国 欧盟 北约 东盟 世界银行 世贸组织 世界卫生组织'.split(
          ' ',
        ),
      doubtfulInIndustry: true,
    },
    {
      problem: OFFENSIVE,
      words:
        '算命 风水 占卜 鬼神 邪教 法轮 恐怖 暴力 杀人 黑帮 赌博 毒品 色情 淫秽 嫖 妓 歧视 支那 蛮夷 纳粹'.split(
          ' ',
        ),
      doubtfulInIndustry: false,
    },
    {
      problem: DECEITFUL,
      words: '国家级 最高级 最佳 第一 首家 唯一 特供 专供'.split(' '),
      doubtfulInIndustry: false,
    },
  ],
  restricted: ['中国', '中华', '中央', '全国', '国家', '国际'],
};
