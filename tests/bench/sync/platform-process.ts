// The platform in a process of its own, on SQLite, with the procedures that are shipped. Its second line is a code for a
// kiosk; its last, when it is asked to end, what it took.
//   node platform-process.ts FOLDER PORT
import { silentLog } from '../../../lib/log.ts';
import { openPlatform } from '../../../platform/platform.ts';
import { DEMO_DIVISION } from '../../../scripts/city.ts';
import { say, usage } from './usage.ts';

const [folder = '', port = '0'] = process.argv.slice(2);
const platform = await openPlatform({
  folder,
  port: Number(port),
  database: null,
  consoleFolder: null,
  log: silentLog,
});
say(`ready ${platform.url}`);
say(`code ${await platform.issueEnrolmentCode(DEMO_DIVISION)}`);
process.on('SIGTERM', () => {
  const used = usage();
  void platform.caseNumbers().then((cases) => {
    say(JSON.stringify({ ...used, held: cases.length }));
    process.exit(0);
  });
});
