// Chromium is told twice what it may do: by the profile of every window, which needs no right on the machine, and by the
// managed policy that the package installs. They must say the same, and must not lock the kiosk out of its own window.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LOCAL_STATE, preferencesFor } from '../../main/hosts/browser/profile.ts';

const FILE = join(import.meta.dirname, '../../packaging/browser-host/chromium-policy.json');
const policy = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>;
const preferences = preferencesFor('http://127.0.0.1:17100');

it.each([
  ['PrintingEnabled', preferences.printing.enabled],
  ['DownloadRestrictions', preferences.download_restrictions],
  ['IncognitoModeAvailability', preferences.incognito.mode_availability],
  ['EditBookmarksEnabled', preferences.bookmarks.editing_enabled],
  ['TranslateEnabled', preferences.translate.enabled],
  ['SearchSuggestEnabled', preferences.search.suggest_enabled],
  ['AllowFileSelectionDialogs', LOCAL_STATE.select_file_dialogs.allowed],
  ['TaskManagerEndProcessEnabled', LOCAL_STATE.task_manager.end_process_enabled],
  ['BrowserGuestModeEnabled', LOCAL_STATE.profile.browser_guest_enabled],
  ['BrowserAddPersonEnabled', LOCAL_STATE.profile.add_person_enabled],
])('%s is the same in the policy and in the profile', (name, value) => {
  expect(policy[name]).toBe(value);
});

it('shows the same addresses, and hides the same', () => {
  const { url_blocklist: blocked, url_allowlist: allowed } = preferences.policy;
  expect(policy['URLBlocklist']).toEqual(blocked);
  const hosts = (policy['URLAllowlist'] as string[]).map((entry) => entry.replace('http://', ''));
  expect(hosts).toEqual(expect.arrayContaining(allowed));
});

it('leaves the camera to the pipe that gives it for the step that needs it, and the microphone to nobody', () => {
  expect(policy['VideoCaptureAllowed']).toBe(true);
  expect(policy['AudioCaptureAllowed']).toBe(false);
  const { default_content_setting_values: asked } = preferences.profile;
  expect([asked['media_stream_camera'], asked['media_stream_mic']]).toEqual([2, 2]);
});

it.each(['DeveloperToolsAvailability', 'RemoteDebuggingAllowed'])(
  'does not set %s, which would close the pipe that the kiosk opens its window with',
  (name) => {
    expect(policy).not.toHaveProperty(name);
  },
);
