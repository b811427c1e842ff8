// Builds what runs in a browser: the kiosk's screen (mode `renderer`), the platform's pages (mode `console`), and the
// script that joins the screen to Electron (mode `preload`).
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { pinyinTable } from './scripts/pinyin/plugin.ts';

const ROOTS: Record<string, string> = { renderer: 'renderer', console: 'platform/console' };

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

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

function screens(mode: string): UserConfig {
  return {
    root: here(ROOTS[mode] ?? 'renderer'),
    // The platform serves its pages under a path of their own.
    base: mode === 'console' ? '/console/' : '/',
    plugins: [react(), onlyWoff2(), pinyinTable()],
    build: {
      outDir: here(`dist/${mode}`),
      emptyOutDir: true,
      target: 'chrome140',
      // A font inlined as data: would be refused by the screen's own policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // The table of the pinyin keyboard, which is fetched when a Chinese keyboard is first opened.
      chunkSizeWarningLimit: 3000,
    },
  };
}

/** One CommonJS file: a sandboxed preload has no modules, and may ask for Electron and nothing else. */
function preload(): UserConfig {
  return {
    root: here('main/hosts/electron'),
    build: {
      outDir: here('dist/preload'),
      emptyOutDir: true,
      target: 'chrome140',
      lib: { entry: 'preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
      rolldownOptions: { external: /^electron($|\/)/ },
      reportCompressedSize: false,
    },
  };
}

export default defineConfig(({ mode }) => (mode === 'preload' ? preload() : screens(mode)));
