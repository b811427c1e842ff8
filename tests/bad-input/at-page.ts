// A citizen in front of a matter that asks one of everything, on whatever page a test is about.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawAnswer } from '../../domain/contract/answers.ts';
import type { Send } from '../../domain/contract/kiosk-api.ts';
import type { QuestionView, View, ViewOf } from '../../domain/contract/views.ts';
import { writeProcedures } from '../builders/library-card.ts';
import { startCity, type City, type CityOptions } from '../city.ts';
import { ask } from '../fill-in.ts';
import { on } from '../hand-in-documents.ts';
import { everyKind } from './every-kind.ts';
import { VALUES } from './values.ts';

/** The folder of the one matter. */
export function everyKindFolder(): string {
  return writeProcedures(mkdtempSync(join(tmpdir(), 'onewindow-every-kind-')), everyKind);
}

export function startEveryKind(options: CityOptions = {}): Promise<City> {
  return startCity({ printer: null, procedures: everyKindFolder(), ...options });
}

/** The one question of a page. */
export function questionOn({ questions: [asked] }: ViewOf<'questions'>): QuestionView {
  if (asked === undefined) throw new Error('a page that asks nothing');
  return asked;
}

export async function give(send: Send, view: ViewOf<'questions'>, value: RawAnswer): Promise<View> {
  return ask(send, 'answerPage', { page: view.page, answers: { [questionOn(view).at]: value } });
}

/** Begins, and answers every page before this one well. */
export async function atPage(send: Send, wanted: string): Promise<ViewOf<'questions'>> {
  let view = on(await ask(send, 'beginApplication', { procedure: everyKind.id }), 'questions');
  for (const { page, good } of VALUES) {
    if (page === wanted) return view;
    view = on(await give(send, view, good), 'questions');
  }
  throw new Error(`no page asks for ${wanted}`);
}
