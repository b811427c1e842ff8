// Who speaks. The kiosk's own Chromium has a voice where the system brings one (speech-dispatcher on Linux, the system's
// voices on Windows); a city that recorded its fixed sentences puts a `Voice` of its own in this place: docs/speech.md.
import type { Locale } from '../../domain/contract/text.ts';

export interface Voice {
  /** Whether there is a voice for this language now; voices may come some seconds after the page. */
  canSpeak(locale: Locale): boolean;
  /** Says these sentences one after the other; whatever was being said ends. */
  speak(sentences: readonly string[], locale: Locale): void;
  stop(): void;
  /** Told when voices come or go. Returns how to unsubscribe. */
  onChange(listener: () => void): () => void;
}

function voiceFor(synthesis: SpeechSynthesis, locale: Locale): SpeechSynthesisVoice | undefined {
  const [language = ''] = locale.split('-');
  // A voice of a service elsewhere would send what it says out of the house.
  return synthesis.getVoices().find(({ lang, localService }) => localService && lang.startsWith(language));
}

/** The voices of the browser; null in one without any. */
export function openWebVoice(synthesis: SpeechSynthesis | undefined): Voice | null {
  if (synthesis === undefined) return null;
  return {
    canSpeak: (locale) => voiceFor(synthesis, locale) !== undefined,
    speak(sentences, locale) {
      synthesis.cancel();
      const voice = voiceFor(synthesis, locale);
      if (voice === undefined) return;
      for (const sentence of sentences) {
        const utterance = new SpeechSynthesisUtterance(sentence);
        utterance.voice = voice;
        utterance.lang = locale;
        synthesis.speak(utterance);
      }
    },
    stop: () => synthesis.cancel(),
    onChange(listener) {
      synthesis.addEventListener('voiceschanged', listener);
      return () => synthesis.removeEventListener('voiceschanged', listener);
    },
  };
}
