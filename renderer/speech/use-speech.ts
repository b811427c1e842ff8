import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { View } from '../../domain/contract/views.ts';
import { said } from '../../ui/said.ts';
import { isPlain } from '../text/use-text.ts';
import { utterancesOf } from './utterances.ts';
import type { Voice } from './voice.ts';

/** The voice of this machine; null: it has none. */
export const VoiceContext = createContext<Voice | null>(null);

/** Whether reading aloud can be offered now, in the language of the page. */
export function useCanSpeak(locale: View['appearance']['locale']): boolean {
  const voice = useContext(VoiceContext);
  return useSyncExternalStore(
    (listener) => voice?.onChange(listener) ?? (() => {}),
    () => voice?.canSpeak(locale) ?? false,
  );
}

/** Reads every new page aloud while the citizen wants it; whatever is being said ends with the page. */
export function useSpeech(view: View): void {
  const voice = useContext(VoiceContext);
  const { speech, locale } = view.appearance;
  const canSpeak = useCanSpeak(locale);
  const sentences = utterancesOf(view).map((sentence) => said(sentence, locale, isPlain(view)));
  const whole = sentences.join('\n');
  useEffect(() => {
    if (voice === null || !speech || !canSpeak) return undefined;
    voice.speak(whole.split('\n'), locale);
    return () => voice.stop();
  }, [voice, speech, canSpeak, whole, locale]);
}
