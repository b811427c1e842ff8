import { useCallback, useState } from 'react';
import type { CasePage, Count } from '../../../domain/contract/console-api.ts';
import type { TaskState } from '../../../domain/contract/platform-api.ts';
import { text, type Text } from '../../../domain/contract/text.ts';
import { Button } from '../../../ui/button.tsx';
import { writeAddress } from '../address.ts';
import { CaseTable } from '../parts/case-table.tsx';
import { HelpCalls } from '../parts/help-calls.tsx';
import { TroubleNotice } from '../parts/trouble.tsx';
import type { PlatformClient } from '../platform-client.ts';
import { momentIn } from '../text/moments.ts';
import { stateWords, texts } from '../text/texts.ts';
import { useLocale, useText } from '../text/use-text.ts';
import { useEvery } from '../use-every.ts';
import { focusWhenLost } from '../focus.ts';
import { useReading } from '../use-reading.ts';

/** Soon enough for a desk, seldom enough for a city of desks. */
const ASK_EVERY_MS = 5000;

interface WorkListProps {
  state: TaskState | null;
  client: PlatformClient;
  /** Cursors of the pages turned so far; the last is shown. null: the first page. */
  pages: (string | null)[];
  onPages: (pages: (string | null)[], state?: TaskState | null) => void;
}

export function WorkList({ state, client, pages, onPages }: WorkListProps) {
  const after = pages.at(-1) ?? null;
  const {
    value: page,
    trouble,
    again,
  } = useReading(useCallback(() => client.cases(state, after), [client, state, after]));
  const arrived = useArrivals(client, state, page?.newest ?? null, page !== null);

  function showArrived(): void {
    if (after === null) again();
    else onPages([null]);
  }

  return (
    <main className="sheet" tabIndex={-1} ref={focusWhenLost}>
      <Head page={page} />
      <div>
        <Filter chosen={state} onChoose={(next) => onPages([null], next)} />
        <HelpCalls client={client} />
        <Arrived count={arrived} onShow={showArrived} />
      </div>
      {trouble === null ? null : <TroubleNotice trouble={trouble} onAgain={again} />}
      <Shown page={page} state={state} pages={pages} onPages={onPages} />
    </main>
  );
}

function countWords({ number, andMore }: Count): string {
  return andMore ? `${number}+` : String(number);
}

function Head({ page }: { page: CasePage | null }) {
  const say = useText();
  const locale = useLocale();
  return (
    <div className="head">
      <div>
        <h1>
          {say(texts.casesTitle)}{' '}
          {page === null ? null : <span className="num">{countWords(page.count)}</span>}
        </h1>
        <p>
          {page === null ? null : `${momentIn(locale, page.now)} · `}
          {say(texts.newestFirst)}
        </p>
      </div>
    </div>
  );
}

/** In the order of a case's life; what waits for others is nobody's work now and comes last. */
const FILTERS: (TaskState | null)[] = [
  null,
  'waiting-for-acceptance',
  'accepted',
  'returned',
  'decided',
  'waiting-for-another',
];

function Filter({
  chosen,
  onChoose,
}: {
  chosen: TaskState | null;
  onChoose: (state: TaskState | null) => void;
}) {
  const say = useText();
  const locale = useLocale();
  return (
    <nav className="tabs" aria-label={say(texts.filter)}>
      {FILTERS.map((state) => (
        <a
          key={state}
          href={writeAddress({ locale, route: { page: 'list', state } })}
          onClick={() => onChoose(state)}
          {...(state === chosen ? { 'aria-current': 'page' as const } : {})}
        >
          {say(state === null ? texts.anyState : stateWords[state])}
        </a>
      ))}
    </nav>
  );
}

/** How many have arrived since the list was read. The list itself does not move under anybody's hand. */
function useArrivals(
  client: PlatformClient,
  state: TaskState | null,
  since: string | null,
  isRead: boolean,
): Count {
  const [counted, setCounted] = useState<{ since: string | null; count: Count }>({ since, count: NONE });
  useEvery(ASK_EVERY_MS, () => {
    if (!isRead) return;
    void client.arrivals(state, since).then((answer) => {
      if (answer.ok) setCounted({ since, count: answer.value.count });
    });
  });
  return counted.since === since ? counted.count : NONE;
}

const NONE: Count = { number: 0, andMore: false };

function arrivedText(count: Count): Text {
  if (count.number === 1) return texts.arrivedOne;
  const number = countWords(count);
  return text(`新到 ${number} 件。`, `${number} have arrived.`);
}

/** The place is always there, so that what it says is read out when it appears. */
function Arrived({ count, onShow }: { count: Count; onShow: () => void }) {
  const say = useText();
  return (
    <div role="status">
      {count.number === 0 ? null : (
        <div className="arrived">
          <p>
            <strong>{say(arrivedText(count))}</strong> {say(texts.listStaysPut)}
          </p>
          <Button look="small" onPress={onShow}>
            {say(texts.showArrived)}
          </Button>
        </div>
      )}
    </div>
  );
}

type ShownProps = Pick<WorkListProps, 'state' | 'pages' | 'onPages'> & { page: CasePage | null };

function Shown({ page, state, pages, onPages }: ShownProps) {
  const say = useText();
  if (page === null) return <p className="note">{say(texts.reading)}</p>;
  if (page.cases.length === 0 && pages.length === 1)
    return <p className="empty">{say(state === null ? texts.noCases : texts.noneInState)}</p>;
  const { next } = page;
  return (
    <>
      <CaseTable page={page} />
      <nav className="pager" aria-label={say(texts.pages)}>
        {pages.length > 1 ? (
          <Button look="small" onPress={() => onPages(pages.slice(0, -1))}>
            {say(texts.newerPage)}
          </Button>
        ) : null}
        {next === null ? null : (
          <Button look="small" onPress={() => onPages([...pages, next])}>
            {say(texts.olderPage)}
          </Button>
        )}
      </nav>
    </>
  );
}
