// The package of the Electron program, made around a stand-in for Electron: what is in it, what is not, what its binary
// refuses, and that what was packed runs.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildScreens } from '../../scripts/build.ts';
import { buildElectronPackage } from '../../scripts/packaging/electron-package.ts';
import { ROOT } from '../../scripts/packaging/stage-app.ts';
import { DEMO_DIVISION } from '../../scripts/city.ts';
import { openTestPlatform } from '../city.ts';
import { putElectronStandIn } from './electron-stand-in.ts';
import { run } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'onewindow-electron-package-'));
const packed = join(work, 'out', 'linux-unpacked');
const archive = join(packed, 'resources', 'app.asar');
const app = join(work, 'app');
/** What electron-builder was about to make: the desktop entries, and what the deb is made of. */
const desktopEntries: string[] = [];
const debParts: string[] = [];
let files: string[] = [];

beforeAll(async () => {
  await buildScreens();
  const electronDist = join(work, 'electron');
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  putElectronStandIn(electronDist, version);
  await buildElectronPackage({
    electronDist,
    targets: ['deb', 'AppImage'],
    output: join(work, 'out'),
    isLeftOut: takeApart,
  });
  // Also what lies beside the archive.
  extractAll(archive, app);
  files = listPackage(archive, { isPack: false })
    .map((name) => name.slice(1))
    .filter((name) => statSync(join(app, name)).isFile());
}, 240_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** AppImage tells of its desktop entry as a text, deb as a file that is gone afterwards. */
function takeApart(target: unknown): boolean {
  if (!Array.isArray(target)) return desktopEntries.push((target as { desktop: string }).desktop) > 0;
  const [parts, entry] = target as [string[], string];
  debParts.push(...parts);
  return desktopEntries.push(readFileSync(entry, 'utf8')) > 0;
}

const ALLOWED = [
  /^package\.json$/,
  /^(domain|lib|main|migrations\/kiosk)\/[\w/.-]+\.m?js$/,
  /^procedures\/([\w-]+\/)?[\w@.-]+\.json$/,
  /^dist\/preload\/preload\.cjs$/,
  /^dist\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|woff2|ttf|svg|png))$/,
  /^node_modules\/.+\.(js|cjs|mjs|json|node|afm|icc|trie)$/,
  /^node_modules\/(.+\/)?(licen[cs]e|copying|notice)([._-][^/]*)?$/i,
  /^node_modules\/@expo-google-fonts\/noto-sans-sc\/(500Medium|700Bold)\/[\w]+\.ttf$/,
];

it('holds nothing but what the kiosk runs from', () => {
  expect(files.filter((name) => !ALLOWED.some((form) => form.test(name)))).toEqual([]);
});

it.each([
  'main/hosts/electron/start.js',
  'main/admin/start.js',
  'migrations/kiosk/index.js',
  'procedures/business-registration-llc.json',
  'procedures/calendar/working-days.json',
  'procedures/catalogues/business-scope.json',
  'dist/preload/preload.cjs',
  'dist/renderer/index.html',
  'node_modules/@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  'node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'node_modules/sqlite3/build/Release/node_sqlite3.node',
])('holds %s', (name) => {
  expect(files).toContain(name);
});

