import type { ViewOf } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Back } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { placeId, Problems } from '../frame/problems.tsx';
import { answered } from '../state/typed.ts';
import { useAppDispatch, useAppSelector } from '../state/store.ts';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

const PLACE = '/typedName';

/** The declaration, and the name typed under it. */
export function Confirm({ view }: { view: ViewOf<'confirm'> }) {
  const { press, pending } = usePress();
  const dispatch = useAppDispatch();
  const say = useText();
  const { page } = view;
  const typed = useAppSelector((state) =>
    state.typed.page === page ? state.typed.answers[PLACE] : undefined,
  );
  const typedName = typeof typed === 'string' ? typed : view.typedName;
  const isSubmitting = pending === 'submit';
  const [problem] = view.problems;
  return (
    <Frame
      view={view}
      route={view.route}
      name="confirm"
      onContinue={() => press({ name: 'submit', input: { page, typedName } })}
      act={
        <>
          <Back page={page} />
          <Button look="strong" submits>
            {say(isSubmitting ? texts.submitting : texts.submit)}
          </Button>
        </>
      }
    >
      <Problems problems={view.problems} />
      {view.refused === null ? null : (
        <p className="hold hold--wrong" role="alert">
          {say(view.refused)}
        </p>
      )}
      <Title>{say(texts.confirmTitle)}</Title>
      <div className="oath">
        {view.declaration.map((words) => (
          <p key={words.en}>{say(words)}</p>
        ))}
        <p className="note">
          {say(texts.applicant)} {view.applicant} · {say(view.today)}
        </p>
      </div>
      <Field
        id={placeId(PLACE)}
        label={say(texts.typeName)}
        hint={say(texts.typeNameHint)}
        value={typedName}
        maxLength={200}
        problem={problem === undefined ? null : say(problem.text)}
        onChange={(value) => dispatch(answered({ page, at: PLACE, value }))}
      />
      <p className="note" aria-live="polite">
        {isSubmitting ? say(texts.submittingHint) : ''}
      </p>
    </Frame>
  );
}
