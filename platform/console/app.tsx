import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { TaskState } from '../../domain/contract/platform-api.ts';
import type { Address } from './address.ts';
import { CasePageView } from './pages/case-page.tsx';
import { SignIn } from './pages/sign-in.tsx';
import { WorkList } from './pages/work-list.tsx';
import { Rail } from './parts/rail.tsx';
import type { PlatformClient } from './platform-client.ts';
import { LocaleContext } from './text/use-text.ts';
import { useAddress } from './use-address.ts';
import { useSession } from './use-session.ts';

export function App({ client, token }: { client: PlatformClient; token: string | null }) {
  const [address, go] = useAddress();
  const { locale, route } = address;
  const session = useSession(client, token);

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  return (
    <LocaleContext value={locale}>
      <I18nProvider locale={locale}>
        {session.state === 'closed' ? (
          <SignIn session={session} onLocale={(next) => go({ locale: next, route })} />
        ) : null}
        {session.state === 'open' || session.state === 'assumed' ? (
          <div className="console">
            <Rail address={address} go={go} onLeave={session.leave} />
            <Page address={address} client={session.client} />
          </div>
        ) : null}
      </I18nProvider>
    </LocaleContext>
  );
}

/** How far a list was turned. */
interface Turned {
  state: TaskState | null;
  pages: (string | null)[];
}

function Page({ address: { route }, client }: { address: Address; client: PlatformClient }) {
  // Kept here, so that somebody who looked into a case comes back to the page of the list where it stood.
  const [turned, setTurned] = useState<Turned>({
    state: route.page === 'list' ? route.state : null,
    pages: [null],
  });
  if (route.page === 'case')
    return <CasePageView key={route.id} id={route.id} from={turned.state} client={client} />;
  const { state } = route;
  return (
    <WorkList
      key={state}
      state={state}
      client={client}
      pages={turned.state === state ? turned.pages : [null]}
      onPages={(pages, of = state) => setTurned({ state: of, pages })}
    />
  );
}
