import type { Place } from '../../domain/contract/views.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** Where somebody is found who can help, and their telephone number. */
export function WhereStaffAre({ place }: { place: Place }) {
  const say = useText();
  return (
    <dl className="facts">
      <div>
        <dt>{say(texts.helpWhere)}</dt>
        <dd>{say(place.helpAt)}</dd>
      </div>
      <div>
        <dt>{say(texts.helpPhone)}</dt>
        <dd className="num">{place.phone}</dd>
      </div>
    </dl>
  );
}
