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

/** How what this answer changes reads today. */
export function Was({ was }: Pick<QuestionView, 'was'>) {
  const say = useText();
  if (was === null) return null;
  return (
    <p className="was">
      <small>{say(texts.was)}</small>
      <strong>{say(was)}</strong>
    </p>
  );
}

/** Where an answer comes from that the citizen did not give. */
export function Source({ source }: Pick<QuestionView, 'source'>) {
  const say = useText();
  if (source === null) return null;
  return (
    <p className="source">
      <Icon of="check" />
      <span>{say(source)}</span>
    </p>
  );
}
