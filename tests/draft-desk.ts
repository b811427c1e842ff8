// A kiosk's questions without the kiosk: one person at one draft, no store, no network, no clock that moves.
import type { Name, Send } from '../domain/contract/kiosk-api.ts';
import { walk } from '../domain/procedure/pages.ts';
import type { JsonObject } from '../domain/procedure/pointer.ts';
import { fail, ok } from '../domain/result.ts';
import type { ProcedureShelf } from '../lib/procedures/shelf.ts';
import * as documents from '../main/documents/document-steps.ts';
import type { KeptFile } from '../main/documents/vault.ts';
import { newSession, type Session } from '../main/sessions/session.ts';
import * as steps from '../main/sessions/steps.ts';
import { viewOf } from '../main/sessions/views/view.ts';
import { told } from './builders/procedure.ts';

const PLACE = {
  office: told('大厅', 'Hall'),
  kiosk: told('一号机', 'Kiosk 1'),
  helpAt: told('二号窗', 'Counter 2'),
  phone: '',
};

/** What is kept of any photograph: there is no vault here. */
const KEPT: KeptFile = {
  digest: 'a'.repeat(64),
  key: 'A'.repeat(43),
  mediaType: 'image/jpeg',
  bytes: 1000,
  pages: 1,
};

export interface DraftDesk {
  send: Send;
  /** What was asked for and answered so far. */
  answers(): JsonObject;
}

export function openDraftDesk(shelf: ProcedureShelf, today: string): DraftDesk {
  let session = newSession('zh-CN');
  const presses: Partial<Record<Name, (input: never) => Session>> = {
    beginApplication: ({ procedure }: { procedure: string }) => {
      const prepared = shelf.latest(procedure);
      if (prepared === null) throw new Error(`no procedure ${procedure}`);
      return steps.startDraft(session, prepared, 'draft', new Date(`${today}T02:00:00Z`));
    },
    answerPage: ({ answers }: { answers: never }) => steps.answerPage(session, answers, today),
    changeAnswer: ({ at }: { at: string }) => steps.changeAnswer(session, at, today),
    addItem: () => steps.addItem(session, today),
    changeItem: ({ index }: { index: number }) => steps.changeItem(session, index, today),
    removeItem: ({ index }: { index: number }) => steps.removeItem(session, index),
    goBack: () => steps.goBack(session, today),
    openDocument: ({ document }: { document: string }) => documents.opened(session, document, 'camera', null),
    sendShot: () => session,
    keepShot: ({ shot }: { shot: string }) => documents.taken(session, KEPT, shot),
    closeDocument: () => documents.closed(session),
  };
  return {
    async send(name, input) {
      const press = presses[name];
      if (press === undefined) return fail({ code: 'unknown-operation' });
      session = press(input as never);
      return ok(viewOf(session, { place: PLACE, revision: 1, today, calendar: shelf.calendar }, shelf, null));
    },
    answers() {
      if (session.screen.at !== 'draft') throw new Error('no application was begun');
      const { prepared, answers } = session.screen.draft;
      return walk(prepared, answers, today).answers;
    },
  };
}
