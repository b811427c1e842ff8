import type { ViewOf } from '../../domain/contract/views.ts';
import { Ridge } from '../art/ridge.tsx';
import { ContrastAid, LanguageAid, LargeTextAid } from '../frame/aids.tsx';
import { HelpAid } from '../frame/help-aid.tsx';
import { Masthead } from '../frame/masthead.tsx';
import { WhereStaffAre } from '../frame/where-staff-are.tsx';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/**
 * Out of service: where to go instead, what a receipt is still good for, and for IT the code and what it means. It does
 * not say that applications are safe here: where the store is damaged nobody knows.
 */
export function Closed({ view }: { view: ViewOf<'closed'> }) {
  const say = useText();
  return (
    <div className="screen screen--closed">
      <div className="art">
        <Ridge />
        <Masthead place={view.place} onDeep isServing={false} />
      </div>
      <main className="hello">
        <h1>{say(texts.closedTitle)}</h1>
        <p className="lead">{say(texts.closedElsewhere)}</p>
        <p>{say(texts.closedReceipts)}</p>
        <WhereStaffAre place={view.place} />
        <p className="note">
          {say(texts.closedCode)} <span className="num">{view.code}</span> · {say(view.reason)}
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
