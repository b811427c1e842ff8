// A platform in a process of its own that the bench commands and breaks.
import { silentLog } from '../../../lib/log.ts';
import { openPlatform, type OpenPlatform } from '../../../platform/platform.ts';
import { obeyAll, type Command } from './wire.ts';

let platform: OpenPlatform | null = null;

async function obey(command: Command): Promise<unknown> {
  if (command.do === 'open') {
    platform = await openPlatform({
      folder: command['folder'] as string,
      procedures: command['procedures'] as string,
      database: (command['database'] as string | null | undefined) ?? null,
      port: 0,
      consoleFolder: null,
      log: silentLog,
    });
    return platform.url;
  }
  if (platform === null) throw new Error('not open');
  if (command.do === 'code') return platform.issueEnrolmentCode(command['division'] as string);
  if (command.do === 'stop') return platform.stop();
  throw new Error(`unknown: ${command.do}`);
}

obeyAll(obey);
