// Asks each address once, as the kiosk asks its platform, and says in one line what it heard.
import { reach } from '../../main/sync/reach.ts';

const heard: (number | null)[] = [];
for (const url of process.argv.slice(2)) heard.push((await reach(url, { method: 'GET' }))?.status ?? null);
process.stdout.write(JSON.stringify(heard));
