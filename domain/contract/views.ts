// What a screen is given to show. The kiosk decides; a view is the whole of what the screen needs, in both languages,
// so that switching the language or reloading the page loses nothing.
import { Type, type Static } from 'typebox';
import { CaptureView, DocumentsView, UsbView } from './views/documents.ts';
import { CheckView, ConfirmView } from './views/finish.ts';
import { IdentityView } from './views/identity.ts';
import { ListView } from './views/list.ts';
import { GuideView, MattersView, WelcomeView } from './views/opening.ts';
import { AskProgressView, CasesView, MendIdentityView, ProgressView } from './views/progress.ts';
import { QuestionsView } from './views/questions.ts';
import { RatingView } from './views/rating.ts';
import { ReceiptView } from './views/receipt.ts';
import { ClosedView, StillThereView } from './views/safety.ts';
import { StaffDeskView, StaffDoorView, StaffLockedView, StaffMachineView } from './views/staff.ts';

export * from './views/documents.ts';
export * from './views/finish.ts';
export {
  Appearance,
  Contrast,
  KeyboardOffer,
  PageToken,
  Place,
  Route,
  Stop,
  TextSize,
} from './views/head.ts';
export * from './views/identity.ts';
export * from './views/list.ts';
export * from './views/opening.ts';
export * from './views/progress.ts';
export * from './views/questions.ts';
export * from './views/rating.ts';
export * from './views/receipt.ts';
export * from './views/safety.ts';
export * from './views/staff.ts';

export const View = Type.Union([
  WelcomeView,
  MattersView,
  GuideView,
  IdentityView,
  QuestionsView,
  ListView,
  DocumentsView,
  CaptureView,
  UsbView,
  CheckView,
  ConfirmView,
  ReceiptView,
  AskProgressView,
  CasesView,
  ProgressView,
  MendIdentityView,
  RatingView,
  StillThereView,
  ClosedView,
  StaffDoorView,
  StaffLockedView,
  StaffDeskView,
  StaffMachineView,
]);
export type View = Static<typeof View>;
export type ScreenName = View['screen'];
export type ViewOf<S extends ScreenName> = Extract<View, { screen: S }>;
