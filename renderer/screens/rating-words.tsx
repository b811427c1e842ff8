import type { In } from '../../domain/contract/kiosk-api.ts';
import { Button } from '../../ui/button.tsx';
import { Tick } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { roomFor } from '../../ui/room-for.ts';
import { useTyped } from '../state/use-typed.ts';
import { progressTexts } from '../text/progress.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

type Rater = In<'giveRating'>['verdict']['rater'];

/** Who rates, if they said so; null: anonymous. */
export function useRater(page: string): Rater {
  const [named] = useTyped(page, '/named');
  const [name] = useTyped(page, '/name');
  const [phone] = useTyped(page, '/phone');
  return named === 'yes' ? { name, phone } : null;
}

/** One's own words, and a name for whoever wants to be called back. Both only when asked for. */
export function RatingWords({ page, longest }: { page: string; longest: number }) {
  const say = useText();
  const [isOpen, setOpen] = useTyped(page, '/more');
  const [words, setWords] = useTyped(page, '/words');
  const [named, setNamed] = useTyped(page, '/named');
  if (isOpen !== 'yes')
    return (
      <div>
        <Button look="text" onPress={() => setOpen('yes')}>
          {say(progressTexts.ratingMore)}
        </Button>
      </div>
    );
  return (
    <>
      <Field
        id="rating-words"
        label={`${say(progressTexts.ratingWords)} (${say(texts.optional)})`}
        value={words}
        maxLength={roomFor(longest)}
        onChange={setWords}
      >
        <p className="words-so-far" aria-hidden="true">
          {words}
        </p>
        <p className="note num">
          {[...words].length} / {longest}
        </p>
      </Field>
      <Tick
        id="rating-named"
        isTicked={named === 'yes'}
        onChange={(isTicked) => setNamed(isTicked ? 'yes' : '')}
        problem={null}
      >
        <span className="choice__words">
          <strong>{say(progressTexts.ratingNamed)}</strong>
          <small>{say(progressTexts.ratingNamedHint)}</small>
        </span>
      </Tick>
      {named === 'yes' ? <Named page={page} /> : null}
    </>
  );
}

function Named({ page }: { page: string }) {
  const say = useText();
  const [name, setName] = useTyped(page, '/name');
  const [phone, setPhone] = useTyped(page, '/phone');
  return (
    <>
      <Field
        id="rating-name"
        label={say(progressTexts.ratingName)}
        value={name}
        keyboard="name"
        maxLength={80}
        onChange={setName}
      />
      <Field
        id="rating-phone"
        label={say(progressTexts.ratingPhone)}
        value={phone}
        keys="tel"
        maxLength={40}
        onChange={setPhone}
      />
    </>
  );
}
