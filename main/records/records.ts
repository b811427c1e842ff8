// What the platform lends, asked for when it is needed and not a moment longer than a person would wait.
import type { LentRecord, RecordRequest } from '../../domain/contract/platform-api.ts';
import { fail, type Result } from '../../domain/result.ts';
import type { LinkState } from '../sync/link.ts';
import type { PlatformClient } from '../sync/platform-client.ts';

/** no-connection: the platform was not reached in time. refused: it was, and lends this record to nobody like this. */
export type RecordFault = 'no-connection' | 'refused';

export interface Records {
  /** Whether it is worth asking. */
  canAsk(): boolean;
  ask(request: RecordRequest): Promise<Result<LentRecord, RecordFault>>;
}

export interface RecordsParts {
  /** null: the machine is not enrolled. */
  client: Pick<PlatformClient, 'record'> | null;
  linkState: () => LinkState;
}

export function createRecords({ client, linkState }: RecordsParts): Records {
  const canAsk = () => client !== null && linkState() === 'online';
  return {
    canAsk,
    async ask(request) {
      if (client === null || !canAsk()) return fail('no-connection');
      const lent = await client.record(request);
      if (lent.ok) return lent;
      return fail(
        lent.error.kind === 'refused' || lent.error.kind === 'not-authorised' ? 'refused' : 'no-connection',
      );
    },
  };
}
