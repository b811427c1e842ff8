// The browser is given what it needs to find its screen, its fonts and the keyboard's input method, and nothing else of
// the environment the kiosk was started in: no preloaded library, no proxy, no switches, no keys.
const NEEDED = [
  'DBUS_SESSION_BUS_ADDRESS',
  'DISPLAY',
  'FONTCONFIG_FILE',
  'FONTCONFIG_PATH',
  'GTK_IM_MODULE',
  'HOME',
  'LANG',
  'LANGUAGE',
  'LOGNAME',
  'PATH',
  'PULSE_SERVER',
  'QT_IM_MODULE',
  'TZ',
  'USER',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_RUNTIME_DIR',
  'XDG_SESSION_TYPE',
  'XMODIFIERS',
  // Windows does not start a program without these.
  'APPDATA',
  'COMSPEC',
  'LOCALAPPDATA',
  'PATHEXT',
  'PROGRAMDATA',
  'PROGRAMFILES',
  'SYSTEMDRIVE',
  'SYSTEMROOT',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'WINDIR',
];

/** The part of an environment that a browser of the kiosk may see. */
export function browserEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const isNeeded = (name: string) => NEEDED.includes(name.toUpperCase()) || name.startsWith('LC_');
  return Object.fromEntries(Object.entries(environment).filter(([name]) => isNeeded(name)));
}
