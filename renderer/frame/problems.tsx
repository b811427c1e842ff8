import { useEffect, useRef } from 'react';
import { text, type Text } from '../../domain/contract/text.ts';
import type { Problem } from '../../domain/contract/answers.ts';
import { Icon } from '../../ui/icon.tsx';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** Id of the part of the page where a place is answered. */
export function placeId(at: string): string {
  return `at${at.replaceAll('/', '-')}`;
}

function labelled(label: Text | null, words: Text): Text {
  if (label === null) return words;
  return text(`${label['zh-CN']}：${words['zh-CN']}`, `${label.en}: ${words.en}`);
}

function reach(at: string): void {
  const part = document.getElementById(placeId(at));
  part?.scrollIntoView({ block: 'center' });
  // A line of text carries the id itself; a group carries it around its controls.
  const control = part instanceof HTMLInputElement ? part : part?.querySelector<HTMLElement>('input, button');
  control?.focus();
}

/** All that is wrong on this page, each leading to its place. It takes the focus when it comes. */
export function Problems({
  problems,
  labelOf = () => null,
  onOpen = reach,
}: {
  problems: Problem[];
  /** What the place of a problem is called, where a page has several. */
  labelOf?: (at: string) => Text | null;
  onOpen?: (at: string) => void;
}) {
  const summary = useRef<HTMLElement>(null);
  const say = useText();
  useEffect(() => {
    if (problems.length > 0) summary.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  const count = problems.length;
  const title =
    count === 1 ? texts.problemsOne : text(`有 ${count} 处需要改一改`, `${count} things need attention`);
  return (
    <section ref={summary} className="summary" role="alert" tabIndex={-1}>
      <h2>
        <Icon of="alert" /> {say(title)}
      </h2>
      <ul>
        {problems.map(({ at, code, text: words }) => (
          <li key={`${at} ${code}`}>
            <button type="button" onClick={() => onOpen(at)}>
              {say(labelled(labelOf(at), words))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
