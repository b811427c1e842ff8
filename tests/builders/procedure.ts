// A small procedure with one of everything the format knows: the registration of dogs. Valid as it stands.
import type { Text } from '../../domain/contract/text.ts';
import { prepare, type Prepared } from '../../domain/procedure/prepared.ts';
import type { Catalogue, Page, Procedure, Question, RuleUse } from '../../domain/procedure/procedure.ts';
import { newCompileSchema } from '../../lib/schema.ts';

export function told(zh: string, en: string): Text {
  return { 'zh-CN': zh, en };
}

/** A condition: the answer at a pointer is there and fits the schema. */
export function whenAt(pointer: string, schema: object): Record<string, unknown> {
  return pointer
    .split('/')
    .slice(1)
    .reduceRight<object>(
      (inner, key) => ({ properties: { [key]: inner }, required: [key] }),
      schema,
    ) as Record<string, unknown>;
}

export function question(at: string, as: Question['as'], more: Partial<Question> = {}): Question {
  return { at, as, label: told(`问${at}`, `Question ${at}`), ...more };
}

/** A named rule with its parameters. */
export function ruleUse(use: string, params: object = {}): RuleUse {
  return { use, ...params };
}

export function option(value: string) {
  return { value, label: told(`选${value}`, `Option ${value}`) };
}

const text = { type: 'string' };

/** Terriers are hunted with: that opens the pages on which nearly everything is known already. */
const isHunter = whenAt('/breeds', { type: 'array', contains: { const: 'terrier' } });
const isPet = whenAt('/purpose', { const: 'pet' });

/** One page with every way of not having to answer. */
function huntPage(): Page {
  const number = '/owner/residentId';
  return {
    id: 'hunt',
    stage: 'dogs',
    title: told('打猎', 'The hunt'),
    showWhen: isHunter,
    questions: [
      question('/hunt/born', 'date', { known: [{ from: number, take: 'birth-date' }] }),
      question('/hunt/sex', 'choice', {
        options: [option('male'), option('female')],
        known: [{ from: number, take: 'sex' }],
      }),
      question('/hunt/until', 'date', { known: [{ years: 1 }] }),
      question('/hunt/phone', 'mobile', {
        known: [{ when: isPet, from: '/owner/mobile' }],
        was: '/owner/mobile',
      }),
      question('/hunt/days', 'number', { usual: 2, suggest: [1, 2, 7], min: 1, max: 7 }),
      question('/hunt/ground', 'address', { options: grounds(), max: 40 }),
    ],
  };
}

/** Areas as an address has them: one group of two, one of one. */
export function grounds() {
  const region = told('贵州省贵阳市', 'Guiyang City');
  const [yunyan, nanming] = [told('云岩区', 'Yunyan District'), told('南明区', 'Nanming District')];
  return [
    {
      value: '520103025',
      label: told('毓秀路街道', 'Yuxiu Lu Subdistrict'),
      group: yunyan,
      region,
      search: 'yxl yuxiulu',
    },
    {
      value: '520103028',
      label: told('头桥街道', 'Touqiao Subdistrict'),
      group: yunyan,
      region,
      search: 'tq touqiao',
    },
    {
      value: '520102031',
      label: told('花果园街道', 'Huaguoyuan Subdistrict'),
      group: nanming,
      region,
      search: 'hgy huaguoyuan',
    },
  ];
}

