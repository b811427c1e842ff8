// One replication to the server, in the batches that were fastest here.
//   node pouchdb-client.js FOLDER URL
import PouchDB from 'pouchdb';
import { say, usage, wire } from './usage.js';

const [folder, url] = process.argv.slice(2);
const db = new PouchDB(`${folder}/queue`);
const before = performance.now();
const { docs_written: sent, errors } = await db.replicate.to(url, { batch_size: 500, batches_limit: 10 });
const ms = performance.now() - before;
if (errors.length > 0) throw errors[0];
say({ ms, sent, wire: wire(), ...usage() });
process.exit(0);
