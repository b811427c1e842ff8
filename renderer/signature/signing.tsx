import { useState } from 'react';
import type { Strokes } from '../../domain/contract/signature.ts';
import type { ViewOf } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Wrong } from '../../ui/field.tsx';
import { placeId } from '../frame/problems.tsx';
import { answered } from '../state/typed.ts';
import { useAppDispatch, useAppSelector } from '../state/store.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Pad } from './pad.tsx';

export const NAME_PLACE = '/typedName';
export const STROKES_PLACE = '/strokes';

export type Way = 'by-hand' | 'by-typing';

/** What stands under the declaration so far. */
export interface Signing {
  way: Way;
  choose: (way: Way) => void;
  strokes: Strokes | null;
  draw: (strokes: Strokes | null) => void;
  typedName: string;
}

/** Strokes live as long as the page: they are in no store. */
export function useSigning(view: ViewOf<'confirm'>): Signing {
  const { page } = view;
  const [way, choose] = useState<Way>(view.typedName === '' ? 'by-hand' : 'by-typing');
  const [strokes, draw] = useState<Strokes | null>(null);
  const typed = useAppSelector((state) =>
    state.typed.page === page ? state.typed.answers[NAME_PLACE] : undefined,
  );
  return { way, choose, strokes, draw, typedName: typeof typed === 'string' ? typed : view.typedName };
}

/** A box to sign in; or, for whoever cannot draw, a line to type the name on. */
export function SigningPart({ view, signing }: { view: ViewOf<'confirm'>; signing: Signing }) {
  const say = useText();
  const { way, choose } = signing;
  const isByHand = way === 'by-hand';
  return (
    <div className="signing">
      {isByHand ? <ByHand view={view} signing={signing} /> : <ByTyping view={view} signing={signing} />}
      <Button look="text" onPress={() => choose(isByHand ? 'by-typing' : 'by-hand')}>
        {say(isByHand ? texts.signByTyping : texts.signByHand)}
      </Button>
    </div>
  );
}

function problemAt(view: ViewOf<'confirm'>, place: string) {
  return view.problems.find(({ at }) => at === place)?.text ?? null;
}

function ByHand({ view, signing: { strokes, draw } }: { view: ViewOf<'confirm'>; signing: Signing }) {
  const say = useText();
  const problem = problemAt(view, STROKES_PLACE);
  return (
    <div id={placeId(STROKES_PLACE)} className={problem === null ? '' : 'field--wrong'}>
      <p className="field__label">{say(texts.signHere)}</p>
      <Wrong problem={problem === null ? null : say(problem)} />
      <Pad
        label={say(strokes === null ? texts.unsigned : texts.signed)}
        isEmpty={strokes === null}
        onChange={draw}
      />
    </div>
  );
}

function ByTyping({ view, signing: { typedName } }: { view: ViewOf<'confirm'>; signing: Signing }) {
  const say = useText();
  const dispatch = useAppDispatch();
  const problem = problemAt(view, NAME_PLACE);
  return (
    <Field
      id={placeId(NAME_PLACE)}
      label={say(texts.typeName)}
      hint={say(texts.typeNameHint)}
      value={typedName}
      keyboard="name"
      maxLength={200}
      problem={problem === null ? null : say(problem)}
      onChange={(value) => dispatch(answered({ page: view.page, at: NAME_PLACE, value }))}
    />
  );
}
