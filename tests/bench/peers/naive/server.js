// One POST for each application, one row for each POST, one commit for each row: what a careful person writes first.
//   node server.js FILE
import { createServer } from 'node:http';
import { open } from './store.js';

const [file] = process.argv.slice(2);
const db = await open(
  file,
  'create table if not exists submissions (id text primary key, body text not null, received_at text not null) strict;',
);
const insert = db.prepare('insert into submissions values (?, ?, ?) on conflict (id) do nothing');

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const application = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const receivedAt = new Date().toISOString();
  await insert(application.id, JSON.stringify(application), receivedAt);
  response.writeHead(201, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ id: application.id, receivedAt }));
});
server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${server.address().port}/`));
process.on('SIGTERM', async () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const [{ held }] = await db.all('select count(*) as held from submissions');
  console.log(JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, rssKb: maxRSS, held }));
  process.exit(0);
});
