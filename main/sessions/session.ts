// What the kiosk knows about the person in front of it. In memory only; a new one is made when they leave.
import { randomBytes } from 'node:crypto';
import type { Locale, Text } from '../../domain/contract/text.ts';
import type { Appearance, ViewOf } from '../../domain/contract/views.ts';
import type { ReceiptPaper } from '../../domain/submission/receipt-paper.ts';
import type { NeededDocument } from '../../domain/procedure/documents.ts';
import type { Draft } from './draft.ts';

/** A receipt as long as its owner stands here. */
export interface HeldReceipt {
  sequence: number;
  paper: ReceiptPaper;
  documents: NeededDocument[];
}

/** What is known about one receipt number, in words. */
export type Progress = Pick<ViewOf<'progress'>, 'number' | 'matter' | 'state' | 'stages'>;

export type Screen =
  | { at: 'welcome' }
  | { at: 'matters' }
  | { at: 'guide'; procedure: string; closed: Text | null }
  | { at: 'draft'; draft: Draft; refused: Text | null }
  | { at: 'receipt'; receipt: HeldReceipt }
  | { at: 'ask-progress'; number: string; problem: Text | null }
  | { at: 'progress'; progress: Progress };

export interface Session {
  /** Names the page on the screen; a new one whenever the page changes. */
  page: string;
  appearance: Appearance;
  screen: Screen;
  /** The screen was reloaded in the middle: nobody knows who stands there now. */
  isAsking: boolean;
}

export function newSession(locale: Locale): Session {
  return {
    page: newPageToken(),
    appearance: { locale, size: 2, contrast: 'off' },
    screen: { at: 'welcome' },
    isAsking: false,
  };
}

function newPageToken(): string {
  return randomBytes(12).toString('base64url');
}

/** The session with another page on the screen. */
export function showing(session: Session, screen: Screen): Session {
  return { ...session, screen, page: newPageToken() };
}

/** Whether anything of this person is on the machine. */
export function isPersonal({ screen }: Session): boolean {
  return !['welcome', 'matters', 'guide'].includes(screen.at);
}
