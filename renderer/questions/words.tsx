import type { Text } from '../../domain/contract/text.ts';
import type { QuestionView } from '../../domain/contract/views.ts';
import { Icon } from '../../ui/icon.tsx';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** The label, and whether an answer may be left out. */
export function useLabel({ label, optional }: QuestionView): string {
  const say = useText();
  return optional ? `${say(label)} (${say(texts.optional)})` : say(label);
}

/** What takes a choice of one back; null where one must be chosen. */
export function useTakeBack({ optional }: QuestionView): string | null {
  const say = useText();
  return optional ? say(texts.chooseNone) : null;
}

/** Doubts: they stop nobody. */
export function Warnings({ warnings }: { warnings: Text[] }) {
  const say = useText();
  return (
    <div aria-live="polite">
      {warnings.map((warning) => (
        <p key={warning.en} className="doubt">
          <Icon of="alert" />
          <span>{say(warning)}</span>
        </p>
      ))}
    </div>
  );
}
