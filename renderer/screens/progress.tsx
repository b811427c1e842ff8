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
import { Stages } from './stages.tsx';

const PLACE = '/number';

export function AskProgress({ view }: { view: ViewOf<'ask-progress'> }) {
  const { press, pending } = usePress();
  const dispatch = useAppDispatch();
  const say = useText();
  const { page, problem } = view;
  const typed = useAppSelector((state) =>
    state.typed.page === page ? state.typed.answers[PLACE] : undefined,
  );
  const number = typeof typed === 'string' ? typed : view.number;
  const problems = problem === null ? [] : [{ at: PLACE, code: 'number', text: problem }];
  return (
    <Frame
      view={view}
      name="ask-progress"
      onContinue={() => press({ name: 'findProgress', input: { page, number } })}
      act={
        <>
          <Back page={page}>{say(texts.backHome)}</Back>
          <Button look="strong" submits>
            {say(pending === 'findProgress' ? texts.progressFinding : texts.progressFind)}
          </Button>
        </>
      }
    >
      <Problems problems={problems} />
      <Title>{say(texts.progressTitle)}</Title>
      <Field
        id={placeId(PLACE)}
        label={say(texts.receiptNumber)}
        hint={say(texts.progressHint)}
        value={number}
        maxLength={200}
        problem={problem === null ? null : say(problem)}
        onChange={(value) => dispatch(answered({ page, at: PLACE, value }))}
      />
    </Frame>
  );
}

export function Progress({ view }: { view: ViewOf<'progress'> }) {
  const { press } = usePress();
  const say = useText();
  return (
    <Frame
      view={view}
      name="progress"
      act={
        <>
          <Back page={view.page}>{say(texts.progressOther)}</Back>
          <Button look="strong" onPress={() => press({ name: 'leave', input: null })}>
            {say(texts.progressDone)}
          </Button>
        </>
      }
    >
      <p className="soft num">
        {say(texts.receiptNumber)} {view.number}
      </p>
      <Title help={say(view.matter)}>{say(view.state)}</Title>
      <Stages stages={view.stages} />
    </Frame>
  );
}
