import type { ViewOf } from '../../domain/contract/views.ts';
import { Ridge } from '../art/ridge.tsx';
import { ContrastAid, HelpAid, LanguageAid, LargeTextAid } from '../frame/aids.tsx';
import { Masthead } from '../frame/masthead.tsx';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** Out of service: where to go instead, that nothing received is lost, and a code for IT. */
export function Closed({ view }: { view: ViewOf<'closed'> }) {
  const say = useText();
  return (
    <div className="screen screen--closed">
      <div className="art">
        <Ridge />
        <Masthead place={view.place} onDeep />
      </div>
      <main className="hello">
        <h1>{say(texts.closedTitle)}</h1>
        <p className="lead">{say(view.reason)}</p>
        <p>{say(texts.closedSafe)}</p>
        <p className="note">
          {say(texts.helpWhere)} {say(view.place.helpAt)} · {say(texts.helpPhone)} {view.place.phone} ·{' '}
          {say(texts.closedCode)} {view.code}
        </p>
        <div className="hello__view" role="group" aria-label={say(texts.languageAndView)}>
          <HelpAid place={view.place} />
          <LargeTextAid {...view.appearance} />
          <ContrastAid {...view.appearance} />
          <LanguageAid {...view.appearance} />
        </div>
      </main>
    </div>
  );
}
