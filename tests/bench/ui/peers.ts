// The peers: their packages are installed on demand, in a folder and a lock of their own, and bundled as the kiosk is.
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { build } from 'vite';
import { installLocked } from '../install-locked.ts';
import { pinyinTable } from '../../../scripts/pinyin/plugin.ts';

const PEERS = join(import.meta.dirname, '..', 'peers');

/** Installs what the lock of the peers names, unless it is there. */
export function installPeers(say: (line: string) => void): Promise<void> {
  return installLocked(PEERS, say);
}

/** Folders of the pages that are built for the bench. */
export const PAGES = {
  bare: join(PEERS, 'bare'),
  'hand-written': join(PEERS, 'hand-written'),
  survey: join(PEERS, 'survey'),
  rjsf: join(PEERS, 'rjsf'),
  'look-up': join(import.meta.dirname, '..', 'look-up'),
} as const;
export type PageName = keyof typeof PAGES;

/** Each on its own, so that each carries what it needs and nothing that only another one does. */
export async function buildPage(name: PageName, outDir: string): Promise<void> {
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile: false,
    root: PAGES[name],
    plugins: [react(), pinyinTable()],
    mode: 'production',
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 5000,
    },
  });
}
