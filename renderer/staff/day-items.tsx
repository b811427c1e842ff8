import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { DeskItem } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePress } from '../state/use-press.ts';
import { OwnName } from '../text/own-name.tsx';
import { staffTexts as texts } from '../text/staff.ts';
import { useText } from '../text/use-text.ts';
import type { DeskAtWork } from './desk-frame.tsx';

function Words({ item, index }: { item: DeskItem; index: number | null }) {
  const say = useText();
  return (
    <span className="item__words">
      <b>
        <OwnName>{item.name}</OwnName>
      </b>
      <span className={`state state--${item.mark}`}>{say(item.says)}</span>
      <small>{say(item.matter)}</small>
      {item.number === null ? null : <small className="num">{item.number}</small>}
      {index === null ? null : <kbd>Alt {index}</kbd>}
    </span>
  );
}

/** Asked once: what is destroyed is gone. `which` tells this case from the others by ear. */
function Discard({ page, draft, which }: { page: string; draft: string; which: string }) {
  const [isOpen, setOpen] = useState(false);
  const { press } = usePress();
  const say = useText();
  return (
    <>
      <AriaButton
        className="item__act"
        aria-label={`${say(texts.discard)} ${which}`}
        onPress={() => setOpen(true)}
      >
        <Icon of="bin" />
      </AriaButton>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={say(texts.discardWhich)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{say(texts.keepIt)}</Button>
            <Button look="strong" onPress={() => press({ name: 'discardCase', input: { page, draft } })}>
              {say(texts.discard)}
            </Button>
          </>
        }
      >
        <p>{say(texts.discardLoses)}</p>
      </Dialog>
    </>
  );
}

function OpenItem({
  page,
  item,
  place,
  index,
  canDiscard,
}: {
  page: string;
  item: DeskItem;
  /** In the list, from 1. */
  place: number;
  /** The digit that opens it. */
  index: number | null;
  canDiscard: boolean;
}) {
  const { press } = usePress();
  const say = useText();
  const draft = item.draft ?? '';
  const open = () => press({ name: 'openCase', input: { page, draft } });
  return (
    <li className="item" aria-current={item.mark === 'here' ? 'true' : undefined}>
      <AriaButton className="item__open" onPress={open}>
        <Words item={item} index={index} />
      </AriaButton>
      {canDiscard ? (
        <Discard page={page} draft={draft} which={`${place}. ${item.name} ${say(item.matter)}`} />
      ) : null}
    </li>
  );
}

function ReceiptItem({ page, item }: { page: string; item: DeskItem }) {
  const { press } = usePress();
  const say = useText();
  const sequence = item.sequence ?? 0;
  return (
    <li className="item">
      <span className="item__open">
        <Words item={item} index={null} />
      </span>
      <AriaButton
        className="item__act"
        aria-label={`${say(texts.reprint)} ${item.number ?? ''}`}
        onPress={() => press({ name: 'reprintReceipt', input: { page, sequence } })}
      >
        <Icon of="print" />
      </AriaButton>
    </li>
  );
}

/** The day's items: cases that are open, then what was handed in. Names are masked; new ones do not move the others about. */
export function DayItems({ page, desk, isAtList }: { page: string; desk: DeskAtWork; isAtList: boolean }) {
  const { press } = usePress();
  const say = useText();
  const cases = desk.items.filter(({ draft }) => draft !== null);
  const receipts = desk.items.filter(({ draft }) => draft === null);
  const waiting = cases.filter(({ mark }) => mark === 'open');
  const { olderThan } = desk;
  return (
    <aside className="items" aria-label={say(texts.list)}>
      <h2>
        {say(texts.open)} <span className="num">{cases.length}</span>
      </h2>
      <ul>
        {cases.map((item, at) => (
          <OpenItem
            key={item.draft}
            page={page}
            item={item}
            place={at + 1}
            index={item.mark === 'open' && waiting.indexOf(item) < 9 ? waiting.indexOf(item) + 1 : null}
            canDiscard={isAtList}
          />
        ))}
      </ul>
      <h2>
        {say(texts.handedIn)} <span className="num">{receipts.length}</span>
      </h2>
      {desk.items.length === 0 ? <p className="note">{say(texts.deskNothing)}</p> : null}
      <ul>
        {receipts.map((item) => (
          <ReceiptItem key={item.sequence} page={page} item={item} />
        ))}
      </ul>
      {olderThan === null ? null : (
        <Button look="small" onPress={() => press({ name: 'showItems', input: { page, before: olderThan } })}>
          {say(texts.older)}
        </Button>
      )}
    </aside>
  );
}
