import { useMemo } from 'react';
import type { ViewOf } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Back } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { placeId, Problems } from '../frame/problems.tsx';
import { groupedId } from '../questions/grouped.ts';
import { usePress } from '../state/use-press.ts';
import { useTyped } from '../state/use-typed.ts';
import { progressTexts } from '../text/progress.ts';
import { useText } from '../text/use-text.ts';

const PLACE = '/identityNumber';

/** Who the applicant is, once more: by card, or by the number typed. */
export function MendIdentity({ view }: { view: ViewOf<'mend-identity'> }) {
  const { press, pending } = usePress();
  const say = useText();
  const { page, problem, hasReader } = view;
  const [number, setNumber] = useTyped(page, PLACE);
  // The same list as long as the problem is the same: a new one would take the focus from whoever types.
  const problems = useMemo(
    () => (problem === null ? [] : [{ at: PLACE, code: 'identity', text: problem }]),
    [problem],
  );
  return (
    <Frame
      view={view}
      name="mend-identity"
      onContinue={() => press({ name: 'giveIdentity', input: { page, number } })}
      act={
        <>
          <Back page={page} />
          <Button look="strong" submits>
            {say(pending === 'giveIdentity' ? progressTexts.mending : progressTexts.mendGo)}
          </Button>
        </>
      }
    >
      <Problems problems={problems} />
      <Title help={say(progressTexts.mendHelp)}>{say(progressTexts.mendTitle)}</Title>
      <Field
        id={placeId(PLACE)}
        label={say(progressTexts.mendNumber)}
        value={number}
        grouped={groupedId}
        keyboard="identity"
        maxLength={30}
        problem={problem === null ? null : say(problem)}
        onChange={setNumber}
      />
      {hasReader ? (
        <div className="by-card">
          <Button onPress={() => press({ name: 'giveIdentityByCard', input: { page } })}>
            {say(pending === 'giveIdentityByCard' ? progressTexts.reading : progressTexts.byCard)}
          </Button>
          <p className="note">{say(progressTexts.byCardHint)}</p>
        </div>
      ) : null}
    </Frame>
  );
}
