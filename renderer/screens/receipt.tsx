import { useEffect, useState } from 'react';
import type { Text } from '../../domain/contract/text.ts';
import type { ReceiptView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Frame } from '../frame/frame.tsx';
import { usePress } from '../state/use-press.ts';
import { progressTexts } from '../text/progress.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { DocumentList } from './documents.tsx';
import { FullCopy, Print } from './printing.tsx';
import { Qr } from './qr.tsx';
import { Stages } from './stages.tsx';

const WORDS: Record<ReceiptView['state'], { title: Text; hint: Text }> = {
  held: { title: texts.heldTitle, hint: texts.heldHint },
  acknowledged: { title: texts.arrivedTitle, hint: texts.arrivedHint },
  stopped: { title: texts.stoppedTitle, hint: texts.stoppedHint },
};

/** Yellow check: held here. Green check: the platform has it. Red mark: somebody must look. */
function StateMark({ state }: Pick<ReceiptView, 'state'>) {
  return (
    <svg className={`kept__mark kept__mark--${state}`} viewBox="0 0 64 64" aria-hidden="true">
      <rect x="2" y="2" width="60" height="60" rx="11" />
      <path d={state === 'stopped' ? 'M32 14v24M32 48v1' : 'M17 33l11 11 20-24'} />
    </svg>
  );
}

/** Broken, where it must be, after the machine's part. */
function Number({ number }: { number: string }) {
  const parts = /^(\d+-K\d+-)(.+)$/.exec(number);
  return (
    <b className="number__whole">
      <span className="num">{parts?.[1] ?? number}</span>
      <wbr />
      <span className="num">{parts?.[2] ?? ''}</span>
    </b>
  );
}

/** A late second press on “confirm” lands where “next” now stands: it must not take the receipt away. */
const PRESS_PAUSE_MS = 1000;

function useAfterPause(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setOver(true), PRESS_PAUSE_MS);
    return () => clearTimeout(waiting);
  }, []);
  return isOver;
}

function Papers({ title, documents }: { title: string; documents: ReceiptView['documents'] }) {
  if (documents.length === 0) return null;
  return (
    <section>
      <h2 data-head={title}>{title}</h2>
      <DocumentList documents={documents} />
    </section>
  );
}

/** State first, then the number, then what happens next. */
export function Receipt({ view }: { view: ReceiptView }) {
  const { press } = usePress();
  const say = useText();
  const isPauseOver = useAfterPause();
  const { title, hint } = WORDS[view.state];
  const following = view.documents.filter(({ state }) => state === 'to-follow');
  const settled = view.documents.filter(({ state }) => state !== 'to-follow');
  const goOn = () => (isPauseOver ? press({ name: 'finish', input: { page: view.page } }) : undefined);
  return (
    <Frame
      view={view}
      name="receipt"
      act={
        <Button look="strong" onPress={goOn}>
          {say(progressTexts.takeReceipt)}
        </Button>
      }
    >
      <div className="kept__head" aria-live="polite">
        <StateMark state={view.state} />
        <div className="ask">
          <h1 tabIndex={-1}>{say(title)}</h1>
          <p>{say(hint)}</p>
        </div>
      </div>
      <section className="number" aria-label={say(texts.receiptNumber)}>
        <div>
          <p>{say(texts.receiptNumber)}</p>
          <Number number={view.number} />
          <p className="note">{say(view.matter)}</p>
          <p className="note">
            {say(view.received)} · {say(texts.receivedAt)}
          </p>
        </div>
        <Qr value={view.qr} label={say(texts.qrLabel)} />
      </section>
      <div className="pair">
        <section>
          <h2 data-head={say(texts.whatNext)}>{say(texts.whatNext)}</h2>
          <Stages stages={view.stages} />
        </section>
        <div className="pair__side">
          {view.print === null ? null : <Print print={view.print} page={view.page} />}
          {view.fullCopy === null ? null : <FullCopy copy={view.fullCopy} page={view.page} />}
          <p className="note">{say(texts.proves)}</p>
          <Papers title={say(texts.followLater)} documents={following} />
          <Papers title={say(texts.handedIn)} documents={settled} />
        </div>
      </div>
    </Frame>
  );
}
