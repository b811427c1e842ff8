import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Text } from '../../domain/contract/text.ts';
import type { RegionView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Wrong } from '../../ui/field.tsx';
import { roomFor } from '../../ui/room-for.ts';
import { placeId } from '../frame/problems.tsx';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { foundAreas, onlyWays, pathOf, placedAreas, stepsAt, type Opened, type PlacedArea } from './areas.ts';
import { asParts, useAnswer, type Asked } from './use-answer.ts';
import { useLabel } from './words.tsx';

/** Results of a search on one page: more would have to be scrolled; one more letter finds it. */
const MOST_FOUND = 8;

/** One row to press: an area, or the level above it. */
interface Row {
  key: string;
  label: string;
  /** What stands above it, where that is not plain. */
  note: string | null;
  press: () => void;
}

function Rows({ rows }: { rows: Row[] }) {
  return (
    <ul className="areas">
      {rows.map(({ key, label, note, press }) => (
        <li key={key}>
          <AriaButton className="group area" onPress={press}>
            <span>
              {label}
              {note === null ? null : <small>{note}</small>}
            </span>
          </AriaButton>
        </li>
      ))}
    </ul>
  );
}

interface Choosing {
  regions: RegionView[];
  areas: PlacedArea[];
  id: string;
  onChoose: (area: string) => void;
}

/** What has been opened so far; each part leads back to its level. */
function Above({
  regions,
  opened,
  onOpen,
}: {
  regions: RegionView[];
  opened: Opened;
  onOpen: (to: Opened) => void;
}) {
  const say = useText();
  const region = opened.region === undefined ? undefined : regions[opened.region];
  const group = opened.group === undefined ? undefined : region?.groups[opened.group];
  const levels: { title: Text; back: Opened }[] = [];
  if (regions.length > 1 && region?.title) levels.push({ title: region.title, back: {} });
  if ((region?.groups.length ?? 0) > 1 && group?.title)
    levels.push({ title: group.title, back: { region: opened.region } });
  const here = levels.at(-1);
  if (here === undefined) return null;
  return (
    <div className="group-head">
      <h2>{levels.map(({ title }) => say(title)).join(' · ')}</h2>
      <Button
        look="small"
        label={`${say(texts.anotherArea)} ${say(here.title)}`}
        onPress={() => onOpen(here.back)}
      >
        {say(texts.anotherArea)}
      </Button>
    </div>
  );
}

/** Down from the largest, or found by name: whichever is shorter. */
function ChooseArea({ regions, areas, id, onChoose }: Choosing) {
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<Opened>({});
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLDivElement>(null);
  const say = useText();
  const here = onlyWays(regions, opened);
  const found = foundAreas(areas, typed);
  const isSearching = typed.trim() !== '';
  useFocusOnChange(list, JSON.stringify(opened));
  useInSight(search, isSearching);

  const steps = stepsAt(regions, here).map(({ key, label, area, opened: next }): Row => {
    const press = () => (area === null ? setOpened(next) : onChoose(area));
    return { key, label: say(label), note: null, press };
  });
  const results = found.slice(0, MOST_FOUND).map((area): Row => {
    const above = pathOf(area, regions).slice(0, -1).map(say).join(' · ');
    const press = () => onChoose(area.value);
    return { key: area.value, label: say(area.label), note: above === '' ? null : above, press };
  });

  return (
    <div ref={search} className="field" onKeyDown={(event) => takeFirst(event, results)}>
      <Field
        id={`${id}-search`}
        label={say(texts.findArea)}
        value={typed}
        onChange={setTyped}
        maxLength={40}
      />
      <p className="areas__says" aria-live="polite">
        {isSearching && found.length === 0 ? say(texts.areaNotFound) : ''}
        {found.length > MOST_FOUND ? say(texts.areasMore) : ''}
      </p>
      <div ref={list} className="field">
        {isSearching && found.length > 0 ? (
          <Rows rows={results} />
        ) : (
          <>
            <Above regions={regions} opened={here} onOpen={setOpened} />
            <Rows rows={steps} />
          </>
        )}
      </div>
    </div>
  );
}

