import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { FrameProps } from '../frame/frame.tsx';
import { usePress } from '../state/use-press.ts';
import { staffTexts as texts } from '../text/staff.ts';
import { useText } from '../text/use-text.ts';
import type { DeskAtWork } from './desk-frame.tsx';
import { DeskView } from './desk-view.tsx';
import { FaceTick } from './face-tick.tsx';

/** Scans, each to be held against its original. */
function Originals({ page, desk }: { page: string; desk: DeskAtWork }) {
  const { press } = usePress();
  const say = useText();
  if (desk.scans.length === 0) return null;
  return (
    <section>
      <h2>{say(texts.compareTitle)}</h2>
      <ul className="originals">
        {desk.scans.map(({ document, title, isCompared }) => (
          <li key={document}>
            <span>{say(title)}</span>
            {isCompared ? (
              <span className="state state--done">
                <Icon of="check" /> {say(texts.compared)}
              </span>
            ) : (
              <Button
                look="small"
                label={`${say(texts.compare)} ${say(title)}`}
                onPress={() => press({ name: 'compareOriginal', input: { page, document } })}
              >
                {say(texts.compare)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the clerk does beside filling in: compare, hand over, leave. */
export function DeskSide({
  view,
  desk,
  isAtCheck,
}: {
  view: FrameProps['view'];
  desk: DeskAtWork;
  /** Where handing over is what the page itself is for: one button for it is enough. */
  isAtCheck: boolean;
}) {
  const { press } = usePress();
  const say = useText();
  const { page } = view;
  return (
    <aside className="desk-side">
      {desk.isFaceCompared === null ? null : (
        <section>
          <FaceTick page={page} isCompared={desk.isFaceCompared} shortcut="Alt T" />
        </section>
      )}
      <Originals page={page} desk={desk} />
      {desk.isFaceCompared === null ? null : (
        <section className="desk-panel">
          <h2>{say(texts.toCitizen)}</h2>
          <p className="note">{say(texts.toCitizenHint)}</p>
          {isAtCheck ? (
            <kbd>Alt O</kbd>
          ) : (
            <Button onPress={() => press({ name: 'handOver', input: { page } })}>
              {say(texts.toCitizen)} <kbd aria-hidden="true">Alt O</kbd>
            </Button>
          )}
        </section>
      )}
      <section className="desk-leave">
        <DeskView {...view.appearance} />
        <Button look="text" onPress={() => press({ name: 'lockScreen', input: { page } })}>
          {say(texts.lock)}
        </Button>
        <Button look="text" onPress={() => press({ name: 'signOut', input: { page, then: 'end' } })}>
          {say(texts.signOut)}
        </Button>
      </section>
    </aside>
  );
}
