import { useEffect, useRef, useState } from 'react';
import type { CaseLine, CasePage } from '../../../domain/contract/console-api.ts';
import { text, type Text } from '../../../domain/contract/text.ts';
import { writeAddress } from '../address.ts';
import { heldFor, lasting, momentIn } from '../text/moments.ts';
import { texts } from '../text/texts.ts';
import { useLocale, useText } from '../text/use-text.ts';
import { useEvery } from '../use-every.ts';
import { TaskStateMark } from './task-state.tsx';

export function CaseTable({ page }: { page: CasePage }) {
  const say = useText();
  const now = useNow(page.now);
  const heads = [
    texts.number,
    texts.subjectAndMatter,
    texts.state,
    texts.received,
    texts.waiting,
    texts.from,
  ];
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.en} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.cases.map((line) => (
          <CaseRow key={line.id} line={line} now={now} />
        ))}
      </tbody>
    </table>
  );
}

const TICK_MS = 30_000;

/** The platform's time, going on from its last answer: the reader's own clock may be wrong. */
function useNow(said: string): number {
  const [passed, setPassed] = useState({ since: said, ms: 0 });
  const begun = useRef(0);
  useEffect(() => {
    begun.current = performance.now();
  }, [said]);
  useEvery(TICK_MS, () => setPassed({ since: said, ms: performance.now() - begun.current }));
  return Date.parse(said) + (passed.since === said ? passed.ms : 0);
}

function CaseRow({ line, now }: { line: CaseLine; now: number }) {
  const say = useText();
  const locale = useLocale();
  const address = writeAddress({ locale, route: { page: 'case', id: line.id } });
  return (
    <tr>
      <th scope="row" className="num">
        <a href={address}>{line.receiptNumber}</a>
      </th>
      <td>
        {line.subject}
        <small>{say(line.matter)}</small>
      </td>
      <td>
        <Tasks line={line} />
      </td>
      <td>
        <Received line={line} />
      </td>
      <td className="num">{say(waitingText(line, now))}</td>
      <td className="place">{say(line.place)}</td>
    </tr>
  );
}

/** What can be done now, each by name; what waits behind it only as a number. */
function Tasks({ line }: { line: CaseLine }) {
  const say = useText();
  const now = line.tasks.filter(({ state }) => state !== 'waiting-for-another');
  const behind = line.tasks.length - now.length;
  return (
    <>
      {now.map(({ id, title, state }) => (
        <span key={id} className="task">
          {say(title)} <TaskStateMark state={state} />
        </span>
      ))}
      {behind === 0 ? null : <small>{say(behindText(behind))}</small>}
    </>
  );
}

function behindText(count: number): Text {
  return text(`随后还有 ${count} 个环节`, count === 1 ? '1 task follows' : `${count} tasks follow`);
}

function Received({ line }: { line: CaseLine }) {
  const say = useText();
  const locale = useLocale();
  const note = noteOf(line);
  return (
    <>
      <span className="num">
        {say(texts.atPlatform)} {momentIn(locale, line.receivedAtPlatform)}
      </span>
      <small className="num">
        {say(texts.atKiosk)} {momentIn(locale, line.receivedAtKiosk)}
      </small>
      {note === null ? null : <small>{say(note)}</small>}
    </>
  );
}

/** A clock that was wrong says nothing about how long something was held. */
function noteOf({ clockDoubt, receivedAtKiosk, receivedAtPlatform }: CaseLine): Text | null {
  if (clockDoubt === null) return heldFor(receivedAtKiosk, receivedAtPlatform);
  return clockDoubt === 'ahead' ? texts.clockAhead : texts.clockBehind;
}

function waitingText({ tasks, receivedAtPlatform }: CaseLine, now: number): Text {
  const isWaiting = tasks.some(({ state }) => state === 'waiting-for-acceptance');
  return isWaiting ? lasting(now - Date.parse(receivedAtPlatform)) : texts.notWaiting;
}
