// A small procedure with one of everything the format knows: the registration of dogs. Valid as it stands.
import type { Text } from '../../domain/contract/text.ts';
import { prepare, type Prepared } from '../../domain/procedure/prepared.ts';
import type { Catalogue, Procedure, Question, RuleUse } from '../../domain/procedure/procedure.ts';
import { compileSchema } from '../../lib/schema.ts';

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
const person = { type: 'object' };

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
      },
      $defs: { keeper: person },
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
      { id: 'papers', stage: 'dogs', title: told('材料', 'Papers'), documents: true },
    ],
    rules: [ruleUse('sum-equals', { of: '/dogs/*/feeFen', to: '/totalFen', unit: 'yuan' })],
    documents: [
      {
        id: 'photo',
        title: told('狗的照片', 'Photo of the dog'),
        each: '/dogs',
        mayFollow: { workingDays: 5 },
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
    ],
    prefill: [],
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
  return prepare(procedure, [breeds()], compileSchema);
}
