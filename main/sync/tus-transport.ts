// The kiosk's end of tus: requests that are signed like all others, and answers that count only when the platform signed
// them. What a café's login page says to an upload is no answer here either.
import { Upload, type HttpRequest, type HttpResponse, type HttpStack } from 'tus-js-client';
import { DOCUMENT_CHUNK_BYTES, platformPaths } from '../../domain/contract/platform-api.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Trouble } from './platform-client.ts';
import type { RawExchange } from './signed-exchange.ts';

export interface DocumentUpload {
  digest: string;
  /** As encrypted. */
  bytes: Buffer;
}

/** The exchange behind a request of tus did not come about, or was not the platform's. */
class TroubleError extends Error {
  override name = 'TroubleError';
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.kind);
    this.trouble = trouble;
  }
}

/**
 * Sends a document from where an earlier try was cut off. `ok` means that the platform took every byte, not yet that they
 * were the right ones: it is asked for its word afterwards.
 */
export function uploadDocument(
  exchange: RawExchange,
  { digest, bytes }: DocumentUpload,
  signal: AbortSignal,
): Promise<Result<null, Trouble>> {
  const { promise, resolve } = Promise.withResolvers<Result<null, Trouble>>();
  const upload = new Upload(bytes, {
    // Names the file before it is begun; the signature covers both.
    endpoint: exchange.address(`${platformPaths.documents}?digest=${digest}`),
    uploadUrl: exchange.address(`${platformPaths.documents}/${digest}`),
    httpStack: stackOver(exchange),
    chunkSize: DOCUMENT_CHUNK_BYTES,
    // The worker knows when to come back.
    retryDelays: null,
    storeFingerprintForResuming: false,
    onSuccess: () => resolve(ok(null)),
    onError: (error) => resolve(fail(troubleIn(error))),
  });
  signal.addEventListener('abort', () => {
    void upload.abort().finally(() => resolve(fail({ kind: 'no-network' })));
  });
  upload.start();
  return promise;
}

/** tus wraps what its transport threw; a plain refusal has none. */
function troubleIn(error: Error): Trouble {
  const cause = 'causingError' in error ? error.causingError : null;
  if (cause instanceof TroubleError) return cause.trouble;
  return { kind: 'refused', code: 'invalid-input' };
}

function stackOver(exchange: RawExchange): HttpStack {
  return { getName: () => 'onewindow', createRequest: (method, url) => requestOver(exchange, method, url) };
}

function requestOver(exchange: RawExchange, method: string, url: string): HttpRequest {
  const headers: Record<string, string> = {};
  let onProgress: (bytesSent: number) => void = () => {};
  const broken = new AbortController();
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader(name, value) {
      headers[name.toLowerCase()] = value;
    },
    getHeader: (name) => headers[name.toLowerCase()],
    setProgressHandler(handler) {
      onProgress = handler;
    },
    async send(body: unknown) {
      const bytes = body instanceof Uint8Array ? Buffer.from(body) : null;
      const answer = await exchange.send({ method, url, headers, body: bytes, signal: broken.signal });
      if (!answer.ok) throw new TroubleError(answer.error);
      onProgress(bytes?.length ?? 0);
      return responseOf(answer.value);
    },
    abort: async () => broken.abort(),
    getUnderlyingObject: () => null,
  };
}

function responseOf({ status, headers }: { status: number; headers: Record<string, string> }): HttpResponse {
  return {
    getStatus: () => status,
    getHeader: (name) => headers[name.toLowerCase()],
    getBody: () => '',
    getUnderlyingObject: () => null,
  };
}
