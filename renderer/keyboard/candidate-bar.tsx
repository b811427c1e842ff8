// What the letters may mean, side by side, with what was spelt.
import type { RefObject } from 'react';
import { text } from '../../domain/contract/text.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Candidate } from '../../ui/pinyin/candidates.ts';
import { isComposing, type Composing } from '../../ui/pinyin/compose.ts';
import { keyboardTexts as texts } from '../text/keyboard.ts';
import { useText } from '../text/use-text.ts';
import { KeyButton } from './key-button.tsx';
import type { Keyboard, KeyPress } from './machine.ts';

type Strike = (pressed: KeyPress, key: string, atMs: number) => void;

interface SpeltProps {
  keyboard: Keyboard;
  /** The letters, parted into syllables. */
  spelt: string;
  hint: string;
  where: string | null;
}

/** What was picked, what is spelt, and a word of help while nothing is. */
export function Spelt({ keyboard, spelt, hint, where }: SpeltProps) {
  const { letters, picks }: Composing = keyboard.composing;
  return (
    <div className="compose" aria-live="polite">
      {isComposing(keyboard.composing) ? (
        <>
          <span lang="zh-CN">{picks.map((pick) => pick.text).join('')}</span>
          <b>{keyboard.layout === 'code' ? `U+${letters}` : spelt}</b>
        </>
      ) : null}
      {where === null ? (
        <span className="note">{hint}</span>
      ) : (
        <span className="note note--where">{where}</span>
      )}
    </div>
  );
}

interface CandidateKeyProps {
  candidate: Candidate;
  place: number;
  isNumbered: boolean;
  onStrike: Strike;
}

function CandidateKey({ candidate, place, isNumbered, onStrike }: CandidateKeyProps) {
  return (
    <KeyButton
      className="candidate"
      onStrike={(atMs) => onStrike({ press: 'pick', candidate }, `candidate ${place}`, atMs)}
    >
      {isNumbered ? <small aria-hidden="true">{place + 1}</small> : null}
      <span lang="zh-CN">{candidate.text}</span>
    </KeyButton>
  );
}

export interface CandidateBarProps {
  bar: RefObject<HTMLDivElement | null>;
  pages: Candidate[][];
  page: number;
  isSpread: boolean;
  onStrike: Strike;
}

/** One page of candidates, and the keys to the others. Always there while something is composed: nothing moves. */
export function CandidateBar({ bar, pages, page, isSpread, onStrike }: CandidateBarProps) {
  const say = useText();
  const shown = pages[page] ?? [];
  // Behind the last page comes the first: no key of these ever does nothing.
  const turn = (by: 1 | -1) => (atMs: number) =>
    onStrike(
      { press: 'turn', to: (page + by + pages.length) % Math.max(1, pages.length) },
      `turn ${by}`,
      atMs,
    );
  return (
    <div
      className={`candidates ${isSpread ? 'candidates--spread' : ''}`}
      role="group"
      aria-label={say(texts.candidates)}
    >
      <div ref={bar} className="candidates__page">
        {shown.map((candidate, place) => (
          <CandidateKey
            key={candidate.text}
            candidate={candidate}
            place={place}
            isNumbered={!isSpread}
            onStrike={onStrike}
          />
        ))}
      </div>
      <div className="candidates__turn" data-idle={pages.length < 2 && !isSpread}>
        <KeyButton className="candidate" label={say(texts.earlier)} onStrike={turn(-1)}>
          <Icon of="earlier" />
        </KeyButton>
        <KeyButton className="candidate" label={say(texts.later)} onStrike={turn(1)}>
          <Icon of="next" />
        </KeyButton>
        <KeyButton
          className="candidate"
          label={say(isSpread ? texts.unspread : texts.spread)}
          onStrike={(atMs) => onStrike({ press: 'spread' }, 'spread', atMs)}
        >
          <Icon of={isSpread ? 'up' : 'down'} />
        </KeyButton>
      </div>
    </div>
  );
}

/** “Page 2 of 9”. */
export function whereOf(page: number, pages: number) {
  return text(`第 ${page + 1} 页，共 ${pages} 页`, `Page ${page + 1} of ${pages}`);
}
