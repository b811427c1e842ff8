import type { In } from '../../domain/contract/kiosk-api.ts';
import type { ViewOf } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Back } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { Problems } from '../frame/problems.tsx';
import { SigningPart, useSigning, type Signing } from '../signature/signing.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** An empty pad is told by the kiosk, like everything that is wrong. */
function handedIn(page: string, { way, strokes, typedName }: Signing): In<'submit'> {
  return way === 'by-typing' ? { page, typedName } : { page, typedName: '', strokes: strokes ?? [] };
}

/** The declaration, and the signature under it. */
export function Confirm({ view }: { view: ViewOf<'confirm'> }) {
  const { press, pending } = usePress();
  const say = useText();
  const signing = useSigning(view);
  const { page } = view;
  const isSubmitting = pending === 'submit';
  return (
    <Frame
      view={view}
      route={view.route}
      name="confirm"
      onContinue={() => press({ name: 'submit', input: handedIn(page, signing) })}
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
      <Title>{say(texts.signTitle)}</Title>
      <Oath view={view} />
      <SigningPart view={view} signing={signing} />
      <p className="note" aria-live="polite">
        {isSubmitting ? say(texts.submittingHint) : ''}
      </p>
    </Frame>
  );
}

function Oath({ view }: { view: ViewOf<'confirm'> }) {
  const say = useText();
  return (
    <div className="oath">
      {view.declaration.map((words) => (
        <p key={words.en}>{say(words)}</p>
      ))}
      <p className="note">
        {say(texts.applicant)} {view.applicant} · {say(view.today)}
      </p>
    </div>
  );
}
