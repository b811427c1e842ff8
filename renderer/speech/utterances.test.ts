// The list of what would be said, without a sound: in the order of the page, and nothing that is anybody's.
import { describe, expect, it } from 'vitest';
import { text } from '../../domain/contract/text.ts';
import type { QuestionView, View, ViewOf } from '../../domain/contract/views.ts';
import { texts } from '../text/texts.ts';
import { utterancesOf } from './utterances.ts';

const head = {
  page: 'page-token-1',
  revision: 1,
  appearance: { locale: 'zh-CN', size: 2, contrast: 'off', speech: true, lowReach: false },
  place: {
    office: text('大厅', 'Hall'),
    kiosk: text('1 号机', 'Kiosk 1'),
    helpAt: text('台', 'Desk'),
    phone: '1',
  },
} as const;
const route = { matter: text('事项', 'Matter'), stops: [] };

function question(more: Partial<QuestionView>): QuestionView {
  return {
    at: '/x',
    as: 'text',
    label: text('标签', 'Label'),
    hint: text('提示', 'Hint'),
    optional: false,
    value: '杨雨禾',
    options: [],
    people: [{ at: '/y', name: '罗清源', masked: '5201**********1237' }],
    others: true,
    unit: null,
    max: null,
    nameParts: null,
    warnings: [],
    ...more,
  } as QuestionView;
}

function page(more: Partial<ViewOf<'questions'>>): View {
  return {
    screen: 'questions',
    ...head,
    route,
    title: text('标题', 'Title'),
    help: text('说明', 'Help'),
    questions: [question({})],
    problems: [],
    changing: false,
    ...more,
  };
}

const option = (label: string) => ({
  value: label,
  label: text(label, label),
  note: null,
  group: null,
  search: '',
});
const zh = (view: View) => utterancesOf(view).map((part) => part['zh-CN']);

describe('a page of questions', () => {
  it('is said from the title down', () => {
    expect(zh(page({}))).toEqual(['标题', '说明', '标签', '提示']);
  });

  it('says few choices, and leaves many to the eye', () => {
    const few = question({ as: 'choice', options: ['甲', '乙'].map(option) });
    expect(zh(page({ questions: [few] }))).toEqual(['标题', '说明', '标签', '提示', '甲', '乙']);
    const many = question({ as: 'choice', options: [...'甲乙丙丁戊己庚辛壬'].map(option) });
    expect(zh(page({ questions: [many] }))).toHaveLength(4);
  });

  it('says what is wrong right after what it is about', () => {
    const problems = [{ at: '/x', code: 'missing', text: text('还没有填', 'Missing') }];
    expect(zh(page({ problems, questions: [question({}), question({ at: '/z', hint: null })] }))).toEqual([
      '标题',
      '说明',
      '标签',
      '提示',
      '还没有填',
      '标签',
    ]);
  });

  it('never says what was entered, a person, or a sentence that may name one', () => {
    const problems = [
      { at: '/x', code: 'people/too-young', text: text('罗清源未满 18 周岁', '罗清源 is under 18') },
      { at: '/x', code: 'sum/short', text: text('还差 10 万元', 'CNY 100,000 short') },
    ];
    const whole = utterancesOf(page({ problems, questions: [question({ as: 'person' })] }));
    expect(JSON.stringify(whole)).not.toMatch(/杨雨禾|罗清源|5201|18|10 万/);
    expect(whole.filter(({ en }) => en === texts.seeScreen.en)).toHaveLength(1);
  });
});

it('a page of what was entered is only pointed at', () => {
  const section = { id: 'who', title: text('您是谁', 'Who'), rows: [] };
  const view = { screen: 'check', ...head, route, sections: [section], documents: [], problems: [] };
  expect(zh(view as unknown as View)).toEqual([texts.speakCheck['zh-CN']]);
});

it('the welcome says what can be pressed', () => {
  expect(zh({ screen: 'welcome', ...head })).toEqual([texts.speakWelcome['zh-CN']]);
});
