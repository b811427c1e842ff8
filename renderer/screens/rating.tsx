import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { LevelView, RatingView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { TickChoices } from '../../ui/choices.tsx';
import { Wrong } from '../../ui/field.tsx';
import { Back } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { usePress } from '../state/use-press.ts';
import { useTicked, useTyped } from '../state/use-typed.ts';
import { progressTexts } from '../text/progress.ts';
import { useText } from '../text/use-text.ts';
import { RatingGiven } from './rating-given.tsx';
import { RatingWords, useRater } from './rating-words.tsx';

/** As many of five bars as the level has: the word says it, the bars only repeat it. */
function Marks({ level }: Pick<LevelView, 'level'>) {
  return (
    <span className="marks" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((mark) => (
        <i key={mark} className={mark <= level ? 'marks__on' : ''} />
      ))}
    </span>
  );
}

interface LevelsProps {
  levels: LevelView[];
  chosen: string;
  onChoose: (level: string) => void;
  problem: string | null;
}

/** Five equal rows, none chosen beforehand. */
function Levels({ levels, chosen, onChoose, problem }: LevelsProps) {
  const say = useText();
  return (
    <RadioGroup
      className={`field ${problem === null ? '' : 'field--wrong'}`}
      value={chosen === '' ? null : chosen}
      onChange={onChoose}
      isInvalid={problem !== null}
    >
      <Label className="unseen">{say(progressTexts.ratingLevels)}</Label>
      <Wrong problem={problem} />
      <div className="choices choices--rating">
        {levels.map(({ level, title }) => (
          <Radio key={level} value={String(level)} className="choice choice--rating">
            <strong>{say(title)}</strong>
            <Marks level={level} />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

/** What the chosen level asks: nothing has to be ticked. */
function Options({ page, level }: { page: string; level: LevelView }) {
  const say = useText();
  const [ticked, setTicked] = useTicked(page, '/options');
  return (
    <TickChoices
      id="rating-options"
      label={say(level.asks)}
      isLabelUnseen={false}
      hint={null}
      problem={null}
      rows={level.dimensions.flatMap(({ options }) =>
        options.map(({ id, text }) => ({ value: id, label: say(text), note: null })),
      )}
      value={ticked}
      onChange={setTicked}
    />
  );
}

function fitting(ticked: string[], level: LevelView): string[] {
  const ids = level.dimensions.flatMap(({ options }) => options.map(({ id }) => id));
  return ticked.filter((id) => ids.includes(id));
}

/** Leaves without a rating, in one press. */
function Skip({ view }: { view: RatingView }) {
  const { press } = usePress();
  const say = useText();
  if (view.leadsBack) return <Back page={view.page}>{say(progressTexts.ratingBack)}</Back>;
  return (
    <Button onPress={() => press({ name: 'leave', input: null })}>{say(progressTexts.ratingSkip)}</Button>
  );
}

function Asking({ view }: { view: RatingView }) {
  const { press, pending } = usePress();
  const say = useText();
  const { page, levels } = view;
  const [chosen, choose] = useTyped(page, '/level');
  const [ticked] = useTicked(page, '/options');
  const [words] = useTyped(page, '/words');
  const rater = useRater(page);
  const [isMissing, setMissing] = useState(false);
  const level = levels.find((one) => String(one.level) === chosen);
  const missing = isMissing && level === undefined ? say(progressTexts.ratingChoose) : null;

  function give(): void {
    setMissing(level === undefined);
    if (level === undefined) return;
    const verdict = { level: level.level, options: fitting(ticked, level), words, rater };
    press({ name: 'giveRating', input: { page, verdict } });
  }

  return (
    <Frame
      view={view}
      name="rating"
      onContinue={give}
      act={
        <>
          <Skip view={view} />
          <Button look="strong" submits>
            {say(pending === 'giveRating' ? progressTexts.ratingGiving : progressTexts.ratingGive)}
          </Button>
        </>
      }
    >
      {view.problem === null ? null : (
        <p className="hold hold--wrong" role="alert">
          {say(view.problem)}
        </p>
      )}
      <Title help={say(progressTexts.ratingHelp)}>{say(view.asks)}</Title>
      <Levels levels={levels} chosen={chosen} onChoose={choose} problem={missing} />
      {level === undefined ? null : <Options page={page} level={level} />}
      <RatingWords page={page} longest={view.longest} />
    </Frame>
  );
}

/** The citizen's verdict; once given, only thanks. */
export function Rating({ view }: { view: RatingView }) {
  return view.isGiven ? <RatingGiven view={view} /> : <Asking view={view} />;
}
