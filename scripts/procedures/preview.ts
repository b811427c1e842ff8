// `procedures preview`: the procedure as citizens will meet it, in a city of its own that is thrown away when it ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '../../lib/log.ts';
import { startBrowserHost } from '../../main/hosts/browser/host.ts';
import { openPlatform } from '../../platform/platform.ts';
import { CONSOLE, DEMO_CONFIG, DEMO_DIVISION, enrolOnce, openDemoKiosk, RENDERER } from '../city.ts';
import { shelfFor } from './shelf-for.ts';

export interface Preview {
  /** Opens the kiosk in a browser. */
  url: string;
  /** Opens the work list, where what is handed in arrives. */
  consoleUrl: string;
  /** Ends it; nothing of it stays. */
  stop(): Promise<void>;
}

/** Throws when the file is not there. A file that is wrong leads to a kiosk without the matter: check it first. */
export async function openPreview(file: string, chromium: string | null): Promise<Preview> {
  const procedures = shelfFor(file);
  const data = mkdtempSync(join(tmpdir(), 'onewindow-preview-'));
  const log = silentLog;
  const platform = await openPlatform({
    folder: join(data, 'platform'),
    port: 0,
    database: null,
    consoleFolder: CONSOLE,
    procedures,
    log,
  });
  const folder = join(data, 'kiosk');
  await enrolOnce(folder, platform.url, () => platform.issueEnrolmentCode(DEMO_DIVISION));
  const kiosk = await openDemoKiosk(folder, { ...DEMO_CONFIG, procedures }, log);
  const host = await startBrowserHost({ kiosk, assets: RENDERER, port: 0, chromium, log });
  return {
    url: host.url,
    consoleUrl: platform.consoleUrl,
    async stop() {
      await host.stop();
      await kiosk.stop();
      await platform.stop();
      for (const made of [data, procedures]) rmSync(made, { recursive: true, force: true });
    },
  };
}
