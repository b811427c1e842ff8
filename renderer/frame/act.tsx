import { Button } from '../../ui/button.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** Back: one page, never out of the application by surprise. */
export function Back({ page, children }: { page: string; children?: string }) {
  const { press } = usePress();
  const say = useText();
  return (
    <Button onPress={() => press({ name: 'goBack', input: { page } })}>{children ?? say(texts.back)}</Button>
  );
}

/** The strong action of a page of an application. */
export function Continue({ children }: { children: string }) {
  return (
    <Button look="strong" submits>
      {children}
    </Button>
  );
}
