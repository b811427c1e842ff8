// Where the operating system has put the sticks.
import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';

/** Linux writes there what is mounted (proc(5)); the fifth field is the place. */
const MOUNT_INFO = '/proc/self/mountinfo';
const PLACE_FIELD = 4;

/** Blanks and the like are written as three octal digits. */
function plain(field: string): string {
  return field.replaceAll(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)));
}

/** The places mounted below one of these folders, in the order of their names. */
export function mountsIn(mountInfo: string, folders: readonly string[]): string[] {
  const places = mountInfo.split('\n').map((line) => plain(line.split(' ')[PLACE_FIELD] ?? ''));
  const isBelow = (place: string) => folders.some((folder) => place.startsWith(folder + sep));
  return [...new Set(places.filter(isBelow))].toSorted();
}

/** None on a system that does not say: there the folders themselves would be the machine's own. */
export async function mountedBelow(folders: readonly string[]): Promise<string[]> {
  return mountsIn(await readFile(MOUNT_INFO, 'utf8').catch(() => ''), folders);
}
