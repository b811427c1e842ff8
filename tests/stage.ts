// A kiosk on a stage: a real kiosk behind the browser host, brought to any screen through the contract, for pictures and
// for tests that look at screens.
import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RENDERER } from '../scripts/city.ts';
import type { Page } from 'playwright';
import type { View } from '../domain/contract/views.ts';
import { silentLog } from '../lib/log.ts';
import { startHttp, type HttpHost } from '../main/hosts/browser/http.ts';
import { llcAnswers } from './builders/llc-application.ts';
import { startCity, type City, type CityOptions } from './city.ts';
import { manualTime, type ManualTime } from './fakes/manual-time.ts';
import { drawSignature } from '../scripts/citizen/draw-signature.ts';
import { ask, confirm, fillIn } from './fill-in.ts';
import { llc } from './llc.ts';
import { documentScenes } from './scenes/documents.ts';
import { identityScenes } from './scenes/identity.ts';
import { keyboardScenes } from './scenes/keyboard.ts';
import { progressScenes } from './scenes/progress.ts';
import { staffScenes } from './scenes/staff.ts';

export interface Stage {
  city: City;
  http: HttpHost;
  /** Time on this stage, when it passes only by command. */
  time: ManualTime | null;
  close(): Promise<void>;
}

export interface StageOptions extends CityOptions {
  /** The kiosk's database was overwritten by something else while the kiosk was off. */
  isStoreDamaged?: boolean;
}

export async function openStage(options: StageOptions = {}, time: ManualTime | null = null): Promise<Stage> {
  const city = await startCity(
    time === null ? options : { ...options, clock: time.clock, timers: time.timers },
  );
  if (options.isStoreDamaged === true) await city.restartKiosk(() => damageStore(join(city.folder, 'kiosk')));
  const http = await startHttp({
    kiosk: city.kiosk,
    assets: RENDERER,
    port: 0,
    lastingKey: true,
    log: silentLog,
  });
  return {
    city,
    http,
    time,
    async close() {
      await http.stop();
      await city.stop();
    },
  };
}

function damageStore(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.startsWith('kiosk.sqlite')))
    if (name === 'kiosk.sqlite') writeFileSync(join(folder, name), Buffer.alloc(8192, 7));
    else truncateSync(join(folder, name));
}

/** A scene: a name, and what brings the kiosk there from the welcome page. */
export interface Scene {
  name: string;
  family: 'opening' | 'questions' | 'lists' | 'finish' | 'progress' | 'safety' | 'staff';
  /** What its stage must be like, where the common one will not do. */
  needs?: StageOptions;
  enter(city: City): Promise<View>;
  /** What a person then does on the screen itself. */
  onScreen?: (page: Page, stage: Stage) => Promise<unknown>;
}

/** Plays on the stage that is there, or on one of the scene's own if it needs that, where time passes in the same way. */
export async function play(
  { needs }: Scene,
  common: Stage,
  act: (stage: Stage) => Promise<void>,
): Promise<void> {
  if (needs === undefined) return act(common);
  const own = await openStage(needs, common.time === null ? null : manualTime(new Date()));
  try {
    await act(own);
  } finally {
    await own.close();
  }
}

const { procedure } = await llc();

/** Fills in an application until such a page comes. */
export async function pageOf(
  city: City,
  wanted: (view: View) => boolean,
  answers = llcAnswers(),
): Promise<View> {
  const views: View[] = [];
  const watching = async (name: Parameters<City['send']>[0], input: unknown) => {
    const reply = await city.send(name, input);
    if (reply.ok && isView(reply.value)) {
      views.push(reply.value);
      if (wanted(reply.value)) throw new Reached(reply.value);
    }
    return reply;
  };
  try {
    await fillIn(watching, procedure, answers);
  } catch (error) {
    if (error instanceof Reached) return error.view;
    throw error;
  }
  throw new Error(`never reached; saw ${views.map(({ screen }) => screen).join(', ')}`);
}

class Reached extends Error {
  readonly view: View;
  constructor(view: View) {
    super('reached');
    this.view = view;
  }
}

