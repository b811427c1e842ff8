// Addresses that lead elsewhere: pressed by a person where somebody else's text has put one, and opened by a script.
import { expect } from 'playwright/test';
import type { Tries } from '../table.ts';
import { TRIED_AT, unchanged, withElement, type Try } from '../try.ts';

const CLICK = ['mousemove', ...TRIED_AT, 'click', '1'];

/** Pressed with the mouse, then opened by the page itself. */
function leadsNowhere(address: string): Try {
  const href = JSON.stringify(address);
  return unchanged(async (window) => {
    await withElement(window, `['a', { href: ${href}, text: 'here' }]`, async () => {
      await window.x.do(...CLICK);
      await window.settle();
    });
    await window.run(`{ try { location.href = ${href}; } catch { /* refused at once */ } }`, true);
  });
}

/** An address that the page makes itself. */
function leadsNowhereMade(make: string): Try {
  return unchanged((window) =>
    withElement(window, `['a', { href: ${make}, text: 'here' }]`, async () => {
      await window.x.do(...CLICK);
      await window.settle();
      await window.run(`location.href = document.getElementById('tried').href`, true);
      await window.settle();
    }),
  );
}

const RAN = `window.hasRun = true`;

/** Script in an address. */
function runsNothing(address: string): Try {
  const tried = leadsNowhere(address);
  return async (bench) => {
    await tried(bench);
    const { run } = await bench.window();
    expect(await run('window.hasRun === true')).toBe(false);
  };
}

export const links = {
  'link-elsewhere': leadsNowhere('https://example.com/'),
  'link-mailto': leadsNowhere('mailto:desk@example.com'),
  'link-tel': leadsNowhere('tel:12345'),
  'link-ms-settings': leadsNowhere('ms-settings:network'),
  'link-intent': leadsNowhere('intent://example.com/#Intent;scheme=https;end'),
  'link-javascript': runsNothing(`javascript:${RAN};void 0`),
  'link-vbscript': runsNothing('vbscript:MsgBox("out")'),
  'link-data': leadsNowhere('data:text/html,<h1>out</h1>'),
  'link-blob': leadsNowhereMade(`URL.createObjectURL(new Blob(['<h1>out</h1>'], { type: 'text/html' }))`),
  'link-view-source': leadsNowhereMade(`'view-source:' + location.href`),
  'link-chrome': leadsNowhere('chrome://settings/'),
  'link-file': leadsNowhere('file:///etc/hostname'),
  'link-share': leadsNowhere('\\\\files.example.com\\forms'),
  'link-form': unchanged(({ run }) =>
    run(
      `{
        const form = document.createElement('form');
        form.action = 'https://example.com/';
        document.body.append(form);
        form.submit();
        form.remove();
      }`,
      true,
    ),
  ),
  'link-meta-refresh': unchanged(async ({ run, settle }) => {
    await run(`{
      const refresh = document.createElement('meta');
      refresh.id = 'tried';
      refresh.httpEquiv = 'refresh';
      refresh.content = '0;url=https://example.com/';
      document.head.append(refresh);
    }`);
    await settle();
    await run(`document.getElementById('tried').remove()`);
  }),
  'link-frame': unchanged(async (window) => {
    const refused = window.run<string>(`new Promise((resolve) => {
      const told = ({ effectiveDirective }) => resolve(effectiveDirective);
      document.addEventListener('securitypolicyviolation', told, { once: true });
    })`);
    await withElement(window, `['iframe', { src: 'https://example.com/' }]`, () => refused);
    expect(await refused).toBe('frame-src');
  }),
} satisfies Partial<Tries<'chromium', Try>>;
