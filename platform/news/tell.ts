import type { NewNotice } from '../../domain/contract/news-api.ts';
import { canonicalJson } from '../../domain/submission/canonical-json.ts';
import type { SigningKey } from '../../lib/keys.ts';
import type { Stores } from '../store/store.ts';

/** Appends a notice to the feed, signed with the key in force. `subject`: what is told once only. */
export async function tell(
  { notices }: Pick<Stores, 'notices'>,
  key: SigningKey,
  notice: NewNotice,
  subject: string | null = null,
): Promise<void> {
  const position = await notices.nextPosition();
  const body = canonicalJson({ format: 1, position, ...notice });
  const kiosk = notice.kind === 'renew-key' ? notice.kiosk : null;
  await notices.append(
    position,
    { body, signature: key.sign('notice', Buffer.from(body)) },
    { kiosk, subject },
  );
}
