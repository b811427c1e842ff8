// Requests that never became one: no HTTP, a head without end, a body that does not come. No route, no key and no nonce is
// known by then, so that the answer is unsigned; it says why, and the connection ends.
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import { MEDIA_TYPE } from '../../domain/contract/platform-api.ts';
import type { Log } from '../../lib/log.ts';

const WHY: Record<string, { status: number; code: RefusalCode }> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'too-slow' },
  HPE_HEADER_OVERFLOW: { status: 431, code: 'too-large' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, code: 'too-large' },
};

export function createBrokenHandler(log: Log) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    const { status, code } = WHY[error.code ?? ''] ?? { status: 400, code: 'invalid-input' };
    // Whoever hung up is told nothing, and did nothing that is worth a line.
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    log.warn('refused', { code, status, path: 'other' });
    const body = JSON.stringify({ code });
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      `content-type: ${MEDIA_TYPE}`,
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    if (socket.writable) socket.write([...head, '', body].join('\r\n'));
    socket.destroy(error);
  };
}
