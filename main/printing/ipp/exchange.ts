// One question to a printer over HTTP, one answer. This file is a transport: nothing else of IPP touches the network.
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { Timers } from '../../../lib/clock.ts';
import { bytesOf, replyFrom, type IppReply, type IppRequest } from './message.ts';

/**
 * `unreachable`: nothing was sent. `untrusted`: nor was anything, to whoever answers with a certificate nobody vouches for.
 * `lost`: the printer may have it all. `no-printer`: what answers is no IPP printer.
 */
export type ExchangeFault = 'unreachable' | 'untrusted' | 'lost' | 'no-printer';

export type Exchange = (
  request: Omit<IppRequest, 'uri'>,
  signal?: AbortSignal,
) => Promise<Result<IppReply, ExchangeFault>>;

/** A printer's own web server is slow, not that slow. */
const ANSWER_AT_MOST_MS = 10_000;
/** A printer's whole description is some 50 KB. */
const ANSWER_AT_MOST_BYTES = 1_000_000;
const IPP_PORT = '631';

/** `uri` is ipp: or ipps:, with the certificate checked as anywhere else. */
export function createExchange(uri: string, timers: Timers): Exchange {
  return async (request, signal) => {
    const late = new AbortController();
    const limit = timers.after(ANSWER_AT_MOST_MS, () => late.abort());
    const either = AbortSignal.any([late.signal, ...(signal === undefined ? [] : [signal])]);
    const answer = await post(uri, bytesOf({ ...request, uri }), either);
    limit.cancel();
    if (!answer.ok) return answer;
    const reply = replyFrom(answer.value);
    return reply === null ? fail('no-printer') : ok(reply);
  };
}

function post(uri: string, body: Buffer, signal: AbortSignal): Promise<Result<Buffer, ExchangeFault>> {
  const isSecure = uri.startsWith('ipps:');
  const url = new URL(uri.replace(/^ipp/, 'http'));
  if (url.port === '') url.port = IPP_PORT;
  const open = isSecure ? requestSecure : requestPlain;
  return new Promise((resolve) => {
    let isConnected = false;
    const sending = open(url, {
      method: 'POST',
      // A line of its own: one kept open may just have been closed by the other side.
      agent: false,
      signal,
      headers: { 'content-type': 'application/ipp', 'content-length': body.length },
    });
    sending.once('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => (isConnected = true));
    });
    sending.on('error', (error) => resolve(fail(isConnected ? 'lost' : faultOf(error))));
    sending.once('response', (response) => void bodyOf(response).then(resolve));
    sending.end(body);
  });
}

/** What node:tls calls a certificate it does not accept: expired, self-signed, of another name. */
function faultOf({ code = '' }: NodeJS.ErrnoException): ExchangeFault {
  return /CERT|SIGNATURE|ISSUER/.test(code) ? 'untrusted' : 'unreachable';
}

async function bodyOf(response: IncomingMessage): Promise<Result<Buffer, ExchangeFault>> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > ANSWER_AT_MOST_BYTES) return fail('no-printer');
    }
  } catch {
    // The line broke in the middle of the answer.
    return fail('lost');
  }
  return response.statusCode === 200 ? ok(Buffer.concat(chunks)) : fail('no-printer');
}
