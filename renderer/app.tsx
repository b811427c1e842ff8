import type { ReactElement } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { View } from '../domain/contract/views.ts';
import { IdleQuestion } from './frame/idle-question.tsx';
import { useActivity } from './frame/use-activity.ts';
import { AskProgress, Progress } from './screens/progress.tsx';
import { Cases } from './screens/progress-cases.tsx';
import { MendIdentity } from './screens/progress-mend.tsx';
import { Rating } from './screens/rating.tsx';
import { Check } from './screens/check.tsx';
import { Closed } from './screens/closed.tsx';
import { Confirm } from './screens/confirm.tsx';
import { Documents } from './screens/documents.tsx';
import { Capture } from './screens/documents-capture.tsx';
import { Usb } from './screens/documents-usb.tsx';
import { Guide } from './screens/guide.tsx';
import { Identity } from './screens/identity.tsx';
import { List } from './screens/list.tsx';
import { Matters } from './screens/matters.tsx';
import { Questions } from './screens/questions.tsx';
import { Receipt } from './screens/receipt.tsx';
import { Starting } from './screens/starting.tsx';
import { StillThere } from './screens/still-there.tsx';
import { Welcome } from './screens/welcome.tsx';
import { StaffDoor, StaffLocked } from './staff/door.tsx';
import { StaffDesk } from './staff/staff-desk.tsx';
import { StaffMachine } from './staff/staff-machine.tsx';
import { useDensity } from './staff/use-density.ts';
import { useSpeech } from './speech/use-speech.ts';
import { useAppearance } from './state/appearance.ts';
import { useLookQuery } from './state/kiosk.ts';
import { useAppSelector } from './state/store.ts';
import { isPlain, LocaleContext, PlainContext } from './text/use-text.ts';

/** One screen for every kind of view. A kind without one does not compile. */
function Screen({ view }: { view: View }): ReactElement {
  switch (view.screen) {
    case 'welcome':
      return <Welcome view={view} />;
    case 'matters':
      return <Matters view={view} />;
    case 'guide':
      return <Guide view={view} />;
    case 'identity':
      return <Identity view={view} />;
    case 'questions':
      return <Questions view={view} />;
    case 'list':
      return <List view={view} />;
    case 'documents':
      return <Documents view={view} />;
    case 'capture':
      return <Capture view={view} />;
    case 'usb':
      return <Usb view={view} />;
    case 'check':
      return <Check view={view} />;
    case 'confirm':
      return <Confirm view={view} />;
    case 'receipt':
      return <Receipt view={view} />;
    case 'ask-progress':
      return <AskProgress view={view} />;
    case 'progress':
      return <Progress view={view} />;
    case 'cases':
      return <Cases view={view} />;
    case 'mend-identity':
      return <MendIdentity view={view} />;
    case 'rating':
      return <Rating view={view} />;
    case 'staff-door':
      return <StaffDoor view={view} />;
    case 'staff-locked':
      return <StaffLocked view={view} />;
    case 'staff-desk':
      return <StaffDesk view={view} />;
    case 'staff-machine':
      return <StaffMachine view={view} />;
    case 'still-there':
      return <StillThere view={view} />;
    case 'closed':
      return <Closed view={view} />;
  }
}

/** What the kiosk says to show. A new page token is a new page: nothing of the last one stays in it. */
function Shown({ view }: { view: View }) {
  useAppearance(view.appearance);
  useDensity(view);
  useActivity();
  useSpeech(view);
  const { locale } = view.appearance;
  const isAsked = useAppSelector((state) => state.idle.secondsAtFirst !== null);
  return (
    <LocaleContext value={locale}>
      <I18nProvider locale={locale}>
        <PlainContext value={isPlain(view)}>
          <div className="under" inert={isAsked}>
            <Screen key={`${view.page} ${view.screen}`} view={view} />
          </div>
          <IdleQuestion view={view} />
        </PlainContext>
      </I18nProvider>
    </LocaleContext>
  );
}

function Live() {
  const { data: view, refetch } = useLookQuery(null);
  return view === undefined ? <Starting askAgain={() => void refetch()} /> : <Shown view={view} />;
}

/** Once the person has left, nothing is drawn: a fresh page or a fresh window takes over. */
export function App() {
  const hasEnded = useAppSelector((state) => state.life.hasEnded);
  return hasEnded ? null : <Live />;
}
