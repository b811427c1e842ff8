import type { CaseView } from '../../../domain/contract/console-api.ts';
import { momentIn } from '../text/moments.ts';
import { ratingTexts } from '../text/texts.ts';
import { useLocale, useText } from '../text/use-text.ts';

/** What the citizen thought of it. Who they are is not shown to those who handled the case. */
export function Ratings({ found }: { found: CaseView }) {
  const say = useText();
  const locale = useLocale();
  if (found.ratings.length === 0) return null;
  return (
    <section>
      <h2>{say(ratingTexts.title)}</h2>
      <ul className="ratings">
        {found.ratings.map(({ at, stage, level, title, options, words, isNamed }) => (
          <li key={at + stage.en}>
            <strong>
              {say(title)} <span className="num">({level} / 5)</span>
            </strong>
            <span className="note">
              {say(stage)} · <time dateTime={at}>{momentIn(locale, at)}</time> ·{' '}
              {say(isNamed ? ratingTexts.named : ratingTexts.anonymous)}
            </span>
            {options.length === 0 ? null : <span>{options.map(say).join(' · ')}</span>}
            {words === null ? null : <q>{words}</q>}
          </li>
        ))}
      </ul>
    </section>
  );
}
