import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { text } from '../../domain/contract/text.ts';
import type { OptionView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { TickChoices } from '../../ui/choices.tsx';
import { Field, Wrong } from '../../ui/field.tsx';
import { placeId } from '../frame/problems.tsx';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { asList, useAnswer, type Asked } from './use-answer.ts';

/** Rows on a page of results: more would have to be scrolled. */
const PAGE_ROWS = 6;

function fits(option: OptionView, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return true;
  const { label, group, search } = option;
  const words = [label['zh-CN'], label.en, search, group?.['zh-CN'] ?? '', group?.en ?? ''];
  return words.some((word) => word.toLowerCase().includes(wanted));
}

function Chosen({
  asked,
  chosen,
  onChange,
}: {
  asked: Asked;
  chosen: string[];
  onChange: (to: string[]) => void;
}) {
  const say = useText();
  const labelOf = (value: string) => {
    const option = asked.question.options.find((candidate) => candidate.value === value);
    return option === undefined ? value : say(option.label);
  };
  if (chosen.length === 0) return null;
  const count = text(`已选 ${chosen.length} 项`, `${chosen.length} chosen`);
  return (
    <section className="picked" aria-live="polite">
      <h2 data-head={say(texts.chosen)}>{say(count)}</h2>
      <ul>
        {chosen.map((value, index) => (
          <li key={value}>
            <span>
              {labelOf(value)}
              {index === 0 ? <small className="state state--now">{say(texts.mainOne)}</small> : null}
            </span>
            <Button
              look="small"
              icon="bin"
              label={`${say(texts.remove)} ${labelOf(value)}`}
              onPress={() => onChange(chosen.filter((other) => other !== value))}
            >
              {say(texts.remove)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pager({ page, pages, onTurn }: { page: number; pages: number; onTurn: (to: number) => void }) {
  const say = useText();
  if (pages < 2) return null;
  const where = text(`第 ${page + 1} 页，共 ${pages} 页`, `Page ${page + 1} of ${pages}`);
  return (
    <div className="pager">
      <Button look="small" icon="up" onPress={() => onTurn((page + pages - 1) % pages)}>
        {say(texts.earlierPage)}
      </Button>
      <span className="note">{say(where)}</span>
      <Button look="small" icon="down" onPress={() => onTurn((page + 1) % pages)}>
        {say(texts.laterPage)}
      </Button>
    </div>
  );
}

interface Group {
  title: string;
  count: number;
}

function useGroups(options: OptionView[]): Group[] {
  const say = useText();
  const counts = new Map<string, number>();
  for (const { group } of options) {
    const title = group === null ? '' : say(group);
    if (title !== '') counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].map(([title, count]) => ({ title, count }));
}

/** Where to begin with a long catalogue: its groups, each by one press. */
function Groups({ groups, onOpen }: { groups: Group[]; onOpen: (title: string) => void }) {
  return (
    <ul className="groups">
      {groups.map(({ title, count }) => (
        <li key={title}>
          <AriaButton className="group" onPress={() => onOpen(title)}>
            <span>{title}</span>
            <span className="num soft">{count}</span>
          </AriaButton>
        </li>
      ))}
    </ul>
  );
}

function Results({
  asked,
  found,
  chosen,
  onChange,
}: {
  asked: Asked;
  found: OptionView[];
  chosen: string[];
  onChange: (to: string[]) => void;
}) {
  const [page, setPage] = useState(0);
  const say = useText();
  const pages = Math.ceil(found.length / PAGE_ROWS);
  const shown = found.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS);

  function ticked(now: string[]): void {
    const here = new Set(shown.map((option) => option.value));
    const kept = chosen.filter((one) => !here.has(one) || now.includes(one));
    onChange([...kept, ...now.filter((one) => !kept.includes(one))]);
  }

  if (found.length === 0) return <p className="soft">{say(texts.nothingFound)}</p>;
  return (
    <>
      <TickChoices
        id={`${placeId(asked.question.at)}-found`}
        label={say(asked.question.label)}
        isLabelUnseen
        hint={null}
        problem={null}
        rows={shown.map(({ value, label, note }) => ({
          value,
          label: say(label),
          note: note === null ? null : say(note),
        }))}
        value={chosen.filter((one) => shown.some((option) => option.value === one))}
        onChange={ticked}
      />
      <Pager page={page} pages={pages} onTurn={setPage} />
    </>
  );
}

/** Some of a long catalogue, found by group, by a word or by pinyin initials. The first one picked is the main one. */
export function PickQuestion(asked: Asked) {
  const { question, problem } = asked;
  const [value, setValue] = useAnswer(asked);
  const [typed, setTyped] = useState('');
  const [group, setGroup] = useState<string | null>(null);
  const say = useText();
  const groups = useGroups(question.options);
  const chosen = asList(value);
  const id = placeId(question.at);
  const isSearching = typed.trim() !== '';
  const found = question.options.filter((option) =>
    isSearching ? fits(option, typed) : option.group !== null && say(option.group) === group,
  );
  const showsGroups = !isSearching && group === null && groups.length > 1;

  return (
    <div id={id} className={`field ${problem === null ? '' : 'field--wrong'}`}>
      <Wrong problem={problem} />
      <Chosen asked={asked} chosen={chosen} onChange={setValue} />
      <Field
        id={`${id}-search`}
        label={say(texts.searchHere)}
        value={typed}
        onChange={setTyped}
        // Initials find most; a key switches to Chinese.
        keyboard="latin"
        maxLength={60}
      />
      {showsGroups ? (
        <Groups groups={groups} onOpen={setGroup} />
      ) : (
        <>
          {isSearching || group === null ? null : (
            <div className="group-head">
              <h2>{group}</h2>
              <Button look="small" onPress={() => setGroup(null)}>
                {say(texts.allGroups)}
              </Button>
            </div>
          )}
          <Results
            key={isSearching ? typed : group}
            asked={asked}
            found={isSearching || groups.length > 1 ? found : question.options}
            chosen={chosen}
            onChange={setValue}
          />
        </>
      )}
    </div>
  );
}
