// The sixty fields that every candidate asks: somebody opens a noodle shop. One list for all, so that nobody has an easier
// form than another. The people and firms are invented; their check characters are right.

/** The kinds of fields, in the words of a procedure. */
export type FieldKind =
  'text' | 'person-name' | 'resident-id' | 'credit-code' | 'mobile' | 'choice' | 'money' | 'number' | 'date';

export interface FieldOption {
  value: string;
  zh: string;
  en: string;
}

export interface Field {
  id: string;
  as: FieldKind;
  zh: string;
  en: string;
  /** What is filled in: as typed; a date as YYYY-MM-DD; a choice as the value of its option. */
  answer: string;
  /** text: longest, in characters. number: largest. */
  max?: number;
  /** number: smallest. */
  min?: number;
  /** text: what it must be besides a line. */
  check?: 'postcode' | 'phone' | 'email';
  options?: FieldOption[];
}

function option(value: string, zh: string, en: string): FieldOption {
  return { value, zh, en };
}

function field(
  as: FieldKind,
  id: string,
  zh: string,
  en: string,
  answer: string,
  more: Pick<Field, 'max' | 'min' | 'check' | 'options'> = {},
): Field {
  return { id, as, zh, en, answer, ...more };
}

const YES_OR_NO = [option('yes', '是', 'Yes'), option('no', '否', 'No')];

