import type { Knex } from 'knex';
import { isSqlite } from './dialect.ts';

/**
 * Keys that kiosks took after the one they enrolled with. Old ones are kept for ever: receipts and applications that were
 * signed by them are out there.
 */
export const kioskKeys = {
  name: '2026-11-26-kiosk-keys',
  async up(knex: Knex): Promise<void> {
    const engine = isSqlite(knex) ? sqlite : postgres;
    for (const statement of [table(engine), ...guards(engine)]) await knex.raw(statement);
  },
};

interface Engine {
  whole: string;
  end: string;
  refuse(name: string, when: string): string[];
}

const SENTENCE = 'a key that was taken stays';

const sqlite: Engine = {
  whole: 'integer',
  end: 'strict',
  refuse: (name, when) => [
    `create trigger ${name} before ${when} on kiosk_keys begin select raise(abort, '${SENTENCE}'); end`,
  ],
};

const postgres: Engine = {
  whole: 'bigint',
  end: '',
  refuse: (name, when) => [
    `create function ${name}() returns trigger language plpgsql as $refuse$
       begin raise exception '${SENTENCE}'; end $refuse$`,
    `create trigger ${name} before ${when} on kiosk_keys for each row execute function ${name}()`,
  ],
};

function table({ whole, end }: Engine): string {
  return `create table kiosk_keys (
    division text not null,
    kiosk text not null,
    number ${whole} not null check (number > 0), -- the last one is in force
    public_key text not null unique,             -- SPKI, base64
    since text not null,
    primary key (division, kiosk, number),
    foreign key (division, kiosk) references kiosks (division, id)
  ) ${end}`;
}

function guards({ refuse }: Engine): string[] {
  return [...refuse('kiosk_keys_stay', 'delete'), ...refuse('kiosk_keys_stand', 'update')];
}
