import type { RatingView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { usePress } from '../state/use-press.ts';
import { progressTexts } from '../text/progress.ts';
import { useText } from '../text/use-text.ts';

/** Thanks, and the way on. Left alone, it leaves by itself. */
export function RatingGiven({ view }: { view: RatingView }) {
  const { press } = usePress();
  const say = useText();
  const { page, leadsBack } = view;
  const onward = () =>
    press(leadsBack ? { name: 'goBack', input: { page } } : { name: 'leave', input: null });
  return (
    <Frame
      view={view}
      name="rating-given"
      act={
        <Button look="strong" onPress={onward}>
          {say(leadsBack ? progressTexts.ratingReturn : progressTexts.ratingEnd)}
        </Button>
      }
    >
      <Title help={say(progressTexts.ratingGivenHelp)}>{say(progressTexts.ratingGiven)}</Title>
    </Frame>
  );
}
