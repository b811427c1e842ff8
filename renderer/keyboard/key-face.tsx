// What stands on a key and what is said of it.
import type { Text } from '../../domain/contract/text.ts';
import { Icon } from '../../ui/icon.tsx';
import { isComposing } from '../../ui/pinyin/compose.ts';
import { keyboardTexts as texts } from '../text/keyboard.ts';
import { useText } from '../text/use-text.ts';
import { KeyButton } from './key-button.tsx';
import type { Deed, Key, LayoutName } from './layouts.ts';
import type { Keyboard, KeyPress } from './machine.ts';

interface Face {
  words: Text;
  said?: Text;
  width: 'plain' | 'wide' | 'space';
}

const DEEDS: Record<Deed, Face> = {
  space: { words: texts.space, width: 'space' },
  split: { words: texts.split, said: texts.splitSaid, width: 'wide' },
  shift: { words: texts.shift, width: 'wide' },
  back: { words: texts.back, width: 'wide' },
  clear: { words: texts.clear, width: 'wide' },
  fuzzy: { words: texts.fuzzy, said: texts.fuzzySaid, width: 'wide' },
  hide: { words: texts.hide, said: texts.hideSaid, width: 'wide' },
};

const TO: Partial<Record<LayoutName, Face>> = {
  pinyin: { words: texts.toPinyin, said: texts.toPinyinSaid, width: 'wide' },
  latin: { words: texts.toLatin, said: texts.toLatinSaid, width: 'wide' },
  signs: { words: texts.toSigns, width: 'wide' },
  'chinese-signs': { words: texts.toSigns, width: 'wide' },
  rare: { words: texts.toRare, said: texts.toRareSaid, width: 'wide' },
  code: { words: texts.toCode, said: texts.toCodeSaid, width: 'wide' },
};

const PICKS: Face = { words: texts.pick, width: 'space' };

function faceOf(key: Key, keyboard: Keyboard): Face | null {
  if (key.is === 'character') return null;
  if (key.is === 'to') return TO[key.layout] ?? null;
  return key.deed === 'space' && isComposing(keyboard.composing) ? PICKS : DEEDS[key.deed];
}

function isOn(key: Key, { isFuzzy, isShifted }: Keyboard): boolean | undefined {
  if (key.is !== 'deed') return undefined;
  if (key.deed === 'fuzzy') return isFuzzy;
  return key.deed === 'shift' ? isShifted : undefined;
}

/** Names a key for the debounce: the same key on another keyboard is another. */
function nameOf(key: Key): string {
  if (key.is === 'character') return key.character;
  return key.is === 'to' ? `to ${key.layout}` : key.deed;
}

export interface KeyFaceProps {
  of: Key;
  keyboard: Keyboard;
  candidates: readonly { text: string; to: number }[];
  onStrike: (pressed: KeyPress, key: string, atMs: number) => void;
}

export function KeyFace({ of, keyboard, candidates, onStrike }: KeyFaceProps) {
  const say = useText();
  const face = faceOf(of, keyboard);
  const strike = (atMs: number) => onStrike({ press: 'key', key: of, candidates }, nameOf(of), atMs);
  if (face === null) {
    const character = of.is === 'character' ? of.character : '';
    return (
      <KeyButton className="key" onStrike={strike} lang={/[^ -~]/.test(character) ? 'zh-CN' : undefined}>
        {keyboard.isShifted ? character.toUpperCase() : character}
      </KeyButton>
    );
  }
  return (
    <KeyButton
      className={`key key--act key--${face.width}`}
      label={face.said === undefined ? undefined : say(face.said)}
      isOn={isOn(of, keyboard)}
      onStrike={strike}
    >
      {of.is === 'deed' && of.deed === 'back' ? <Icon of="erase" /> : null}
      <span>{say(face.words)}</span>
    </KeyButton>
  );
}
