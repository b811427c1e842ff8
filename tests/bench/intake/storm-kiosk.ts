// One kiosk of a storm: it has something to hand in and does so as the real one does, waiting when it is told to.
import { request as httpRequest, type Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { MEDIA_TYPE, platformPaths, type SubmissionItem } from '../../../domain/contract/platform-api.ts';
import { signRequest } from '../../../lib/http-signature.ts';
import type { SigningKey } from '../../../lib/keys.ts';

export interface StormKiosk {
  id: string;
  key: SigningKey;
  items: SubmissionItem[];
}

export interface Handed {
  /** Milliseconds of each answer, in order. */
  answers: number[];
  /** How often it was told to come again. */
  turnedBack: number;
  /** How often nobody answered. */
  unanswered: number;
  /** Items that are neither taken now nor were before. */
  lost: number;
}

/** As the kiosk's own: it gives an answer up after so long. */
export const PATIENCE_MS = 20_000;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

interface Reply {
  status: number;
  /** Milliseconds until it was there, without the kiosk's own work. */
  took: number;
  retryAfter: number;
  body: string;
}

async function post(url: string, { id, key, items }: StormKiosk, agent: Agent): Promise<Reply | null> {
  const body = Buffer.from(JSON.stringify({ items }));
  const signed = await signRequest(
    { method: 'POST', url, body, contentType: MEDIA_TYPE },
    id,
    key,
    new Date(),
  );
  const headers = { 'content-type': MEDIA_TYPE, 'content-length': body.length, ...signed };
  const before = performance.now();
  return new Promise((answer) => {
    const asked = httpRequest(url, { method: 'POST', agent, headers, timeout: PATIENCE_MS }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', () => answer(null));
      reply.on('end', () =>
        answer({
          status: reply.statusCode ?? 0,
          took: performance.now() - before,
          retryAfter: Number(reply.headers['retry-after'] ?? 0),
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => answer(null));
    asked.end(body);
  });
}

function resultsIn(body: string): string[] {
  const { acknowledgements } = JSON.parse(body) as { acknowledgements: { body: string }[] };
  return acknowledgements.map((one) => (JSON.parse(one.body) as { result: string }).result);
}

/** Goes on until everything is answered. Throws on an answer that no kiosk should get. */
export async function handInAll(platformUrl: string, kiosk: StormKiosk, agent: Agent): Promise<Handed> {
  const url = new URL(platformPaths.submissions, platformUrl).href;
  const handed: Handed = { answers: [], turnedBack: 0, unanswered: 0, lost: 0 };
  for (;;) {
    const reply = await post(url, kiosk, agent);
    // 408: this machine, which is ten thousand kiosks, was too slow to send what it had begun.
    if (reply === null || reply.status === 408) {
      handed.unanswered += 1;
      await pause(Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** handed.unanswered));
      continue;
    }
    handed.answers.push(reply.took);
    if (reply.status === 200) {
      const held = resultsIn(reply.body).filter((one) => one === 'taken' || one === 'already-taken');
      handed.lost = kiosk.items.length - held.length;
      return handed;
    }
    if (reply.status !== 503 && reply.status !== 429)
      throw new Error(`answered with ${reply.status}: ${reply.body}`);
    handed.turnedBack += 1;
    await pause(reply.retryAfter * 1000 + Math.random() * 1000);
  }
}
