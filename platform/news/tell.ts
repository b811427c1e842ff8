import type { NewNotice } from '../../domain/contract/news-api.ts';
import { canonicalJson } from '../../domain/submission/canonical-json.ts';
import type { SigningKey } from '../../lib/keys.ts';
import type { Stores } from '../store/store.ts';

export interface ToldHow {
  /** What is told once only. */
  subject?: string;
  /** This kiosk alone. */
  to?: string;
}

/** Appends a notice to the feed, signed with the key in force; its position. */
export async function tell(
  { notices }: Pick<Stores, 'notices'>,
  key: SigningKey,
  notice: NewNotice,
  { subject, to }: ToldHow = {},
): Promise<number> {
  const position = await notices.nextPosition();
  const body = canonicalJson({ format: 1, position, ...notice });
  const kiosk = to ?? (notice.kind === 'renew-key' ? notice.kiosk : null);
  const division = 'division' in notice ? notice.division : null;
  await notices.append(
    position,
    { body, signature: key.sign('notice', Buffer.from(body)) },
    { kiosk, division, subject: subject ?? null },
  );
  return position;
}
