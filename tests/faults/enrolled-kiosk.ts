// What every test begins with that ends a kiosk without warning: a platform, and the folder of a kiosk enrolled with it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenPlatform } from '../../platform/platform.ts';
import { DEMO_DIVISION, enrolOnce } from '../../scripts/city.ts';
import { openTestPlatform } from '../city.ts';

export interface EnrolledKiosk {
  /** Of everything; for what a test keeps beside the two. */
  folder: string;
  kioskFolder: string;
  platform: OpenPlatform;
  stop(): Promise<void>;
}

export async function enrolledKiosk(): Promise<EnrolledKiosk> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-fault-'));
  const kioskFolder = join(folder, 'kiosk');
  const platform = await openTestPlatform(join(folder, 'platform'));
  await enrolOnce(kioskFolder, platform.url, () => platform.issueEnrolmentCode(DEMO_DIVISION));
  return {
    folder,
    kioskFolder,
    platform,
    async stop() {
      await platform.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
