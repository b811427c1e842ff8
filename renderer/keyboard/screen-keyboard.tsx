import { useCallback, useRef, useState } from 'react';
import type { KeyboardOffer } from '../../domain/contract/views.ts';
import type { Candidate } from '../../ui/pinyin/candidates.ts';
import { isComposing } from '../../ui/pinyin/compose.ts';
import { pagesOf } from '../../ui/pinyin/pages.ts';
import { keyboardTexts as texts } from '../text/keyboard.ts';
import { useLocale, useText } from '../text/use-text.ts';
import { CandidateBar, Spelt, whereOf } from './candidate-bar.tsx';
import { useHoldUnpicked } from './hold-unpicked.ts';
import { KeyFace } from './key-face.tsx';
import { DIGITS, LAYOUTS, type Key } from './layouts.ts';
import type { Keyboard } from './machine.ts';
import type { Finding } from './use-finder.ts';
import { useKeyboard, type Presses } from './use-keyboard.ts';
import { useRoom } from './use-room.ts';
import { useSight } from './use-sight.ts';
import { useTarget } from './use-target.ts';

/** What helps on while there is nothing to pick. */
function useHint({ layout, composing }: Keyboard, finding: Finding, found: number, isHeld: boolean): string {
  const say = useText();
  if (typeof finding === 'string') return say(finding === 'failed' ? texts.failed : texts.loading);
  if (isHeld) return say(texts.pickFirst);
  if (layout === 'code') return say(composing.letters.length < 4 ? texts.codeHint : texts.codeNone);
  if (isComposing(composing)) return found === 0 ? say(texts.noMatch) : '';
  return say(layout === 'rare' ? texts.rareHint : texts.spellHint);
}

function Rows({ rows, shown, presses }: { rows: Key[][]; shown: readonly Candidate[]; presses: Presses }) {
  const { keyboard, strike } = presses;
  return rows.map((row, index) => (
    <div key={index} className="keys__row">
      {row.map((key, place) => (
        <KeyFace key={place} of={key} keyboard={keyboard} candidates={shown} onStrike={strike} />
      ))}
    </div>
  ));
}

/** The keys of one field. What is being spelt is forgotten with them. */
function Keys({ field, hide }: { field: HTMLInputElement; hide: () => void }) {
  const presses = useKeyboard(field, useLocale(), hide);
  const { keyboard, candidates, spelt, finding, strike } = presses;
  const [isHeld, setHeld] = useState(false);
  const isUnpicked = isComposing(keyboard.composing);
  useSight(field);
  useHoldUnpicked(
    isUnpicked,
    useCallback(() => {
      setHeld(true);
      // Back to what is not finished: the keyboard stays with it.
      field.focus({ preventScroll: true });
    }, [field]),
  );
  const bar = useRef<HTMLDivElement>(null);
  const { rows, hasDigits, composes } = LAYOUTS[keyboard.layout];
  const room = useRoom(bar, composes, keyboard.isSpread);
  const pages = pagesOf(candidates, room);
  const page = Math.min(keyboard.composing.page, Math.max(0, pages.length - 1));
  const hint = useHint(keyboard, finding, candidates.length, isHeld && isUnpicked);
  const say = useText();
  const where = pages.length > 1 && !isHeld ? say(whereOf(page, pages.length)) : null;

  function struck(...[pressed, key, atMs]: Parameters<typeof strike>): void {
    setHeld(false);
    strike(pressed, key, atMs);
  }

  return (
    <section
      className="keys"
      data-keys={keyboard.layout}
      data-digits={hasDigits}
      data-spread={keyboard.isSpread}
      data-react-aria-top-layer="true"
      aria-label={say(texts.keyboard)}
    >
      {composes ? (
        <div className="keys__composing">
          <Spelt keyboard={keyboard} spelt={spelt} hint={hint} where={where} />
          <CandidateBar bar={bar} pages={pages} page={page} isSpread={keyboard.isSpread} onStrike={struck} />
        </div>
      ) : null}
      {keyboard.isSpread ? null : (
        <div className="keys__board">
          {hasDigits ? (
            <div className="keys__digits">
              <Rows rows={[DIGITS]} shown={pages[page] ?? []} presses={{ ...presses, strike: struck }} />
            </div>
          ) : null}
          <div className="keys__letters">
            <Rows rows={rows} shown={pages[page] ?? []} presses={{ ...presses, strike: struck }} />
          </div>
        </div>
      )}
    </section>
  );
}

/** The kiosk's own keyboard: there while a finger is in a field, and with nothing in it afterwards. */
export function ScreenKeyboard({ offer }: { offer: KeyboardOffer }) {
  const { opened, hide } = useTarget(offer);
  if (opened === null) return null;
  // Another field is another keyboard: what was begun for the last one is gone.
  return <Keys key={opened.opening} field={opened.field} hide={hide} />;
}
