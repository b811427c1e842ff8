// Which signed requests were answered already, on disk: whoever caught one on the way must not have it answered again
// after a restart, nor by the other platform of one database. What arrives together is put down together: one commit
// for all that wait, so that a crowd of kiosks does not cost a crowd of commits.
import { createNonceMemory, NONCE_LIFE_MS, type NonceMemory } from '../../lib/http-signature.ts';
import type { Store } from '../store/store.ts';
import type { UsedNonce } from '../store/nonces.ts';

/** How often what is too old is thrown away, at most. */
const FORGET_EVERY_MS = 60_000;

/** Rows of one statement: both engines have a limit of parameters. */
const MOST_AT_ONCE = 300;

interface Waiting extends UsedNonce {
  settle(isNew: boolean): void;
  fail(error: unknown): void;
}

/** Throws when the database does: a request that cannot be put down is not answered. */
export function createNonceLedger(store: Pick<Store, 'transaction'>): NonceMemory {
  const known = createNonceMemory();
  const waiting: Waiting[] = [];
  let isWriting = false;
  let forgottenAtMs = 0;

  async function writeAll(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    // What arrives in this turn of the loop goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await write(waiting.splice(0, MOST_AT_ONCE));
    isWriting = false;
  }

  async function write(some: Waiting[]): Promise<void> {
    try {
      const added = await store.transaction(({ nonces }) => nonces.use(some));
      for (const one of some) one.settle(added.has(`${one.keyId} ${one.nonce}`));
    } catch (error) {
      for (const one of some) one.fail(error);
    }
  }

  async function forgetOld(at: Date): Promise<void> {
    if (Math.abs(at.getTime() - forgottenAtMs) < FORGET_EVERY_MS) return;
    forgottenAtMs = at.getTime();
    await store.transaction(({ nonces }) => nonces.forget(at.toISOString()));
  }

  return {
    async seen(keyId, nonce, at) {
      if (await known.seen(keyId, nonce, at)) return true;
      await forgetOld(at);
      const forgetAfter = new Date(at.getTime() + NONCE_LIFE_MS).toISOString();
      const isNew = await new Promise<boolean>((settle, fail) => {
        waiting.push({ keyId, nonce, forgetAfter, settle, fail });
        void writeAll();
      });
      return !isNew;
    },
  };
}
