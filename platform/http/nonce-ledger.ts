// Which signed requests were answered already, on disk: whoever caught one on the way must not have it answered again
// after a restart, nor by the other platform of one database. What arrives together is put down together: one commit
// for all that wait, so that a crowd of kiosks does not cost a crowd of commits.
import { createNonceMemory, NONCE_LIFE_MS, type NonceMemory } from '../../lib/http-signature.ts';
import { createGroupCommit } from '../store/group-commit.ts';
import type { Store } from '../store/store.ts';
import type { UsedNonce } from '../store/nonces.ts';

/** How often what is too old is thrown away, at most. */
const FORGET_EVERY_MS = 60_000;

/** Throws when the database does: a request that cannot be put down is not answered. */
export function createNonceLedger(store: Pick<Store, 'transaction'>): NonceMemory {
  const known = createNonceMemory();
  const commit = createGroupCommit((used: UsedNonce[]) =>
    store.transaction(async ({ nonces }) => {
      const added = await nonces.use(used);
      return used.map(({ keyId, nonce }) => added.has(`${keyId} ${nonce}`));
    }),
  );
  let forgottenAtMs = 0;

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
      const [outcome] = await commit.add([{ keyId, nonce, forgetAfter }]);
      if (outcome?.ok === true) return !outcome.answer;
      // As it was thrown: whoever answers tells a busy database by its name.
      throw outcome?.surprise instanceof Error ? outcome.surprise : new Error('a nonce was left out');
    },
  };
}
