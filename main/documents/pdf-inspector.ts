// Looks into a PDF for what must not be taken: a password, code, other files. A PDF is anybody's, and reading one is much
// code; it happens in a thread of its own, with little memory and little time, so that one made to hang or to swell ends
// there and not in the kiosk.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  getDocument,
  PasswordException,
  VerbosityLevel,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fileFaults } from '../../domain/documents/file-faults.ts';
import type { Message } from '../../domain/message.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Timers } from '../../lib/clock.ts';
import { pdfNames } from './pdf-names.ts';

/** The code of a fault, or how many pages there are. */
type Finding = { pages: number } | { fault: 'damaged' | 'encrypted' | 'active' | 'carrier' };

const MOST_MS = 20_000;
const MOST_MEGABYTES = 512;
/** Marks a thread as ours: whoever else starts one from here gets nothing done. */
const TASK = 'inspect-pdf';

/** How many pages it has; or the sentence why it is not taken. */
export async function inspectPdf(bytes: Uint8Array, timers: Timers): Promise<Result<number, Message>> {
  const found = await inThread(bytes, timers);
  if (found === null) return fail(fileFaults.slow);
  return 'pages' in found ? ok(found.pages) : fail(fileFaults[found.fault]);
}

/** null: it took too long or too much. */
function inThread(bytes: Uint8Array, timers: Timers): Promise<Finding | null> {
  const { promise, resolve } = Promise.withResolvers<Finding | null>();
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { task: TASK, bytes },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    stdout: true,
    stderr: true,
  });
  const late = timers.after(MOST_MS, () => resolve(null));
  worker.once('message', (found: Finding) => resolve(found));
  worker.once('error', () => resolve(null));
  worker.once('exit', () => resolve(null));
  return promise.finally(async () => {
    late.cancel();
    await worker.terminate();
  });
}

/** What is found in a PDF, in the thread where it is looked into. */
export async function lookInto(bytes: Uint8Array): Promise<Finding> {
  const named = pdfNames(bytes);
  const task = getDocument({
    // The reader takes what it is given away from whoever gave it.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    stopAtErrors: true,
    useSystemFonts: false,
    disableFontFace: true,
  });
  try {
    return await findings(await task.promise, named);
  } catch (error) {
    return { fault: error instanceof PasswordException ? 'encrypted' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

async function findings(pdf: PDFDocumentProxy, named: ReturnType<typeof pdfNames>): Promise<Finding> {
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
  // Opens without a password, but says what may be done with it: no department may print it.
  if (typeof info['EncryptFilterName'] === 'string') return { fault: 'encrypted' };
  if (info['IsXFAPresent'] === true || named === 'active' || (await acts(pdf))) return { fault: 'active' };
  if (named === 'carrier' || (await pdf.getAttachments()) !== null) return { fault: 'carrier' };
  if (named === 'unreadable') return { fault: 'damaged' };
  return pagesOf(pdf);
}

async function acts(pdf: PDFDocumentProxy): Promise<boolean> {
  return (await pdf.hasJSActions()) || (await pdf.getJSActions()) !== null;
}

/** Parts of a page that start something, carry a file or play. */
const CARRIERS = new Set(['FileAttachment', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D']);

interface Annotation {
  subtype?: string;
  actions?: object | null;
}

async function pagesOf(pdf: PDFDocumentProxy): Promise<Finding> {
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    if ((await page.getJSActions()) !== null) return { fault: 'active' };
    const annotations = (await page.getAnnotations()) as Annotation[];
    if (annotations.some(({ subtype = '' }) => CARRIERS.has(subtype))) return { fault: 'carrier' };
    if (annotations.some(({ actions }) => actions !== undefined && actions !== null))
      return { fault: 'active' };
    // A page that is not there shows only when it is read.
    await page.getOperatorList();
    page.cleanup();
  }
  return { pages: pdf.numPages };
}

const given = workerData as { task?: unknown; bytes?: Uint8Array } | null;
if (!isMainThread && given?.task === TASK && given.bytes !== undefined)
  parentPort?.postMessage(await lookInto(given.bytes));