export const SIXTY_FIELDS: readonly Field[] = [
  field('person-name', 'name', '经办人姓名', 'Name of the person applying', '杨雨禾'),
  field(
    'resident-id',
    'residentId',
    '经办人身份证号码',
    'Identity number of the person applying',
    '520102199003070014',
  ),
  field('mobile', 'mobile', '经办人手机号码', 'Mobile number of the person applying', '13800138000'),
  field('text', 'shopName', '店铺名称', 'Name of the shop', '雨禾手工面馆', { max: 100 }),
  field('text', 'shopAddress', '店铺详细地址', 'Full address of the shop', '贵阳市云岩区毓秀路 26 号', {
    max: 100,
  }),
  field('choice', 'shopPremises', '店铺场所的来源', 'How the premises are held', 'rented', {
    options: [
      option('rented', '租赁', 'Rented'),
      option('owned', '自有', 'Owned'),
      option('lent', '无偿使用', 'Lent free of charge'),
    ],
  }),
  field('date', 'shopOpens', '计划开业日期', 'Day the shop is to open', '2027-03-01'),
  field('money', 'capital', '出资额', 'Capital put in', '80000'),
  field('number', 'staffCount', '从业人数', 'Number of people working there', '4', { min: 1, max: 5000 }),
  field('number', 'shopArea', '经营面积（平方米）', 'Floor area (square metres)', '86', {
    min: 1,
    max: 100000,
  }),
  field('text', 'postcode', '邮政编码', 'Postcode', '550001', { check: 'postcode' }),
  field('text', 'email', '电子邮箱', 'E-mail address', 'shop@example.com', { max: 120, check: 'email' }),
  field('text', 'phone', '店铺电话', 'Telephone of the shop', '0851-86828888', { check: 'phone' }),
  field('text', 'goods', '主要经营项目', 'What is mainly sold', '手工面条、面点和凉菜', { max: 120 }),
  field('text', 'signWords', '招牌上的文字', 'Words on the sign', '雨禾面馆', { max: 40 }),
  field('choice', 'isFranchise', '是否加盟经营', 'Is it a franchise', 'no', { options: YES_OR_NO }),
  field('date', 'leaseFrom', '租期开始', 'Lease begins on', '2027-01-01'),
  field('date', 'leaseTo', '租期结束', 'Lease ends on', '2030-01-01'),
  field('money', 'rent', '每月租金', 'Rent a month', '4600'),
  field('money', 'deposit', '押金', 'Deposit', '9200'),
  field('person-name', 'landlordName', '出租人姓名', 'Name of the landlord', '罗家明'),
  field(
    'resident-id',
    'landlordId',
    '出租人身份证号码',
    'Identity number of the landlord',
    '520103198511230039',
  ),
  field('mobile', 'landlordMobile', '出租人手机号码', 'Mobile number of the landlord', '13985012345'),
  field('text', 'landlordAddress', '出租人住址', 'Address of the landlord', '贵阳市南明区花果园大街 8 号', {
    max: 100,
  }),
  field('choice', 'kitchenKind', '厨房类型', 'Kind of kitchen', 'open', {
    options: [
      option('open', '明厨亮灶', 'Open to view'),
      option('closed', '封闭厨房', 'Closed'),
      option('none', '不设厨房', 'None'),
    ],
  }),
  field('number', 'kitchenArea', '厨房面积（平方米）', 'Kitchen area (square metres)', '24', {
    min: 1,
    max: 10000,
  }),
  field('number', 'seats', '餐位数', 'Seats', '36', { min: 1, max: 5000 }),
  field('choice', 'waterSource', '用水来源', 'Source of water', 'mains', {
    options: [option('mains', '自来水', 'Mains'), option('well', '自备水源', 'Own source')],
  }),
  field('text', 'wasteCollector', '餐厨垃圾收运单位', 'Who takes the kitchen waste', '黔净环保服务有限公司', {
    max: 100,
  }),
  field(
    'credit-code',
    'wasteCode',
    '收运单位统一社会信用代码',
    'Credit code of that firm',
    '91520103MA6H3K2R8G',
  ),
  field('date', 'wasteFrom', '收运合同开始', 'Contract with it begins on', '2027-02-01'),
  field('money', 'wasteFee', '每月收运费', 'Its fee a month', '320.5'),
  field('person-name', 'managerName', '食品安全管理员姓名', 'Name of the food safety manager', '韦小燕'),
  field(
    'resident-id',
    'managerId',
    '食品安全管理员身份证号码',
    'Identity number of the manager',
    '520111199208150049',
  ),
  field('mobile', 'managerMobile', '食品安全管理员手机号码', 'Mobile number of the manager', '13608512345'),
  field('date', 'managerTrained', '培训合格日期', 'Day the training was passed', '2026-09-15'),
  field('number', 'healthCount', '持健康证人数', 'People with a health certificate', '4', {
    min: 0,
    max: 5000,
  }),
  field('text', 'healthPlace', '体检机构', 'Where they were examined', '云岩区疾病预防控制中心', {
    max: 100,
  }),
  field('choice', 'hasDelivery', '是否送餐上门', 'Does it deliver', 'yes', { options: YES_OR_NO }),
  field('text', 'platformName', '网络订餐平台', 'Ordering platform', '本地生活小程序', { max: 100 }),
  field(
    'credit-code',
    'platformCode',
    '平台统一社会信用代码',
    'Credit code of the platform',
    '91520103MA6H3K2R8G',
  ),
  field('number', 'deliveryRadius', '送餐范围（千米）', 'Delivery range (kilometres)', '3', {
    min: 1,
    max: 100,
  }),
  field('number', 'opensAt', '开门时间（时）', 'Opens at (hour)', '7', { min: 0, max: 23 }),
  field('number', 'closesAt', '关门时间（时）', 'Closes at (hour)', '22', { min: 1, max: 24 }),
  field('choice', 'fireCheck', '消防检查的情况', 'Fire inspection', 'passed', {
    options: [
      option('passed', '已通过', 'Passed'),
      option('applied', '已申请', 'Applied for'),
      option('exempt', '不需要', 'Not needed'),
    ],
  }),
  field('date', 'fireDay', '消防检查日期', 'Day of the fire inspection', '2026-10-20'),
  field('number', 'extinguishers', '灭火器数量', 'Fire extinguishers', '6', { min: 1, max: 1000 }),
  field('text', 'gasSupplier', '燃气供应单位', 'Gas supplier', '贵阳城市燃气供应站', { max: 100 }),
  field('text', 'gasContract', '燃气合同编号', 'Number of the gas contract', 'GY-2026-001832', { max: 60 }),
  field('text', 'bankName', '开户银行', 'Bank', '贵阳云岩支行', { max: 100 }),
  field('date', 'bankOpens', '预约开户日期', 'Day to open the account', '2027-02-20'),
  field('money', 'turnover', '预计年营业额', 'Turnover expected in a year', '600000'),
  field('choice', 'taxKind', '纳税人类型', 'Kind of taxpayer', 'small', {
    options: [option('small', '小规模纳税人', 'Small-scale'), option('general', '一般纳税人', 'General')],
  }),
  field('number', 'invoiceCount', '每月发票份数', 'Invoices a month', '50', { min: 1, max: 10000 }),
  field('number', 'sealCount', '刻章数量', 'Seals to be made', '3', { min: 1, max: 10 }),
  field('money', 'insuranceBase', '社保缴费基数', 'Base for social insurance', '4588'),
  field('person-name', 'receiverName', '收件人姓名', 'Name of the person receiving', '杨雨禾'),
  field('mobile', 'receiverMobile', '收件人手机号码', 'Mobile number of the person receiving', '13800138000'),
  field('text', 'receiverAddress', '收件地址', 'Address to send to', '贵阳市云岩区毓秀路 26 号', {
    max: 100,
  }),
  field('choice', 'delivery', '取证方式', 'How to get the licence', 'counter', {
    options: [option('courier', '邮寄', 'By courier'), option('counter', '到窗口领取', 'At the counter')],
  }),
];

/** The fields of each page, so many to a page. */
export function pagesOf(perPage: number): Field[][] {
  const count = Math.ceil(SIXTY_FIELDS.length / perPage);
  return Array.from({ length: count }, (_, page) => SIXTY_FIELDS.slice(page * perPage, (page + 1) * perPage));
}

/** What a page is headed with: no two are alike, so that one can tell which is shown. */
export function titleOf(page: number): { zh: string; en: string } {
  return { zh: `开一家面馆（第 ${page + 1} 页）`, en: `Open a noodle shop (page ${page + 1})` };
}
