// What a screen is given to show. The kiosk decides; a view is the whole of what the screen needs, in both languages,
// so that switching the language or reloading the page loses nothing.
import { Type, type Static } from 'typebox';
import { DocumentsView } from './views/documents.ts';
import { CheckView, ConfirmView } from './views/finish.ts';
import { ListView } from './views/list.ts';
import { GuideView, MattersView, WelcomeView } from './views/opening.ts';
import { AskProgressView, ProgressView } from './views/progress.ts';
import { QuestionsView } from './views/questions.ts';
import { ReceiptView } from './views/receipt.ts';
import { ClosedView, StillThereView } from './views/safety.ts';

export * from './views/documents.ts';
export * from './views/finish.ts';
export { Appearance, Contrast, PageToken, Place, Route, Stop, TextSize } from './views/head.ts';
export * from './views/list.ts';
export * from './views/opening.ts';
export * from './views/progress.ts';
export * from './views/questions.ts';
export * from './views/receipt.ts';
export * from './views/safety.ts';

export const View = Type.Union([
  WelcomeView,
  MattersView,
  GuideView,
  QuestionsView,
  ListView,
  DocumentsView,
  CheckView,
  ConfirmView,
  ReceiptView,
  AskProgressView,
  ProgressView,
  StillThereView,
  ClosedView,
]);
export type View = Static<typeof View>;
export type ScreenName = View['screen'];
export type ViewOf<S extends ScreenName> = Extract<View, { screen: S }>;
