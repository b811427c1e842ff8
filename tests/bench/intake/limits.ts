// What nothing that does the same can be faster than: HTTP that only reads, and a commit with nothing around it.
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import { promisify } from 'node:util';
import sqlite3 from 'sqlite3';

/** Sends bodies to a bare server of this process, so many at a time, and reads the answers. Requests a second. */
export async function bareHttp(bodies: Buffer[], atOnce: number): Promise<number> {
  const server = createServer((asked, answer) => {
    asked.resume();
    asked.on('end', () => answer.end('{}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const post = (body: Buffer) =>
    new Promise<void>((done, failed) => {
      const headers = { 'content-length': body.length };
      const asked = request(
        { port: address.port, host: '127.0.0.1', method: 'POST', agent, headers },
        (answer) => {
          answer.resume();
          answer.on('end', done);
        },
      );
      asked.on('error', failed);
      asked.end(body);
    });
  const before = performance.now();
  await Promise.all(bodies.map(post));
  const rate = (bodies.length * 1000) / (performance.now() - before);
  agent.destroy();
  server.close();
  return rate;
}

/** Commits one row at a time through the bare module, WAL and FULL. Rows a second. */
export async function bareCommits(file: string, rows: Buffer[]): Promise<number> {
  const db = new sqlite3.Database(file);
  const run = promisify<string, unknown[], void>(db.run.bind(db));
  await run('pragma journal_mode = wal', []);
  await run('pragma synchronous = full', []);
  await run('create table envelopes (id integer primary key, envelope blob not null)', []);
  const before = performance.now();
  for (const row of rows) await run('insert into envelopes (envelope) values (?)', [row]);
  const rate = (rows.length * 1000) / (performance.now() - before);
  await promisify(db.close.bind(db))();
  return rate;
}
