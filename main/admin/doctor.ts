// Everything a kiosk needs, looked at one by one. Each line says what was found and, where it is not well, what to do.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { systemClock } from '../../lib/clock.ts';
import { findChromium } from '../../lib/find-chromium.mjs';
import { openSigningKey } from '../../lib/keys.ts';
import { loadProcedures } from '../../lib/procedures/load.ts';
import { DEFAULT_CONFIG, loadConfig, type KioskConfig } from '../config.ts';
import { proceduresFolder, signingKeyFile } from '../kiosk.ts';
import type { Enrolment } from '../store/enrolment.ts';
import { openStore, type Store } from '../store/store.ts';
import { createStorage } from '../submissions/reserve.ts';
import { createPlatformClient, type Trouble } from '../sync/platform-client.ts';
import { refusedWithout } from './refused.ts';
import { adminCommand } from './command.ts';
import type { AdminArguments, Answer } from './start.ts';

interface Finding {
  what: string;
  isWell: boolean;
  found: string;
  todo: string | null;
}

function well(what: string, found: string): Finding {
  return { what, isWell: true, found, todo: null };
}

function unwell(what: string, found: string, todo: string): Finding {
  return { what, isWell: false, found, todo };
}

export async function doctor({ folder, configFile }: AdminArguments): Promise<Answer> {
  const missing = refusedWithout(folder);
  if (missing !== null) return missing;
  const { config, finding } = await lookAtConfig(configFile);
  const findings = [
    finding,
    await lookAtProcedures(config),
    lookAtChromium(),
    await lookAtStorage(folder, config),
    ...(await lookInside(folder, config)),
  ];
  return {
    lines: findings.map(lineOf),
    value: { well: findings.every(({ isWell }) => isWell), findings },
    code: findings.every(({ isWell }) => isWell) ? 0 : 1,
  };
}

function lineOf({ what, isWell, found, todo }: Finding): string {
  return `${isWell ? 'well  ' : 'UNWELL'}  ${what}: ${found}${todo === null ? '' : `. ${todo}`}`;
}

async function lookAtConfig(file: string): Promise<{ config: KioskConfig; finding: Finding }> {
  const loaded = await loadConfig(file);
  if (loaded.ok) return { config: loaded.value, finding: well('configuration', inForce(file)) };
  const [first] = loaded.error;
  const found = `${first?.key ?? file}: ${first?.allowed ?? ''}`;
  return {
    config: DEFAULT_CONFIG,
    finding: unwell('configuration', found, `Run “${adminCommand()} config check” and mend each key`),
  };
}

function inForce(file: string): string {
  return existsSync(file) ? file : `there is no ${basename(file)}; the defaults are in force`;
}

async function lookAtProcedures(config: KioskConfig): Promise<Finding> {
  const { procedures, versions, faults } = await loadProcedures(proceduresFolder(config));
  if (faults.length === 0)
    return well('procedures', `${counted(procedures, 'procedure')} in ${counted(versions, 'version')}`);
  const files = [...new Set(faults.map(({ file }) => file))];
  return unwell(
    'procedures',
    `${counted(files, 'file')} not loaded`,
    `Run “${adminCommand()} procedures list”`,
  );
}

/** '1 version', '2 versions'. */
function counted({ length }: readonly unknown[], noun: string): string {
  return `${length} ${noun}${length === 1 ? '' : 's'}`;
}

function lookAtChromium(): Finding {
  const binary = findChromium();
  return binary === null
    ? unwell('browser', 'no Chromium', 'Install Chromium, or use the Electron host')
    : well('browser', binary);
}

async function lookAtStorage(folder: string, config: KioskConfig): Promise<Finding> {
  const storage = createStorage(folder, config.storage);
  await storage.fillReserve();
  return (await storage.isLow())
    ? unwell('storage', 'nearly full', `Free some space: ${config.storage.minFreeMegabytes} MB are needed`)
    : well('storage', 'enough free space');
}

async function lookInside(folder: string, config: KioskConfig): Promise<Finding[]> {
  const opened = await openStore(folder, { reclaim: false });
  if (!opened.ok) {
    const { code, detail } = opened.error;
    return [unwell('store', `${code} ${detail}`, 'Keep the data folder as it is and call support')];
  }
  const store = opened.value;
  try {
    const last = await store.submissions.lastSequence();
    const waiting = await store.submissions.waiting();
    const enrolment = await store.enrolment.get();
    const found = well('store', `${last} submissions, ${waiting} waiting`);
    if (enrolment === null) {
      return [
        found,
        unwell('enrolment', 'none', `Ask the platform for a code and run “${adminCommand()} enrol”`),
      ];
    }
    return [found, ...(await lookAtPlatform(folder, config, store, enrolment, last - waiting))];
  } finally {
    await store.close();
  }
}

async function lookAtPlatform(
  folder: string,
  config: KioskConfig,
  store: Store,
  enrolment: Enrolment,
  answered: number,
): Promise<Finding[]> {
  const enrolled = well('enrolment', `kiosk ${enrolment.division}-${enrolment.code}`);
  const client = createPlatformClient({
    url: enrolment.platformUrl,
    platformKey: enrolment.platformSigningKey,
    kiosk: enrolment.kiosk,
    key: openSigningKey(signingKeyFile(folder)),
    clock: systemClock,
    timeoutMs: config.sync.timeoutSeconds * 1000,
    clockOffsetMs: () => store.enrolment.clockOffset(),
  });
  const time = await client.time();
  if (!time.ok) return [enrolled, troubleWithPlatform(time.error)];
  const skew = Math.round((new Date(time.value.now).getTime() - systemClock.now().getTime()) / 1000);
  return [
    enrolled,
    well('platform', enrolment.platformUrl),
    Math.abs(skew) > 300
      ? unwell('clock', `${skew} seconds off`, 'Set the machine to take its time from the network')
      : well('clock', `${skew} seconds off`),
    // Two numbers instead of a feeling: what the platform holds without a gap, and what was answered here.
    time.value.gapFreeUpTo >= answered
      ? well('nothing lost', `the platform holds ${time.value.gapFreeUpTo} without a gap`)
      : unwell(
          'nothing lost',
          `the platform holds ${time.value.gapFreeUpTo}, answered were ${answered}`,
          `Look at “${adminCommand()} queue list” and call support`,
        ),
  ];
}

function troubleWithPlatform(trouble: Trouble): Finding {
  const todo: Record<Trouble['kind'], string> = {
    'no-network': 'Check the network; applications are kept and sent later',
    'wrong-server':
      'Something else answers at this address: check it, and whether the network asks for a sign-in',
    busy: 'Wait; it is tried again by itself',
    'not-authorised': 'The platform does not accept this kiosk: ask whoever runs it',
    refused: 'Ask whoever runs the platform',
  };
  return unwell('platform', trouble.kind, todo[trouble.kind]);
}
