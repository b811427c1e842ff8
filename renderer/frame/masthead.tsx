import { Icon, Mark } from '../../ui/icon.tsx';
import type { Status } from '../../domain/contract/kiosk-api.ts';
import type { Locale } from '../../domain/contract/text.ts';
import type { Place, StaffMember } from '../../domain/contract/views.ts';
import { useStatusQuery } from '../state/kiosk.ts';
import { OwnName } from '../text/own-name.tsx';
import { texts } from '../text/texts.ts';
import { useLocale, useText } from '../text/use-text.ts';

const CLOCK_EVERY_MS = 20_000;

const WRITERS = new Map<Locale, Intl.DateTimeFormat>();

/** Kept for good: every page has a masthead of its own, and a writer of dates takes as long to make as the rest of it. */
function writerOf(locale: Locale): Intl.DateTimeFormat {
  const length = locale === 'en' ? 'short' : 'long';
  const writer =
    WRITERS.get(locale) ??
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      timeZone: 'UTC',
      month: length,
      day: 'numeric',
      weekday: length,
    });
  WRITERS.set(locale, writer);
  return writer;
}

/** '2026-11-24 10:26' of the city's clock, in the citizen's language. */
function useMoment(now: string | undefined): string {
  const locale = useLocale();
  if (now === undefined) return '';
  const [day = '', time = ''] = now.split(' ');
  return `${writerOf(locale).format(new Date(`${day}T00:00:00Z`))} ${time}`;
}

function LinkState({ link }: Pick<Status, 'link'>) {
  const say = useText();
  const words = { online: texts.online, offline: texts.offline, 'sign-in-needed': texts.signInNeeded }[link];
  return (
    <span className="link-state" data-link={link} role="status">
      <Icon of={link === 'online' ? 'online' : 'offline'} />
      {say(words)}
    </span>
  );
}

export interface MastheadProps {
  place: Place;
  onDeep?: boolean;
  /** A machine that takes no applications says nothing of its connection: nobody can carry on there. */
  isServing?: boolean;
  /** The member of staff who is signed in. */
  member?: StaffMember;
}

/** Who, where, when, and whether the machine is connected. Not touchable. */
export function Masthead({ place, onDeep = false, isServing = true, member }: MastheadProps) {
  const say = useText();
  const { data: status } = useStatusQuery(null, { pollingInterval: CLOCK_EVERY_MS });
  const moment = useMoment(status?.now);
  return (
    <header className="masthead">
      <Mark onDeep={onDeep} />
      <div className="name">
        {say(texts.product)}
        <small>{say(texts.city)}</small>
      </div>
      <div className="place">
        {status === undefined || !isServing ? null : <LinkState link={status.link} />}
        {member === undefined ? null : (
          <b>
            <OwnName>{member.name}</OwnName> {member.number}
          </b>
        )}
        <span>
          {say(place.office)} · {say(place.kiosk)}
        </span>
        <span className="num">{moment}</span>
      </div>
    </header>
  );
}