it.each([
  ['tests', /\.(test|spec)\.|(^|\/)__tests__\/|^tests\//],
  ['sources', /\.tsx?$|^renderer\/|^scripts\/|^platform\//],
  ['maps, which may hold sources', /\.map$/],
  ['documents', /^docs\/|\/(readme|changelog)/i],
  ['settings of this machine', /(^|\/)\.(env|npmrc|git)/],
  ['keys', /\.(pem|key|p12|pfx)$/],
  ['the other host', /^main\/hosts\/browser\//],
])('holds no %s', (_what, form) => {
  expect(files.filter((name) => form.test(name))).toEqual([]);
});

it.each(['pg', 'fastify', '@fastify/static', 'react', 'react-dom', 'electron', 'typescript', 'vite', 'node'])(
  'does without the package %s',
  (name) => {
    expect(files.filter((file) => `/${file}`.includes(`/node_modules/${name}/`))).toEqual([]);
  },
);

it('says nothing of the machine it was made on, and keeps no source in a text', () => {
  const own = files.filter(
    (name) => !name.startsWith('node_modules/') && /\.(js|cjs|mjs|json|html|css)$/.test(name),
  );
  expect(own.length).toBeGreaterThan(100);
  for (const name of own) {
    const text = readFileSync(join(app, name), 'utf8');
    expect([name, text.includes(ROOT), /sourceMappingURL|PRIVATE KEY-----/.test(text)]).toEqual([
      name,
      false,
      false,
    ]);
  }
});

it('keeps native modules, and only them, beside the archive', () => {
  const beside = readdirSync(`${archive}.unpacked`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  expect(beside).toEqual(expect.arrayContaining(['node_sqlite3.node']));
  expect(beside.length).toBeGreaterThan(1);
  expect(beside.filter((name) => !name.endsWith('.node'))).toEqual([]);
});

// A fuse is one character in the binary.
const [OFF, ON] = ['0', '1'];
/** Beyond what the reader of fuses has a name for. */
const WASM_TRAP_HANDLERS = 8;

it.each([
  ['runAsNode', FuseV1Options.RunAsNode, OFF],
  ['cookieEncryption', FuseV1Options.EnableCookieEncryption, ON],
  ['nodeOptions', FuseV1Options.EnableNodeOptionsEnvironmentVariable, OFF],
  ['nodeCliInspect', FuseV1Options.EnableNodeCliInspectArguments, OFF],
  ['embeddedAsarIntegrityValidation', FuseV1Options.EnableEmbeddedAsarIntegrityValidation, ON],
  ['onlyLoadAppFromAsar', FuseV1Options.OnlyLoadAppFromAsar, ON],
  ['loadBrowserProcessSpecificV8Snapshot', FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, OFF],
  ['grantFileProtocolExtraPrivileges', FuseV1Options.GrantFileProtocolExtraPrivileges, OFF],
  ['wasmTrapHandlers', WASM_TRAP_HANDLERS, ON],
])('the binary has the fuse %s as the table says', async (_name, fuse, state) => {
  const wire = await getCurrentFuseWire(join(packed, 'onewindow-kiosk-electron'));
  expect(String.fromCharCode(Number(wire[fuse as FuseV1Options]))).toBe(state);
});

it('carries the languages of its screens and no others', () => {
  expect(readdirSync(join(packed, 'locales')).toSorted()).toEqual(['en-US.pak', 'zh-CN.pak']);
});

it('is started from a desktop with its sandbox', () => {
  expect(desktopEntries).toHaveLength(2);
  for (const entry of desktopEntries) {
    expect(entry).toMatch(/^Exec=.+$/m);
    expect(entry).not.toContain('--no-sandbox');
    expect(entry).toContain('Icon=onewindow-kiosk-electron');
  }
});

it('brings its icons and its service along in the deb', () => {
  for (const size of [16, 32, 48, 128, 256, 512])
    expect(debParts.join('\n')).toContain(`/hicolor/${size}x${size}/apps/onewindow-kiosk-electron.png`);
  const place = '/usr/lib/systemd/system/onewindow-kiosk-electron.service';
  const [service] = debParts.filter((part) => part.endsWith(`=${place}`));
  expect(readFileSync(join(ROOT, service?.split('=')[0] ?? 'no service'), 'utf8')).toContain('WatchdogSec=');
});

it('runs: the packed program is enrolled, opens its window and answers its page', async () => {
  const userData = join(work, 'user-data');
  const platform = await openTestPlatform(join(work, 'platform'));
  try {
    const code = await platform.issueEnrolmentCode(DEMO_DIVISION);
    const admin = ['enrol', '--data', join(userData, 'kiosk'), '--platform', platform.url, '--code', code];
    await run(process.execPath, [join(app, 'main/admin/start.js'), ...admin], { cwd: work });
    const driver = join(import.meta.dirname, 'packed-shell.ts');
    const env = { FAKE_ELECTRON_USER_DATA: userData };
    const said = await run(process.execPath, [driver, app], { cwd: work, env });
    const { operations, look, begin, page } = JSON.parse(said) as Record<
      'operations' | 'look' | 'begin' | 'page',
      unknown
    >;
    expect(operations).toContain('submit');
    expect(look).toMatchObject({ ok: true, value: { screen: 'welcome' } });
    expect(begin).toMatchObject({ ok: true, value: { screen: 'matters' } });
    expect(JSON.stringify(begin)).toContain('business-registration-llc');
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('id="root"') as string });
  } finally {
    await platform.stop();
  }
});