/** A list that is the owner alone while the dog is a pet. */
function huntersPage(): Page {
  return {
    id: 'hunters',
    stage: 'dogs',
    title: told('谁去打猎？', 'Who hunts?'),
    showWhen: isHunter,
    repeat: '/hunters',
    min: 1,
    max: 3,
    item: told('猎手', 'Hunter'),
    names: ['/person'],
    shows: ['/role'],
    sum: { of: '/shareFen', to: '/totalFen' },
    known: { when: isPet, items: ['/owner'] },
    pages: [
      {
        id: 'hunter',
        title: told('谁？', 'Who?'),
        questions: [
          question('/hunters/*/person', 'person', { people: ['/owner', '/hunters/*/person'] }),
          question('/hunters/*/shareFen', 'money', {
            known: [{ share: { of: '/totalFen', among: '/hunters' } }],
          }),
          question('/hunters/*/role', 'choice', {
            options: [option('lead'), option('help')],
            known: [{ when: isPet, value: 'lead' }],
            usual: 'help',
          }),
          question('/hunters/*/note', 'text', { optional: true }),
        ],
      },
      {
        id: 'number',
        title: told('号码', 'Number'),
        questions: [question('/hunters/*/number', 'text', { known: [{ from: '/item/person/residentId' }] })],
      },
    ],
  };
}

