// Two builds of the same kind: the kiosk's screen (mode `renderer`) and the platform's pages (mode `console`).
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const ROOTS: Record<string, string> = { renderer: 'renderer', console: 'platform/console' };

/** Chromium reads woff2; the older form of every font would double what a kiosk has to carry. */
function onlyWoff2(): Plugin {
  return {
    name: 'only-woff2',
    generateBundle(_, bundle) {
      for (const [file, output] of Object.entries(bundle)) {
        if (file.endsWith('.woff')) delete bundle[file];
        if (output.type === 'asset' && file.endsWith('.css'))
          output.source = String(output.source).replaceAll(
            /,\s*url\([^)]*\.woff\)\s*format\(["']woff["']\)/g,
            '',
          );
      }
    },
  };
}

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL(ROOTS[mode] ?? 'renderer', import.meta.url)),
  // The platform serves its pages under a path of their own.
  base: mode === 'console' ? '/console/' : '/',
  plugins: [react(), onlyWoff2()],
  build: {
    outDir: fileURLToPath(new URL(`dist/${mode}`, import.meta.url)),
    emptyOutDir: true,
    target: 'chrome140',
    // A font inlined as data: would be refused by the screen's own policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
}));
