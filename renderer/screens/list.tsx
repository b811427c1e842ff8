import { useState } from 'react';
import { text } from '../../domain/contract/text.ts';
import type { ListView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Wrong } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Back, Continue } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { placeId, Problems } from '../frame/problems.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useLocale, useText } from '../text/use-text.ts';

type Item = ListView['items'][number];

function usePercent(): (share: number) => string {
  const locale = useLocale();
  const written = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return (share) => written.format(share);
}

function Holder({ view, item, onRemove }: { view: ListView; item: Item; onRemove: (item: Item) => void }) {
  const { press } = usePress();
  const say = useText();
  const percent = usePercent();
  const name = say(item.name);
  const lines = [
    ...(item.share === null ? [] : [`${say(texts.share)} ${percent(item.share)}`]),
    ...item.lines.map(say),
  ];
  const change = () => press({ name: 'changeItem', input: { page: view.page, index: item.index } });
  return (
    <li className="holder" data-wrong={item.problems.length > 0}>
      <h2 data-head={name}>{name}</h2>
      {item.amount === null ? null : <p className="holder__amount num">{say(item.amount)}</p>}
      {lines.length === 0 ? null : (
        <p className="holder__terms">
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
      {item.problems.map((problem) => (
        <Wrong key={problem.at + problem.code} problem={say(problem.text)} />
      ))}
      <div className="holder__edit">
        <Button look="small" icon="pen" label={`${say(texts.change)} ${name}`} onPress={change}>
          {say(texts.change)}
        </Button>
        <Button look="small" icon="bin" label={`${say(texts.remove)} ${name}`} onPress={() => onRemove(item)}>
          {say(texts.remove)}
        </Button>
      </div>
    </li>
  );
}

/** The running total: how much is given, how much is wanted, and what is missing, in words and as a bar. */
function Sum({ view }: { view: ListView }) {
  const say = useText();
  const percent = usePercent();
  if (view.sum === null) return null;
  const { given, wanted, wantedLabel, state, says } = view.sum;
  const shares = view.items.flatMap(({ name, share }) =>
    share === null ? [] : [{ name: say(name), share }],
  );
  const spoken = shares.map(({ name, share }) => `${name} ${percent(share)}`).join(', ');
  const scale = Math.max(1, ...[shares.reduce((sum, { share }) => sum + share, 0)]);
  return (
    <section className="sum" aria-live="polite">
      <p className="sum__line">
        <span>
          {say(texts.given)} <b className="num">{say(given)}</b>
        </span>
        <span>
          {say(wantedLabel)} <b className="num">{say(wanted)}</b>
        </span>
      </p>
      <div className="sum__bar" role="img" aria-label={spoken === '' ? say(texts.unallotted) : spoken}>
        {shares.map(({ name, share }, index) => (
          <i key={`${name} ${index}`} style={{ width: `${(share / scale) * 100}%` }} />
        ))}
      </div>
      <p className={`sum__says sum__says--${state}`}>
        <Icon of={state === 'matches' ? 'check' : 'alert'} />
        <span>{say(says)}</span>
      </p>
    </section>
  );
}

function RemoveDialog({ view, item, onClose }: { view: ListView; item: Item | null; onClose: () => void }) {
  const { press } = usePress();
  const say = useText();
  function remove(): void {
    if (item !== null) press({ name: 'removeItem', input: { page: view.page, index: item.index } });
    onClose();
  }
  return (
    <Dialog
      isOpen={item !== null}
      onClose={onClose}
      title={say(texts.removeWhich)}
      actions={
        <>
          <Button onPress={onClose}>{say(texts.keep)}</Button>
          <Button look="strong" onPress={remove}>
            {say(texts.remove)}
          </Button>
        </>
      }
    >
      <p>
        <strong>{item === null ? '' : say(item.name)}</strong>
      </p>
      <p>{say(texts.removeLoses)}</p>
    </Dialog>
  );
}

/** A list that grows by one at a time. */
export function List({ view }: { view: ListView }) {
  const { press } = usePress();
  const say = useText();
  const [removing, setRemoving] = useState<Item | null>(null);
  const { page, item } = view;
  const addWords = text(`添加一位${item['zh-CN']}`, `Add ${item.en.toLowerCase()}`);
  return (
    <Frame
      view={view}
      route={view.route}
      name="list"
      onContinue={() => press({ name: 'answerPage', input: { page, answers: {} } })}
      act={
        <>
          <Back page={page} />
          <Continue>{say(view.changing ? texts.toCheck : texts.next)}</Continue>
        </>
      }
    >
      <Problems problems={view.problems} />
      <Title help={view.help === null ? null : say(view.help)}>{say(view.title)}</Title>
      <div className="holders" id={placeId(view.problems[0]?.at ?? '/list')}>
        {view.items.length === 0 ? <p className="soft">{say(texts.listEmpty)}</p> : null}
        <ol className="holders__list">
          {view.items.map((one) => (
            <Holder key={one.index} view={view} item={one} onRemove={setRemoving} />
          ))}
        </ol>
        {view.canAdd ? (
          <Button icon="plus" onPress={() => press({ name: 'addItem', input: { page } })}>
            {say(addWords)}
          </Button>
        ) : null}
      </div>
      <Sum view={view} />
      <RemoveDialog view={view} item={removing} onClose={() => setRemoving(null)} />
    </Frame>
  );
}