/** The parts a test changes; everything else stays valid. */
export function dogLicence(change: Partial<Procedure> = {}): Procedure {
  return {
    format: 1,
    id: 'dog-licence',
    version: '2026.1',
    title: told('养犬登记', 'Register a dog'),
    summary: told('给狗登记', 'Register your dog'),
    occasion: { id: 'home', title: told('在家', 'At home') },
    audience: ['citizen'],
    division: '520100',
    identity: { name: '/owner/name', number: '/owner/residentId', mobile: '/owner/mobile' },
    subject: '/purpose',
    guide: { facts: [{ title: told('费用', 'Fee'), value: told('不收费', 'Free') }], bring: [], spared: [] },
    stages: [
      { id: 'who', title: told('您是谁', 'Who you are'), shows: '/owner/name' },
      { id: 'dogs', title: told('狗', 'Dogs') },
    ],
    answers: {
      type: 'object',
      additionalProperties: false,
      properties: {
        owner: {
          type: 'object',
          properties: { name: text, residentId: text, mobile: text },
        },
        purpose: { enum: ['pet', 'guard'] },
        site: { type: 'string', maxLength: 40 },
        breeds: { type: 'array', items: text },
        dogs: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              name: text,
              size: { enum: ['small', 'large'] },
              keeper: { $ref: '#/$defs/keeper' },
              feeFen: { type: 'integer' },
            },
          },
        },
        totalFen: { type: 'integer' },
        way: { enum: ['courier', 'counter'] },
        hunt: {
          type: 'object',
          properties: {
            born: text,
            sex: { enum: ['male', 'female'] },
            until: text,
            phone: text,
            days: { type: 'integer' },
            ground: {
              type: 'object',
              additionalProperties: false,
              properties: { area: { type: 'string', pattern: '^5201[0-9]{5}$' }, detail: text },
            },
          },
        },
        hunters: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              person: { $ref: '#/$defs/keeper' },
              shareFen: { type: 'integer' },
              role: { enum: ['lead', 'help'] },
              note: text,
              number: text,
            },
          },
        },
      },
      $defs: {
        keeper: {
          type: 'object',
          properties: { name: text, residentId: text, mobile: text },
        },
      },
    },
    catalogues: { breeds: '2026.1' },
    pages: [
      {
        id: 'owner',
        stage: 'who',
        title: told('您是谁？', 'Who are you?'),
        questions: [
          question('/owner/name', 'person-name'),
          question('/owner/residentId', 'resident-id'),
          question('/owner/mobile', 'mobile'),
        ],
      },
      {
        id: 'purpose',
        stage: 'dogs',
        title: told('为什么养？', 'What for?'),
        questions: [
          question('/purpose', 'choice', { options: [option('pet'), option('guard')] }),
          question('/totalFen', 'money'),
          question('/way', 'choice', { options: [option('courier'), option('counter')] }),
        ],
      },
      {
        id: 'site',
        stage: 'dogs',
        title: told('看守哪里？', 'What does it guard?'),
        showWhen: whenAt('/purpose', { const: 'guard' }),
        questions: [question('/site', 'text', { max: 40 })],
      },
      {
        id: 'breeds',
        stage: 'dogs',
        title: told('什么品种？', 'Which breeds?'),
        questions: [question('/breeds', 'pick', { catalogue: 'breeds', optional: true })],
      },
      {
        id: 'dogs',
        stage: 'dogs',
        title: told('有哪些狗？', 'Which dogs?'),
        repeat: '/dogs',
        min: 1,
        max: 3,
        item: told('狗', 'Dog'),
        names: ['/name'],
        shows: ['/size'],
        sum: { of: '/feeFen', to: '/totalFen' },
        pages: [
          {
            id: 'dog',
            title: told('什么样的狗？', 'What dog?'),
            questions: [
              question('/dogs/*/name', 'text'),
              question('/dogs/*/size', 'choice', { options: [option('small'), option('large')] }),
              question('/dogs/*/feeFen', 'money'),
            ],
          },
          {
            id: 'keeper',
            title: told('谁来看管？', 'Who keeps it?'),
            showWhen: whenAt('/item/size', { const: 'large' }),
            questions: [question('/dogs/*/keeper', 'person', { people: ['/owner'] })],
          },
        ],
      },
      huntPage(),
      huntersPage(),
      { id: 'papers', stage: 'dogs', title: told('材料', 'Papers'), documents: true },
    ],
    rules: [ruleUse('sum-equals', { of: '/dogs/*/feeFen', to: '/totalFen', unit: 'yuan' })],
    documents: [
      {
        id: 'photo',
        title: told('狗的照片', 'Photo of the dog'),
        each: '/dogs',
        mayFollow: { workingDays: 1 },
        accepts: ['image/jpeg'],
      },
      {
        id: 'keeper-consent',
        title: told('看管人同意书', 'The keeper’s consent'),
        each: '/dogs',
        requiredWhen: whenAt('/item/size', { const: 'large' }),
        accepts: ['application/pdf'],
      },
      {
        id: 'site-proof',
        title: told('场所证明', 'Proof of the site'),
        requiredWhen: whenAt('/purpose', { const: 'guard' }),
        accepts: ['application/pdf'],
      },
      {
        id: 'hunting-ground',
        title: told('猎场的证明', 'Proof of the hunting ground'),
        requiredWhen: isHunter,
        mayDeclare: told('猎场是合法的', 'The ground may lawfully be hunted on'),
        sparedBy: [{ record: 'premises', keeping: ['/hunt/ground'] }],
        maxPages: 4,
        accepts: ['application/pdf'],
      },
    ],
    prefill: [
      {
        record: 'premises',
        by: '/owner/residentId',
        into: { '/hunt/ground': '/address' },
        consent: true,
        why: told('少填一项', 'One question less'),
      },
    ],
    declaration: { version: '2026.1', text: [told('属实', 'True')] },
    tasks: [
      {
        id: 'licence',
        title: told('登记', 'Registration'),
        department: 'public-security',
        promised: 1,
        statutory: 3,
        sees: ['/owner', '/dogs/*/keeper'],
      },
      {
        id: 'inspection',
        title: told('查看场所', 'Inspection'),
        department: 'public-security',
        requiredWhen: whenAt('/purpose', { const: 'guard' }),
        after: ['licence'],
        promised: 2,
        statutory: 5,
        sees: ['/site'],
      },
      {
        id: 'delivery',
        title: told('寄送', 'Delivery'),
        department: 'service-center',
        after: ['licence', 'inspection'],
        promised: 1,
        statutory: 2,
        sees: ['/owner'],
      },
    ],
    outcome: {
      certificate: 'dog-licence',
      next: [told('等短信', 'Wait for a message')],
      delivery: ['courier', 'counter'],
      deliveryAt: '/way',
    },
    ...change,
  };
}

export function breeds(change: Partial<Catalogue> = {}): Catalogue {
  return {
    id: 'breeds',
    version: '2026.1',
    title: told('品种', 'Breeds'),
    source: 'invented',
    options: [option('terrier'), option('poodle'), option('mastiff')],
    ...change,
  };
}

export function prepared(procedure: Procedure = dogLicence()): Prepared {
  return prepare(procedure, [breeds()], newCompileSchema());
}
