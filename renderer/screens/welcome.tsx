import { Button } from '../../ui/button.tsx';
import type { ViewOf } from '../../domain/contract/views.ts';
import { Ridge } from '../art/ridge.tsx';
import { ContrastAid, LanguageAid, LargeTextAid, SpeechAid } from '../frame/aids.tsx';
import { HelpAid } from '../frame/help-aid.tsx';
import { Masthead } from '../frame/masthead.tsx';
import { StaffWay } from '../staff/staff-way.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

export function Welcome({ view }: { view: ViewOf<'welcome'> }) {
  const { press } = usePress();
  const say = useText();
  return (
    <main className="screen screen--welcome">
      <div className="art">
        <Ridge />
        <Masthead place={view.place} onDeep />
        <p className="slogan">
          <span>{say(texts.slogan1)}</span>
          <span>{say(texts.slogan2)}</span>
        </p>
      </div>
      <div className="hello">
        <h1>{say(texts.hello)}</h1>
        <Button look="strong" onPress={() => press({ name: 'begin', input: null })}>
          {say(texts.start)}
        </Button>
        <Button icon="search" onPress={() => press({ name: 'askProgress', input: null })}>
          {say(texts.askProgress)}
        </Button>
        <div className="hello__view" role="group" aria-label={say(texts.languageAndView)}>
          <HelpAid place={view.place} />
          <LargeTextAid {...view.appearance} />
          <ContrastAid {...view.appearance} />
          <SpeechAid {...view.appearance} />
          <LanguageAid {...view.appearance} />
        </div>
        <p className="note">{say(texts.nothingKept)}</p>
        <StaffWay />
      </div>
    </main>
  );
}
