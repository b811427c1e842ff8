import type { Knex } from 'knex';
import type { Place } from '../../domain/contract/views.ts';

/** Who this kiosk is to the platform, and the keys it pinned when it was enrolled. */
export interface Enrolment {
  kiosk: string;
  division: string;
  /** 'K012' */
  code: string;
  generation: string;
  platformUrl: string;
  /** SPKI, base64. */
  platformSigningKey: string;
  sealingKeyId: string;
  sealingKey: string;
  place: Pick<Place, 'office' | 'kiosk'>;
  enrolledAt: string;
}

interface Row {
  kiosk: string;
  division: string;
  code: string;
  generation: string;
  platform_url: string;
  platform_signing_key: string;
  sealing_key_id: string;
  sealing_key: string;
  place: string;
  enrolled_at: string;
}

function enrolmentOf(row: Row): Enrolment {
  return {
    kiosk: row.kiosk,
    division: row.division,
    code: row.code,
    generation: row.generation,
    platformUrl: row.platform_url,
    platformSigningKey: row.platform_signing_key,
    sealingKeyId: row.sealing_key_id,
    sealingKey: row.sealing_key,
    place: JSON.parse(row.place) as Enrolment['place'],
    enrolledAt: row.enrolled_at,
  };
}

export function enrolmentStore(db: Knex) {
  return {
    async get(): Promise<Enrolment | null> {
      const row = await db<Row>('enrolment').first();
      return row === undefined ? null : enrolmentOf(row);
    },

    async put(enrolment: Enrolment): Promise<void> {
      await db('enrolment').insert({
        id: 1,
        kiosk: enrolment.kiosk,
        division: enrolment.division,
        code: enrolment.code,
        generation: enrolment.generation,
        platform_url: enrolment.platformUrl,
        platform_signing_key: enrolment.platformSigningKey,
        sealing_key_id: enrolment.sealingKeyId,
        sealing_key: enrolment.sealingKey,
        place: JSON.stringify(enrolment.place),
        enrolled_at: enrolment.enrolledAt,
      });
    },

    /** Pins other keys of the platform: it told of them, signed with the one before. */
    async pin(keys: Pick<Enrolment, 'platformSigningKey' | 'sealingKeyId' | 'sealingKey'>): Promise<void> {
      await db('enrolment').where({ id: 1 }).update({
        platform_signing_key: keys.platformSigningKey,
        sealing_key_id: keys.sealingKeyId,
        sealing_key: keys.sealingKey,
      });
    },

    /** Everything the platform told up to here was taken. */
    async newsPosition(): Promise<number> {
      const row = await db<{ position: number }>('news').first();
      return row?.position ?? 0;
    },

    async noteNews(position: number): Promise<void> {
      await db('news').insert({ id: 1, position }).onConflict('id').merge();
    },

    /** The last sequence of a copy that was put back, until the platform has said that it knows no more; null: none. */
    async restoredAt(): Promise<number | null> {
      const row = await db<{ last: number }>('restored').first();
      return row?.last ?? null;
    },

    /** From now on the platform has to be asked before anybody is served. */
    async noteRestored(at: string, last: number): Promise<void> {
      await db('restored').insert({ id: 1, restored_at: at, last }).onConflict('id').merge();
    },

    async noteCompared(): Promise<void> {
      await db('restored').delete();
    },

    /** Keys this machine had before the one it has, SPKI in base64. */
    async oldKeys(): Promise<string[]> {
      const rows = await db<{ public_key: string }>('old_keys').orderBy('until').select('public_key');
      return rows.map((row) => row.public_key);
    },

    async keepOldKey(publicKey: string, until: string): Promise<void> {
      await db('old_keys').insert({ public_key: publicKey, until }).onConflict('public_key').ignore();
    },

    /** Why the platform answers this kiosk no more, as it last said; null: it does. */
    async stopped(): Promise<'kiosk-revoked' | 'kiosk-forked' | null> {
      const row = await db<{ because: 'kiosk-revoked' | 'kiosk-forked' }>('stopped').first();
      return row?.because ?? null;
    },

    async noteStopped(because: 'kiosk-revoked' | 'kiosk-forked' | null, at: string): Promise<void> {
      await db('stopped').delete();
      if (because !== null) await db('stopped').insert({ id: 1, because, at });
    },

    async clockOffset(): Promise<number | null> {
      const row = await db<{ offset_ms: number }>('platform_clock').first();
      return row?.offset_ms ?? null;
    },

    async noteClockOffset(offsetMs: number, seenAt: string): Promise<void> {
      await db('platform_clock')
        .insert({ id: 1, offset_ms: offsetMs, seen_at: seenAt })
        .onConflict('id')
        .merge();
    },
  };
}
export type EnrolmentStore = ReturnType<typeof enrolmentStore>;
