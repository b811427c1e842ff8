import { Button as AriaButton } from 'react-aria-components';
import type { IdentityView, IdentityWay } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type Drawing } from '../../ui/icon.tsx';
import { Back } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { usePress } from '../state/use-press.ts';
import { identityTexts as texts } from '../text/identity.ts';
import { useText } from '../text/use-text.ts';

const WAY_DRAWINGS: Record<IdentityWay['by'], Drawing> = { card: 'card', typing: 'pen' };

function useGoOn(page: string): (way: IdentityWay) => void {
  const { press } = usePress();
  return ({ by, consent }) =>
    press({ name: by === 'card' ? 'readIdentity' : 'typeIdentity', input: { page, consent } });
}

/** One press chooses and goes on: nothing is chosen beforehand. */
function WayDoor({ way, onPress }: { way: IdentityWay; onPress: () => void }) {
  const say = useText();
  return (
    <li>
      <AriaButton className="door" onPress={onPress}>
        <Icon of={WAY_DRAWINGS[way.by]} />
        <span className="door__words">
          <strong>{say(way.title)}</strong>
          {way.note === null ? null : <small>{say(way.note)}</small>}
        </span>
        <Icon of="next" />
      </AriaButton>
    </li>
  );
}

function Offered({ records }: Pick<IdentityView, 'records'>) {
  const say = useText();
  if (records.length === 0) return null;
  return (
    <section>
      <h2 data-head={say(texts.whatIsUsed)}>{say(texts.whatIsUsed)}</h2>
      <ul className="offered">
        {records.map(({ record, title, why }) => (
          <li key={record + title.en}>
            <strong>{say(title)}</strong>
            <small>{say(why)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MARKS: Record<NonNullable<IdentityView['state']>['mark'], { look: string; drawing: Drawing }> = {
  waiting: { look: 'state state--now', drawing: 'card' },
  working: { look: 'state state--now', drawing: 'clock' },
  wrong: { look: 'state state--waiting', drawing: 'alert' },
};

/** How it is with reader and card: heard as it changes. */
function State({ view }: { view: IdentityView }) {
  const say = useText();
  const { state, problem } = view;
  return (
    <div className="card-state">
      <p role="status">
        {state === null ? null : (
          <span className={MARKS[state.mark].look}>
            <Icon of={MARKS[state.mark].drawing} />
            {say(state.says)}
          </span>
        )}
      </p>
      {problem === null ? null : (
        <p className="hold hold--wrong" role="alert">
          {say(problem)}
        </p>
      )}
    </div>
  );
}

/** A card over the place where it is laid. */
function ReaderPicture() {
  const say = useText();
  return (
    <svg className="reader" viewBox="120 0 696 460" role="img" aria-label={say(texts.readerPicture)}>
      <rect className="reader__desk" x="150" y="250" width="636" height="190" rx="18" />
      <rect className="reader__area" x="270" y="290" width="396" height="110" rx="10" />
      <text x="468" y="356" textAnchor="middle">
        {say(texts.readerArea)}
      </text>
      <g transform="translate(318 14)">
        <rect className="reader__card" width="300" height="190" rx="14" />
        <rect className="reader__photo" x="206" y="36" width="68" height="88" rx="4" />
        <circle className="reader__person" cx="240" cy="68" r="17" />
        <path className="reader__person" d="M212 124c0-40 56-40 56 0Z" />
        <path className="reader__lines" d="M28 46h96M28 76h60M28 106h140M28 156h220" />
      </g>
      <path className="reader__arrow" d="M468 216v52m-22-22l22 24 22-24" />
    </svg>
  );
}

function Lay({ view }: { view: IdentityView }) {
  const say = useText();
  const goOn = useGoOn(view.page);
  return (
    <Frame
      view={view}
      name="identity"
      act={
        <>
          <Back page={view.page} />
          {view.ways.map((way) => (
            <Button key={way.title.en} onPress={() => goOn(way)}>
              {say(way.title)}
            </Button>
          ))}
        </>
      }
    >
      <Title help={say(view.help)}>{say(view.title)}</Title>
      <State view={view} />
      {view.hold === null ? null : <p className="hold">{say(view.hold)}</p>}
      <ReaderPicture />
    </Frame>
  );
}

function Choose({ view }: { view: IdentityView }) {
  const say = useText();
  const goOn = useGoOn(view.page);
  return (
    <Frame view={view} name="identity" act={<Back page={view.page} />}>
      <Title help={say(view.help)}>{say(view.title)}</Title>
      {view.hold === null ? null : <p className="hold">{say(view.hold)}</p>}
      <div className="pair">
        <Offered records={view.records} />
        <section>
          <h2 data-head={say(texts.waysToGoOn)}>{say(texts.waysToGoOn)}</h2>
          <ul className="doors">
            {view.ways.map((way) => (
              <WayDoor key={`${way.by} ${way.consent}`} way={way} onPress={() => goOn(way)} />
            ))}
          </ul>
        </section>
      </div>
    </Frame>
  );
}

/** Who the applicant is: which way, and then the card. */
export function Identity({ view }: { view: IdentityView }) {
  return view.step === 'choose' ? <Choose view={view} /> : <Lay view={view} />;
}
