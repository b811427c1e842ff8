import type { CheckView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { progressTexts } from '../text/progress.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** What was returned and why, each with its way to mend it; beneath, the rest as it stays. */
export function ToMend({
  mends,
  onChange,
}: {
  mends: NonNullable<CheckView['mends']>;
  onChange: (at: string) => void;
}) {
  const say = useText();
  return (
    <>
      <section className="returned">
        <ol>
          {mends.map(({ title, why, change }, index) => (
            <li key={`${index} ${title.en}`}>
              <strong>{say(title)}</strong>
              <span>{say(why)}</span>
              {change === null ? null : (
                <Button
                  look="small"
                  icon="pen"
                  // Its row beneath has a button of the same words.
                  label={`${say(texts.change)} ${say(title)} ${say(progressTexts.mendReturned)}`}
                  onPress={() => onChange(change)}
                >
                  {say(texts.change)}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </section>
      <h2 data-head={say(progressTexts.mendRest)}>{say(progressTexts.mendRest)}</h2>
    </>
  );
}
