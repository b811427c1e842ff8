// Hands documents in over the contract, as the screens do.
import { SHOT_PART_CHARACTERS } from '../domain/contract/shots.ts';
import type { Send } from '../domain/contract/kiosk-api.ts';
import type { View, ViewOf } from '../domain/contract/views.ts';
import { ask } from './fill-in.ts';

const PART_BYTES = (SHOT_PART_CHARACTERS / 4) * 3;

/** The view, which must be this screen. */
export function on<S extends View['screen']>(view: View, screen: S): ViewOf<S> {
  if (view.screen !== screen) throw new Error(`on ${view.screen}, not on ${screen}: ${JSON.stringify(view)}`);
  return view as ViewOf<S>;
}

/** Sends a photograph in its parts. */
export async function sendShot(send: Send, page: string, shot: string, bytes: Buffer): Promise<number> {
  let parts = 0;
  for (let part = 0; part * PART_BYTES < bytes.length; part += 1) {
    const data = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES).toString('base64');
    ({ parts } = await ask(send, 'sendShot', { page, shot, part, data }));
  }
  return parts;
}

let shots = 0;

/** Photographs one page of the document whose step is open. */
export async function photograph(
  send: Send,
  view: ViewOf<'capture'>,
  bytes: Buffer,
): Promise<ViewOf<'capture'>> {
  const shot = `shot-${(shots += 1)}-of-a-test`;
  await sendShot(send, view.page, shot, bytes);
  return on(await ask(send, 'keepShot', { page: view.page, shot }), 'capture');
}

export async function openCapture(
  send: Send,
  view: ViewOf<'documents'>,
  document: string,
): Promise<ViewOf<'capture'>> {
  return on(await ask(send, 'openDocument', { page: view.page, document, by: 'camera' }), 'capture');
}

/** Photographs all pages of a document and goes back to the list. */
export async function photographAll(
  send: Send,
  view: ViewOf<'documents'>,
  document: string,
  pages: Buffer[],
): Promise<ViewOf<'documents'>> {
  let capture = await openCapture(send, view, document);
  for (const page of pages) capture = await photograph(send, capture, page);
  return on(await ask(send, 'closeDocument', { page: capture.page }), 'documents');
}

/** What holds for each document on the list. */
export function statesOn(view: ViewOf<'documents'>): Record<string, string> {
  return Object.fromEntries(view.documents.map(({ id, state }) => [id, state]));
}
