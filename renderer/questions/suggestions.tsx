import type { RawAnswer } from '../../domain/contract/answers.ts';
import type { QuestionView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** Answers that one press puts into the field, where they can still be changed. */
export function Suggestions({
  suggestions,
  onTake,
}: Pick<QuestionView, 'suggestions'> & { onTake: (value: RawAnswer) => void }) {
  const say = useText();
  if (suggestions.length === 0) return null;
  return (
    <div className="suggestions" role="group" aria-label={say(texts.takeOne)}>
      {suggestions.map(({ label, value }) => (
        <Button key={label.en} look="small" onPress={() => onTake(value)}>
          {say(label)}
        </Button>
      ))}
    </div>
  );
}
