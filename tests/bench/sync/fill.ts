// A backlog as a kiosk has it after days without a line: every application sealed, signed, journaled and put down.
import { openSigningKey } from '../../../lib/keys.ts';
import { contentHashOf, openApplication, readEnvelope } from '../../../lib/envelope.ts';
import { newOpeningKey } from '../../../lib/envelope-crypto.ts';
import { canonicalJson, type Json } from '../../../domain/submission/canonical-json.ts';
import { signingKeyFile } from '../../../main/kiosk.ts';
import { openStore } from '../../../main/store/store.ts';
import { llcAnswers } from '../../builders/llc-application.ts';
import { sealItem } from '../../builders/platform-kiosk.ts';
import { llc } from '../../llc.ts';

/** In one commit: the time it takes to fill is not measured. */
const IN_ONE_COMMIT = 500;

/** Puts down so many applications of the shipped registration of a company behind those that are there. */
export async function fill(folder: string, count: number): Promise<void> {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const enrolment = await store.enrolment.get();
  if (enrolment === null) throw new Error('not enrolled');
  const key = openSigningKey(signingKeyFile(folder));
  const sealingKey = { id: enrolment.sealingKeyId, publicKey: enrolment.sealingKey };
  const signer = { enrolled: { ...enrolment, signingKey: enrolment.platformSigningKey, sealingKey }, key };
  const [prepared, answers] = [await llc(), llcAnswers()];
  const first = (await store.submissions.lastSequence()) + 1;
  const last = first + count - 1;
  for (let from = first; from <= last; from += IN_ONE_COMMIT)
    await store.transaction(async ({ submissions, journal }) => {
      for (let sequence = from; sequence <= Math.min(last, from + IN_ONE_COMMIT - 1); sequence += 1) {
        const item = sealItem(signer, prepared, sequence, answers);
        const envelope = Buffer.from(item.envelope, 'base64');
        const contentHash = contentHashOf(envelope);
        const completedAt = new Date().toISOString();
        const { procedure } = prepared;
        await submissions.put({
          sequence,
          id: item.id,
          receiptNumber: item.receiptNumber,
          procedure: procedure.id,
          procedureVersion: procedure.version,
          completedAt,
          contentHash,
          envelope,
          signature: item.signature,
        });
        const entered = { sequence, contentHash: contentHash.toString('hex') };
        await journal.append(completedAt, 'submitted', entered);
      }
    });
  await store.close();
}

/** The same application in the clear: what the others are given to send. */
export async function plainApplication(): Promise<{ [key: string]: Json }> {
  const opening = newOpeningKey();
  const enrolled = {
    kiosk: '01933f5e-7c1a-7000-8000-0123456789ab',
    division: '520103',
    code: 'K001',
    generation: '1',
    signingKey: '',
    sealingKey: { id: opening.id, publicKey: opening.publicKey },
    place: { office: { 'zh-CN': '-', en: '-' }, kiosk: { 'zh-CN': '-', en: '-' } },
  };
  const key = { publicKey: '', fingerprint: '', sign: () => '' };
  const item = sealItem({ enrolled, key }, await llc(), 1, llcAnswers());
  const envelope = readEnvelope(Buffer.from(item.envelope, 'base64'));
  const application = envelope === null ? null : openApplication(envelope, opening);
  if (application === null) throw new Error('what was sealed does not open');
  return JSON.parse(canonicalJson(application as unknown as Json)) as { [key: string]: Json };
}
