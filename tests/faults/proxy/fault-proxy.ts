// A wire between a kiosk and its platform that does to bytes what wires, boxes and cafés do. TCP, not HTTP: the two ends
// see what they would see.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type WireFault =
  | { kind: 'fine' }
  /** Every chunk comes this much later, both ways. */
  | { kind: 'delay'; ms: number }
  /** The connection is cut after so many bytes of the request. */
  | { kind: 'cut-request'; after: number }
  /** The platform gets all of it and answers; the connection is cut after so many bytes of the answer. */
  | { kind: 'cut-reply'; after: number }
  /** Both ends think they are connected, and nothing comes through any more. */
  | { kind: 'half-open' }
  /** The answer is noise, or an answer with one bit flipped. */
  | { kind: 'garbage'; how: 'noise' | 'flip' | 'truncate' }
  /** Somebody else answers. */
  | { kind: 'captive-portal'; how: 'page' | 'redirect' | 'nothing' | 'empty' }
  /** The answer comes a byte at a time. */
  | { kind: 'slow-drip'; everyMs: number }
  /** Connections that come together are let through the last first. */
  | { kind: 'reorder'; holdMs: number }
  /** Every request arrives twice: a copy of its own besides. */
  | { kind: 'duplicate'; first: boolean };

export interface FaultProxy {
  url: string;
  /** What happens from now on. Connections that stand are cut, so that it holds for all. */
  become(fault: WireFault): void;
  /** Where it leads: another platform may have taken over. */
  leadTo(urls: readonly string[]): void;
  /** How many connections met the fault since the last change. */
  struck(): number;
  close(): Promise<void>;
}

const PORTAL = {
  page: 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 29\r\nconnection: close\r\n\r\n<title>Please sign in</title>',
  redirect:
    'HTTP/1.1 302 Found\r\nlocation: http://192.0.2.1/login\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
  nothing: 'HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n',
  empty:
    'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
};

/** A request that hands something in, as it begins on the wire. Everything else is let through until one comes. */
const HANDS_IN = /^(POST|PATCH) /;

/** Starts a proxy in front of `platformUrl`, on a free port of its own that stays the same. */
export async function startFaultProxy(platformUrl: string): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  let fault: WireFault = { kind: 'fine' };
  let places = [platformUrl];
  let turn = 0;
  let struck = 0;
  const held: { owner: Socket; release: () => void }[] = [];

  function keep(socket: Socket): Socket {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    return socket;
  }

  function upstreamSocket(): Socket {
    turn += 1;
    const place = new URL(places[turn % places.length] ?? platformUrl);
    return keep(connect(Number(place.port), place.hostname));
  }

  function later(ms: number, socket: Socket, run: () => void): void {
    setTimeout(() => {
      if (!socket.destroyed) run();
    }, ms);
  }

  /** One connection. The fault begins with the first request on it that hands something in. */
  function carry(client: Socket): void {
    const upstream = upstreamSocket();
    let isStruck = false;
    let requestBytes = 0;
    let replyBytes = 0;

    client.on('data', (chunk: Buffer) => {
      if (!isStruck && fault.kind !== 'fine' && HANDS_IN.test(chunk.toString('latin1', 0, 8))) {
        isStruck = true;
        struck += 1;
      }
      if (!isStruck) upstream.write(chunk);
      else requestUnder(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (!isStruck) client.write(chunk);
      else replyUnder(chunk);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => {
      if (fault.kind !== 'half-open') client.end();
    });

    function requestUnder(chunk: Buffer): void {
      const now = fault;
      if (now.kind === 'cut-request') {
        const rest = Math.max(0, now.after - requestBytes);
        requestBytes += chunk.length;
        upstream.write(chunk.subarray(0, rest), () => {
          if (requestBytes < now.after) return;
          upstream.destroy();
          client.destroy();
        });
        if (requestBytes <= now.after) later(100, client, () => client.destroy());
      } else if (now.kind === 'captive-portal') client.end(PORTAL[now.how]);
      else if (now.kind === 'delay') later(now.ms, upstream, () => upstream.write(chunk));
      else if (now.kind === 'reorder') hold(upstream, now.holdMs, () => upstream.write(chunk));
      else if (now.kind === 'duplicate') twice(chunk, now.first);
      else if (now.kind !== 'half-open') upstream.write(chunk);
    }

    function twice(chunk: Buffer, copyFirst: boolean): void {
      const copy = upstreamSocket();
      // Nobody reads what the copy is answered.
      copy.resume();
      if (!copyFirst) {
        upstream.write(chunk);
        copy.write(chunk);
        return;
      }
      copy.once('data', () => upstream.write(chunk));
      copy.write(chunk);
      later(300, upstream, () => copy.destroy());
    }

    function replyUnder(chunk: Buffer): void {
      const now = fault;
      if (now.kind === 'cut-reply') {
        client.write(chunk.subarray(0, Math.max(0, now.after - replyBytes)), () => {
          if (replyBytes >= now.after) client.destroy();
        });
        replyBytes += chunk.length;
        if (replyBytes < now.after) later(100, client, () => client.destroy());
      } else if (now.kind === 'garbage') garble(chunk, now.how);
      else if (now.kind === 'slow-drip') drip(chunk, now.everyMs);
      else if (now.kind === 'delay') later(now.ms, client, () => client.write(chunk));
      else if (now.kind === 'reorder') hold(client, now.holdMs, () => client.write(chunk));
      else if (now.kind !== 'half-open') client.write(chunk);
    }

    function garble(chunk: Buffer, how: 'noise' | 'flip' | 'truncate'): void {
      if (how === 'truncate') client.end(chunk.subarray(0, Math.floor(chunk.length * 0.8)));
      else if (how === 'noise') client.end(Buffer.alloc(chunk.length, 0xa5));
      else {
        const flipped = Buffer.from(chunk);
        // Near the end: in the body, not in the headers.
        const at = flipped.length - 3;
        flipped[at] = (flipped[at] ?? 0) ^ 1;
        client.write(flipped);
      }
    }

    function drip(chunk: Buffer, everyMs: number): void {
      const [first, ...rest] = [chunk.subarray(0, 1), ...(chunk.length > 1 ? [chunk.subarray(1)] : [])];
      if (first === undefined) return;
      client.write(first);
      const [more] = rest;
      if (more !== undefined) later(everyMs, client, () => drip(more, everyMs));
    }
  }

  /** Whoever came last goes first; the bytes of one connection keep their order, as TCP promises. */
  function hold(owner: Socket, ms: number, release: () => void): void {
    held.push({ owner, release });
    setTimeout(() => {
      const last = held.at(-1);
      const next = held.findIndex((one) => one.owner === last?.owner);
      if (next === -1) return;
      const [one] = held.splice(next, 1);
      if (one?.owner.destroyed === false) one.release();
    }, ms);
  }

  const server = createServer((client) => carry(keep(client)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become(next) {
      fault = next;
      struck = 0;
      held.length = 0;
      for (const socket of sockets) socket.destroy();
    },
    leadTo(urls) {
      places = [...urls];
      for (const socket of sockets) socket.destroy();
    },
    struck: () => struck,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
