// The empty profile every window starts from. Everything in a browser that leads out of the kiosk is switched off here, as
// preferences: they need no right on the machine and hold from the first moment. The managed policy that the package
// installs says the same once more.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a window shows before it is told the kiosk's address. Chromium opens a window without tabs and address bar only for
 * an address that could be an application: `about:blank` gives a whole browser, hidden by nothing but full screen.
 */
export const NOTHING_YET = 'data:text/html,';

/** Chromium's word for "never" in its tables of permissions. */
const BLOCK = 2;

/** What a page might ask a person to allow. Nothing is allowed, so nothing is asked. */
const PERMISSIONS = [
  'ar',
  'auto_picture_in_picture',
  'automatic_downloads',
  'background_sync',
  'bluetooth_guard',
  'bluetooth_scanning',
  'captured_surface_control',
  'clipboard',
  'file_system_read_guard',
  'file_system_write_guard',
  'geolocation',
  'hand_tracking',
  'hid_guard',
  'idle_detection',
  'keyboard_lock',
  'local_fonts',
  'local_network',
  'local_network_access',
  'loopback_network',
  'media_stream_camera',
  'media_stream_mic',
  'midi_sysex',
  'nfc_devices',
  'notifications',
  'payment_handler',
  'pointer_lock',
  'popups',
  'protocol_handler',
  'sensors',
  'serial_guard',
  'storage_access',
  'top_level_storage_access',
  'usb_guard',
  'vr',
  'web_app_installation',
  'window_placement',
];

/**
 * Addresses that are not shown, whoever asks: `*` alone leaves out Chromium's own pages. `devtools:` takes the tools for
 * developers away; the preference made for that would take our own pipe away with them.
 */
const BLOCKED = ['*', 'chrome://*', 'chrome-untrusted://*', 'devtools://*', 'file://*', 'view-source:*'];

/** Preferences of a person; `origin` is the one place that may be shown. */
export function preferencesFor(origin: string) {
  return {
    autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
    bookmarks: { editing_enabled: false },
    browser: { enable_spellchecking: false, has_seen_welcome_page: true },
    credentials_enable_service: false,
    // Everything that would be saved is refused.
    download_restrictions: 3,
    incognito: { mode_availability: 1 },
    policy: { url_blocklist: BLOCKED, url_allowlist: [new URL(origin).host, NOTHING_YET] },
    printing: { enabled: false },
    profile: {
      default_content_setting_values: Object.fromEntries(PERMISSIONS.map((name) => [name, BLOCK])),
      password_manager_enabled: false,
    },
    search: { suggest_enabled: false },
    settings: { a11y: { caretbrowsing: { enabled: false, show_dialog: false } } },
    spellcheck: { dictionaries: [] },
    translate: { enabled: false },
  };
}

/** Preferences of the browser itself. */
export const LOCAL_STATE = {
  profile: { add_person_enabled: false, browser_guest_enabled: false },
  // Neither to open nor to save: no window of the operating system that shows files.
  select_file_dialogs: { allowed: false },
  task_manager: { end_process_enabled: false },
};

/** Makes the folder; whoever asked removes it. */
export async function newProfile(origin: string): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'onewindow-window-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferencesFor(origin)));
  await writeFile(join(profile, 'Local State'), JSON.stringify(LOCAL_STATE));
  return profile;
}
