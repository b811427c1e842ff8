// A platform that is not who it says it is, by its certificate. The kiosk trusts the authorities of its machine, to which
// a test may add one only from outside the process.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const CERTIFICATES = join(import.meta.dirname, '..', 'fixtures', 'certificates');
const NAMES = ['good', 'self-signed', 'wrong-host', 'expired'] as const;

const read = (name: string) => readFileSync(join(CERTIFICATES, name));
let servers: Server[];
let requests: string[];

function serve(name: string, options: object = {}): Server {
  const server = createServer({ key: read('server.key'), cert: read(`${name}.pem`), ...options });
  server.on('request', (_request, response) => {
    requests.push(name);
    response.end('{}');
  });
  return server.listen(0, '127.0.0.1');
}

const urlOf = (server: Server) => `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;

async function ask(authority: Record<string, string>): Promise<(number | null)[]> {
  const program = join(import.meta.dirname, 'reach-process.ts');
  const env = { ...process.env, ...authority };
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...servers.map(urlOf)], { env });
  return JSON.parse(stdout) as (number | null)[];
}

beforeAll(async () => {
  requests = [];
  servers = [
    ...NAMES.map((name) => serve(name)),
    serve('good', { maxVersion: 'TLSv1.1', minVersion: 'TLSv1' }),
  ];
  for (const server of servers) if (!server.listening) await once(server, 'listening');
});
afterAll(() => servers.forEach((server) => server.close()));

it('N10: asks nothing of a platform whose certificate is another’s, self-made, expired or of an old protocol', async () => {
  const [good, ...others] = await ask({ NODE_EXTRA_CA_CERTS: join(CERTIFICATES, 'ca.pem') });
  // The control: with the right certificate the same address is heard.
  expect(good).toBe(200);
  expect(others).toEqual([null, null, null, null]);
  expect(requests).toEqual(['good']);
});

it('N10: asks nothing where the machine does not know the authority', async () => {
  requests = [];
  expect(await ask({})).toEqual([null, null, null, null, null]);
  expect(requests).toEqual([]);
});
