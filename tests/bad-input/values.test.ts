// Every bad value of values.ts, given to a real kiosk: the sentence it shows, word for word, with the value kept.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import { KINDS } from '../../domain/procedure/procedure.ts';
import type { City } from '../city.ts';
import { ask } from '../fill-in.ts';
import { on } from '../hand-in-documents.ts';
import { give, questionOn, startEveryKind } from './at-page.ts';
import { everyKind } from './every-kind.ts';
import { VALUES, type Bad } from './values.ts';

let city: City;
let view: View;

beforeAll(async () => {
  city = await startEveryKind();
  view = await ask(city.send, 'beginApplication', { procedure: everyKind.id });
});
afterAll(() => city.stop());

/** The codes that were heard, for the count at the end. */
const heard = new Set<string>();

/** What is said when it is sent; the page stays, and so does what was typed. */
async function whenSent(page: ViewOf<'questions'>, { given }: Bad): Promise<unknown> {
  const refused = on(await give(city.send, page, given), 'questions');
  const [problem] = refused.problems;
  heard.add(problem?.code ?? '');
  return { page: refused.page, kept: questionOn(refused).value, text: problem?.text };
}

/** What is said while it is typed. */
async function whileTyped(page: ViewOf<'questions'>, { given }: Bad): Promise<unknown> {
  const { at } = questionOn(page);
  const { warnings, problem } = await ask(city.send, 'checkAnswer', { page: page.page, at, value: given });
  return { problem, warnings };
}

// One page after the other, as a citizen walks: a page is left with the good value.
describe.each(VALUES)('the page “$page”', ({ good, bad }) => {
  it.each(bad)('given $given says: $zh', async (value) => {
    const page = on(view, 'questions');
    const text = { 'zh-CN': value.zh, en: value.en };
    if (value.isDoubt) expect(await whileTyped(page, value)).toEqual({ problem: null, warnings: [text] });
    else expect(await whenSent(page, value)).toEqual({ page: page.page, kept: value.given, text });
  });

  it('goes on with a good one', async () => {
    const before = on(view, 'questions');
    view = await give(city.send, before, good);
    expect('page' in view && view.page).not.toBe(before.page);
  });
});

describe('a list', () => {
  const add = async (name: string) => {
    const item = on(await ask(city.send, 'addItem', { page: on(view, 'list').page }), 'questions');
    view = await give(city.send, item, name);
  };
  const goOn = () => ask(city.send, 'answerPage', { page: on(view, 'list').page, answers: {} });

  it('with too few says how many there must be', async () => {
    const [problem] = on(await goOn(), 'list').problems;
    expect(problem?.text).toEqual({
      'zh-CN': '帮手至少要有 1 位，现在是 0 位。',
      en: 'At least 1 needed (helper); there are 0.',
    });
  });

  it('takes no more than it may hold, whoever asks', async () => {
    await add('罗清源');
    await add('韦一舟');
    const full = on(view, 'list');
    expect(await ask(city.send, 'addItem', { page: full.page })).toMatchObject({ screen: 'list' });
    expect(
      on(await ask(city.send, 'look', null).then(() => ask(city.send, 'stillHere', null)), 'list').items,
    ).toHaveLength(2);
  });
});

describe('the tables', () => {
  it('have every kind of question there is', () => {
    const asked = everyKind.pages.flatMap((page) => ('questions' in page ? page.questions : []));
    expect(KINDS.filter((kind) => !asked.some(({ as }) => as === kind))).toEqual([]);
    const pages = new Set<string>(VALUES.map(({ page }) => page.toLowerCase()));
    expect(everyKind.pages.filter(({ id }) => !pages.has(id)).map(({ id }) => id)).toEqual([
      'helpers',
      'delivery',
    ]);
  });

  it('have every sentence that a question of any kind can say', () => {
    const said = VALUES.flatMap(({ bad }) => bad.map(({ zh }) => zh));
    const sources = ['identifiers', 'procedure/kinds'].flatMap(sentencesIn);
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.filter(([, zh]) => !said.some((one) => isLike(one, zh))).map(([code]) => code)).toEqual(
      NEVER_SHOWN,
    );
  });

  it('say what is wrong in words that tell what to do', () => {
    for (const { zh, en } of VALUES.flatMap(({ bad }) => bad)) {
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
      expect(zh).not.toMatch(/格式|校验|字段|非法|无效|错误|null|undefined/);
      expect(en).not.toMatch(/\b(invalid|format|field|error|illegal|null|undefined|string|value)\b/i);
    }
  });
});

/** Old numbers are compared with records only; names written in full come from records. */
const NEVER_SHOWN = ['enterprise-name/branch', 'resident-id/not-fifteen-digits'];

const DOMAIN = join(import.meta.dirname, '..', '..', 'domain');

/** Code and Chinese sentence of every message that stands in the sources there. */
function sentencesIn(room: string): [string, string][] {
  const sources = readdirSync(join(DOMAIN, room)).filter((name) => /(?<!\.test)\.ts$/.test(name));
  return sources.flatMap((name) => {
    const source = readFileSync(join(DOMAIN, room, name), 'utf8');
    return [...source.matchAll(/message\(\s*'([^']+)',\s*['`]([^'`]+)['`]/g)].map(
      ([, code = '', zh = '']): [string, string] => [code, zh],
    );
  });
}

/** A sentence with a number in it has a hole in the source. */
function isLike(said: string, source: string): boolean {
  const [start = '', ...rest] = source.split(/\$\{[^}]+\}/);
  return rest.length === 0 ? said === start : said.startsWith(start) && said.endsWith(rest.at(-1) ?? '');
}