function isView(value: unknown): value is View {
  return typeof value === 'object' && value !== null && 'screen' in value;
}

const asks = (kind: string) => (view: View) =>
  view.screen === 'questions' && view.questions.some((question) => question.as === kind);

function personAt(view: View): string {
  const asked = view.screen === 'questions' ? view.questions.find(({ as }) => as === 'person') : undefined;
  if (asked === undefined) throw new Error(`${view.screen} asks for nobody`);
  return asked.at;
}

const listed = (count: number) => (view: View) => view.screen === 'list' && view.items.length === count;

function questionScene(kind: string): Scene {
  return { name: `question-${kind}`, family: 'questions', enter: (city) => pageOf(city, asks(kind)) };
}

/** Kinds of questions that the registration of a limited company asks. */
const KINDS = [
  'resident-id',
  'enterprise-name',
  'choice',
  'pick',
  'money',
  'choices',
  'date',
  'person',
  'tick',
  'address',
];

export const scenes: Scene[] = [
  { name: 'welcome', family: 'opening', enter: ({ send }) => ask(send, 'look', null) },
  { name: 'matters', family: 'opening', enter: ({ send }) => ask(send, 'begin', null) },
  {
    name: 'guide',
    family: 'opening',
    enter: ({ send }) => ask(send, 'openMatter', { procedure: procedure.id }),
  },
  {
    // The longest sentence that nothing can be begun with.
    name: 'guide-clock',
    family: 'opening',
    needs: {},
    enter: ({ send }) => ask(send, 'openMatter', { procedure: procedure.id }),
    async onScreen(page, { time }) {
      time?.setWallClock(new Date('2000-01-01T02:00:00Z'));
      await page.locator('.act .button--strong').click();
      await page.getByRole('alert').first().waitFor();
    },
  },
  ...identityScenes,
  ...KINDS.map(questionScene),
  {
    name: 'question-address-streets',
    family: 'questions',
    enter: (city) => pageOf(city, asks('address')),
    async onScreen(page) {
      await page.locator('.area').first().click();
      await page.locator('.group-head').waitFor();
    },
  },
  {
    name: 'question-address-found',
    family: 'questions',
    enter: (city) => pageOf(city, asks('address')),
    onScreen: (page) => page.locator('input').first().fill('xh'),
  },
  {
    name: 'question-address-chosen',
    family: 'questions',
    enter: (city) => pageOf(city, asks('address')),
    async onScreen(page) {
      await page.locator('.area').first().click();
      await page.locator('.group-head').waitFor();
      await page.locator('.area').first().click();
      await page.locator('.chosen-area').waitFor();
    },
  },
  {
    name: 'question-errors',
    family: 'questions',
    async enter({ send }) {
      const view = await ask(send, 'beginApplication', { procedure: procedure.id });
      if (view.screen !== 'questions') throw new Error(view.screen);
      const answers = Object.fromEntries(
        view.questions.filter(({ as }) => as === 'resident-id').map(({ at }) => [at, '520102199003070011']),
      );
      return ask(send, 'answerPage', { page: view.page, answers });
    },
  },
  {
    name: 'question-person-errors',
    family: 'questions',
    async enter(city) {
      const view = await pageOf(city, asks('person'));
      const someone = { isNew: 'yes', name: '', residentId: '520102199003070011', mobile: '1380013800' };
      return ask(city.send, 'answerPage', { page: view.page, answers: { [personAt(view)]: someone } });
    },
  },
  { name: 'list-empty', family: 'lists', enter: (city) => pageOf(city, listed(0)) },
  { name: 'list-filled', family: 'lists', enter: (city) => pageOf(city, listed(2)) },
  {
    name: 'documents',
    family: 'finish',
    enter: (city) => pageOf(city, ({ screen }) => screen === 'documents'),
  },
  ...documentScenes,
  { name: 'check', family: 'finish', enter: (city) => pageOf(city, ({ screen }) => screen === 'check') },
  { name: 'confirm', family: 'finish', enter: (city) => fillIn(city.send, procedure, llcAnswers()) },
  {
    name: 'confirm-error',
    family: 'finish',
    async enter({ send }) {
      const view = await fillIn(send, procedure, llcAnswers());
      return ask(send, 'submit', { page: view.page, typedName: '', strokes: [] });
    },
  },
  {
    name: 'confirm-signed',
    family: 'finish',
    enter: (city) => fillIn(city.send, procedure, llcAnswers()),
    onScreen: (page) => drawSignature(page),
  },
  {
    name: 'confirm-typed',
    family: 'finish',
    enter: (city) => fillIn(city.send, procedure, llcAnswers()),
    async onScreen(page) {
      await page.locator('.signing .button--text').click();
      await page.getByRole('textbox').waitFor();
    },
  },
  {
    name: 'receipt-held',
    family: 'finish',
    async enter({ send, network }) {
      network.become('down');
      return confirm(send, await fillIn(send, procedure, llcAnswers()));
    },
  },
  {
    name: 'receipt-arrived',
    family: 'finish',
    async enter({ send, network, kiosk }) {
      network.become('fine');
      const view = await confirm(send, await fillIn(send, procedure, llcAnswers()));
      await kiosk.drain();
      return view;
    },
  },
  {
    name: 'receipt-full-copy',
    family: 'finish',
    // Nothing answers at the discard port: the screen offers the copy, and says after a press why none came.
    needs: { config: { copyPrinter: { kind: 'ipp', url: 'ipp://127.0.0.1:9/ipp/print' } } },
    async enter({ send, kiosk }) {
      const view = await confirm(send, await fillIn(send, procedure, llcAnswers()));
      await kiosk.drain();
      return view;
    },
  },
  { name: 'ask-progress', family: 'progress', enter: ({ send }) => ask(send, 'askProgress', null) },
  {
    name: 'ask-progress-error',
    family: 'progress',
    async enter({ send }) {
      const { page } = await ask(send, 'askProgress', null);
      return ask(send, 'findProgress', { page, number: '520103-K001-1-0001-0' });
    },
  },
  {
    name: 'progress',
    family: 'progress',
    async enter({ send, network, kiosk }) {
      network.become('fine');
      const { number } = await confirm(send, await fillIn(send, procedure, llcAnswers()));
      await kiosk.drain();
      await ask(send, 'leave', null);
      const { page } = await ask(send, 'askProgress', null);
      return ask(send, 'findProgress', { page, number });
    },
  },
  ...progressScenes,
  {
    name: 'still-there',
    family: 'safety',
    async enter({ send }) {
      await ask(send, 'beginApplication', { procedure: procedure.id });
      return ask(send, 'look', null);
    },
  },
  {
    name: 'idle',
    family: 'safety',
    enter: (city) => pageOf(city, asks('resident-id')),
    async onScreen(page, { time }) {
      time?.pass(60_000);
      await page.locator('.over').waitFor();
    },
  },
  {
    name: 'leave-dialog',
    family: 'safety',
    enter: (city) => pageOf(city, asks('resident-id')),
    onScreen: (page) => page.locator('.aids .aid').last().click(),
  },
  {
    name: 'help-dialog',
    family: 'safety',
    enter: ({ send }) => ask(send, 'look', null),
    onScreen: (page) => page.locator('.aid').first().click(),
  },
  {
    name: 'closed',
    family: 'safety',
    needs: { isStoreDamaged: true },
    enter: ({ send }) => ask(send, 'look', null),
  },
  {
    name: 'starting',
    family: 'safety',
    enter: ({ send }) => ask(send, 'look', null),
    async onScreen(page) {
      await page.route('**/kiosk/**', (route) => route.abort());
      await page.reload();
      await page.locator('.starting').waitFor();
      // It fades in late: nobody should see it who waits for less than a second.
      await page
        .locator('.starting')
        .evaluate((part) =>
          Promise.all(part.getAnimations().map(({ finished }) => finished)).then(() => null),
        );
    },
  },
  ...keyboardScenes,
  ...staffScenes,
];