/** Enter in the search takes the first that was found; it never sends the page. */
function takeFirst(event: KeyboardEvent, results: Row[]): void {
  const isSearch = event.target instanceof HTMLInputElement;
  if (event.key !== 'Enter' || !isSearch || event.nativeEvent.isComposing) return;
  event.preventDefault();
  results[0]?.press();
}

/** What is found stands below the box: at the largest text it would be out of sight. */
function useInSight(part: RefObject<HTMLElement | null>, isWanted: boolean): void {
  useEffect(() => {
    const stage = part.current?.closest('.stage');
    if (!isWanted || !stage || part.current === null) return;
    // Only the middle of the page scrolls: what stands around it must not move with it.
    stage.scrollBy({ top: part.current.getBoundingClientRect().top - stage.getBoundingClientRect().top });
  }, [part, isWanted]);
}

/** What was pressed has gone: whoever uses the keyboard goes on with the first of what came instead. */
function useFocusOnChange(list: RefObject<HTMLElement | null>, state: string): void {
  const first = useRef(state);
  useEffect(() => {
    if (first.current === state) return;
    first.current = state;
    list.current?.querySelector<HTMLElement>('.areas button')?.focus();
  }, [list, state]);
}

/** The chosen area in one line, and a way to choose another. */
function ChosenArea({ path, onChange }: { path: Text[]; onChange: () => void }) {
  const say = useText();
  const words = path.map(say).join(' · ');
  return (
    <div className="chosen-area">
      <p>
        <small>{say(texts.areaHere)}</small>
        <strong>{words}</strong>
      </p>
      <Button look="small" icon="pen" label={`${say(texts.anotherArea)} ${words}`} onPress={onChange}>
        {say(texts.anotherArea)}
      </Button>
    </div>
  );
}

/** An address: the area is chosen, then the rest of it typed. */
export function AddressQuestion(asked: Asked) {
  const { question, isOnly, problem } = asked;
  const [value, setValue] = useAnswer(asked);
  const say = useText();
  const label = useLabel(question);
  const { area = '', detail = '' } = asParts(value);
  // There may be thousands, and every letter of the detail draws the page again.
  const areas = useMemo(() => placedAreas(question.regions), [question.regions]);
  const chosen = areas.find((candidate) => candidate.value === area);
  const id = placeId(question.at);
  const whole = useRef<HTMLFieldSetElement>(null);
  useFocusWhenChosen(whole, chosen === undefined);

  return (
    <fieldset ref={whole} id={id} className={`field address ${problem === null ? '' : 'field--wrong'}`}>
      <legend className={isOnly ? 'unseen' : 'field__label'}>{label}</legend>
      {question.hint === null ? null : <p className="field__hint">{say(question.hint)}</p>}
      <Wrong problem={problem} />
      {chosen === undefined ? (
        <ChooseArea
          regions={question.regions}
          areas={areas}
          id={id}
          onChoose={(to) => setValue({ area: to, detail })}
        />
      ) : (
        <>
          <ChosenArea
            path={pathOf(chosen, question.regions)}
            onChange={() => setValue({ area: '', detail })}
          />
          <Field
            id={`${id}-detail`}
            label={say(texts.addressDetail)}
            hint={question.hint === null ? say(texts.addressDetailHint) : null}
            value={detail}
            onChange={(typed) => setValue({ area, detail: typed })}
            maxLength={roomFor(question.max ?? LONGEST_DETAIL)}
          />
        </>
      )}
    </fieldset>
  );
}

const LONGEST_DETAIL = 100;

/** After the area comes the rest; after “change” the search. Never when the page opens. */
function useFocusWhenChosen(whole: RefObject<HTMLElement | null>, isChoosing: boolean): void {
  const before = useRef(isChoosing);
  useEffect(() => {
    if (before.current === isChoosing) return;
    before.current = isChoosing;
    whole.current?.querySelector<HTMLElement>(isChoosing ? '.areas button' : 'input')?.focus();
  }, [whole, isChoosing]);
}
