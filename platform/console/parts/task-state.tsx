import type { TaskState } from '../../../domain/contract/platform-api.ts';
import { stateWords } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** A state has its word and its shape; the colour only helps. */
export function TaskStateMark({ state }: { state: TaskState }) {
  const say = useText();
  return (
    <span className={`state state--${state}`}>
      <svg className="state__shape" viewBox="0 0 16 16" aria-hidden="true">
        <Shape state={state} />
      </svg>
      {say(stateWords[state])}
    </span>
  );
}

function Shape({ state }: { state: TaskState }) {
  switch (state) {
    case 'waiting-for-another':
      return <circle cx="8" cy="8" r="5.5" className="state__dashes" />;
    case 'waiting-for-acceptance':
      return <circle cx="8" cy="8" r="5.5" className="state__ring" />;
    case 'accepted':
      return <path d="M8 2.5a5.5 5.5 0 1 1 0 11ZM8 2.5a5.5 5.5 0 1 0 0 11" className="state__half" />;
    case 'decided':
      return <circle cx="8" cy="8" r="6" className="state__disc" />;
    case 'returned':
      return <path d="M8 2l6.5 12h-13Z" className="state__ring" />;
  }
}
