// IPP in words we need: requests to bytes, answers from bytes. Encoding is the library's; what comes from a printer is parsed
// here and trusted nowhere before.
import ipp from '@sealsystems/ipp';

export type Attributes = Record<string, unknown>;

export interface IppRequest {
  operation: 'Get-Printer-Attributes' | 'Print-Job' | 'Get-Job-Attributes' | 'Cancel-Job';
  /** ipp: or ipps: address of the printer. */
  uri: string;
  about?: Attributes;
  job?: Attributes;
  document?: Buffer;
}

export interface IppReply {
  /** 'successful-ok', 'client-error-not-found', … */
  status: string;
  printer: Attributes;
  job: Attributes;
}

/** Whose jobs they are, so that nobody else's can be taken back. */
const WHO = 'onewindow-kiosk';

export function bytesOf({ operation, uri, about = {}, job, document }: IppRequest): Buffer {
  return ipp.serialize({
    version: '2.0',
    operation,
    id: 1,
    // The order of the first four is the protocol's.
    'operation-attributes-tag': {
      'attributes-charset': 'utf-8',
      'attributes-natural-language': 'en',
      'printer-uri': uri,
      ...('job-id' in about ? { 'job-id': about['job-id'] } : {}),
      'requesting-user-name': WHO,
      ...about,
    },
    ...(job === undefined ? {} : { 'job-attributes-tag': job }),
    ...(document === undefined ? {} : { data: document }),
  });
}

/** Null when the bytes are no answer of a printer. */
export function replyFrom(bytes: Buffer): IppReply | null {
  try {
    const message = groupOf(ipp.parse(bytes));
    const status = message['statusCode'];
    if (typeof status !== 'string') return null;
    return {
      status,
      printer: groupOf(message['printer-attributes-tag']),
      job: groupOf(message['job-attributes-tag']),
    };
  } catch {
    // Whatever the library stumbles over was not IPP.
    return null;
  }
}

/** The first of several groups; an empty one where there is none. */
function groupOf(value: unknown): Attributes {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'object' && one !== null ? { ...one } : {};
}

/** The words an attribute holds, be it one, several or none. */
export function wordsOf(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}

export function wordOf(value: unknown): string {
  return wordsOf(value)[0] ?? '';
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function isWell({ status }: IppReply): boolean {
  return status.startsWith('successful');
}
