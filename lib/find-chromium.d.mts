/** The path of a Chromium (or Chrome, or Edge), or null. `ONEWINDOW_CHROMIUM` comes first. */
export function findChromium(): string | null;
