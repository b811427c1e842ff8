// The wire between a kiosk and its platform, which does to bytes what real wires do.
import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type Weather =
  /** Everything goes through. */
  | 'fine'
  /** Connections are cut as soon as they are made. */
  | 'down'
  /** Connections are taken and nothing ever comes back. */
  | 'silent'
  /** A login page answers everything with 200. */
  | 'captive-portal'
  /** A proxy in front of the platform is overloaded. */
  | 'busy'
  /** The request arrives, the reply is lost. */
  | 'reply-lost'
  /** The reply comes with a flipped bit in its body. */
  | 'reply-garbled';

export interface Network {
  url: string;
  become(weather: Weather): void;
  /** How many connections were tried since the last change of weather. */
  tries(): number;
  close(): Promise<void>;
}

const LOGIN_PAGE = '<!doctype html><title>Free Wi-Fi</title><h1>Please sign in</h1>';

function page(status: string, type: string, body: string, more = ''): string {
  return `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\n${more}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;
}

/** A network in front of `platformUrl`. */
export async function startNetwork(platformUrl: string): Promise<Network> {
  const platform = new URL(platformUrl);
  const sockets = new Set<Socket>();
  let weather: Weather = 'fine';
  let tries = 0;

  function keep(socket: Socket): Socket {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    return socket;
  }

  function answer(client: Socket, text: string): void {
    client.once('data', () => client.end(text));
  }

  function through(client: Socket): void {
    const upstream = keep(connect(Number(platform.port), platform.hostname));
    client.on('data', (chunk) => upstream.write(chunk));
    upstream.on('data', (chunk: Buffer) => {
      if (weather === 'reply-lost') client.destroy();
      else client.write(weather === 'reply-garbled' ? garbled(chunk) : chunk);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  }

  const server: Server = createServer((client) => {
    keep(client);
    tries += 1;
    if (weather === 'down') client.destroy();
    else if (weather === 'captive-portal') answer(client, page('200 OK', 'text/html', LOGIN_PAGE));
    else if (weather === 'busy')
      answer(client, page('503 Service Unavailable', 'text/html', 'busy', 'retry-after: 7\r\n'));
    else if (weather !== 'silent') through(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become(next) {
      weather = next;
      tries = 0;
      for (const socket of sockets) socket.destroy();
    },
    tries: () => tries,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Flips one bit near the end: in the body, not in the headers. */
function garbled(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  const at = copy.length - 3;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
