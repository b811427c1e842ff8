// What every Chromium of the kiosk is started with.
import type { Remedy } from '../recovery.ts';

export interface SwitchesParts {
  profile: string;
  /** Without a screen, for tests. */
  headless: boolean;
  rendering: Remedy['rendering'];
}

/** Nothing of the browser's own may call out, ask, offer, translate, remember or zoom. */
const ALWAYS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-pinch',
  '--disable-prompt-on-repost',
  '--overscroll-history-navigation=0',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,PasswordManagerOnboarding',
  '--password-store=basic',
  '--disable-save-password-bubble',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  '--noerrdialogs',
  '--no-pings',
  // The kiosk itself feels whether a page hangs: no window of Chromium's may ask a citizen about it.
  '--disable-hang-monitor',
  // A window that something covers goes on drawing, or it would seem to hang.
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--deny-permission-prompts',
  '--block-new-web-contents',
  // There is nothing in the world but the kiosk: no name is looked up and no other address is reached.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-proxy-server',
];

/** Chromium refuses to sandbox as root; a kiosk runs as a user of its own, only development machines run as root. */
function sandboxSwitches(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** The switches of one browser, without an address: a launch key in there could be read by any program. */
export function switchesFor({ profile, headless, rendering }: SwitchesParts): string[] {
  return [
    `--user-data-dir=${profile}`,
    ...ALWAYS,
    ...sandboxSwitches(),
    ...(headless ? ['--headless=new'] : []),
    ...(rendering === 'software' ? ['--disable-gpu'] : []),
    '--kiosk',
  ];
}
