// Configuration, procedures, browser, versions.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { same, text } from '../../domain/contract/text.ts';
import { findChromium } from '../../lib/find-chromium.mjs';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import { adminCommand } from '../admin/command.ts';
import { DEFAULT_CONFIG, loadConfig, type KioskConfig } from '../config.ts';
import { SOFTWARE } from '../software.ts';
import { unwell, well, type Finding } from './finding.ts';
import { SUBJECTS } from './subjects.ts';

export async function lookAtConfig(file: string): Promise<{ config: KioskConfig; finding: Finding }> {
  const subject = SUBJECTS.configuration;
  const loaded = await loadConfig(file);
  if (loaded.ok) return { config: loaded.value, finding: well(subject, inForce(file)) };
  const [first] = loaded.error;
  const found = same(`${first?.key ?? file}: ${first?.allowed ?? ''}`);
  const command = `${adminCommand()} config check`;
  const todo = text(`运行“${command}”，逐项改正`, `Run “${command}” and mend each key`);
  return { config: DEFAULT_CONFIG, finding: unwell(subject, found, todo) };
}

function inForce(file: string) {
  if (existsSync(file)) return same(file);
  return text(
    `没有 ${basename(file)}，用的是默认值`,
    `there is no ${basename(file)}; the defaults are in force`,
  );
}

export function lookAtProcedures({
  procedures,
  versions,
  faults,
}: Pick<ProcedureShelf, 'procedures' | 'versions' | 'faults'>): Finding {
  const subject = SUBJECTS.procedures;
  if (faults.length === 0) {
    const english = `${counted(procedures, 'procedure')} in ${counted(versions, 'version')}`;
    return well(subject, text(`${procedures.length} 个事项，${versions.length} 个版本`, english));
  }
  const files = [...new Set(faults.map(({ file }) => file))];
  const command = `${adminCommand()} procedures list`;
  return unwell(
    subject,
    text(`${files.length} 个文件没有装上`, `${counted(files, 'file')} not loaded`),
    text(`运行“${command}”`, `Run “${command}”`),
  );
}

/** '1 version', '2 versions'. */
function counted({ length }: readonly unknown[], noun: string): string {
  return `${length} ${noun}${length === 1 ? '' : 's'}`;
}

export function lookAtBrowser(): Finding {
  const binary = findChromium();
  return binary === null
    ? unwell(
        SUBJECTS.browser,
        text('没有 Chromium', 'no Chromium'),
        text('装上 Chromium，或改用 Electron', 'Install Chromium, or use the Electron host'),
      )
    : well(SUBJECTS.browser, same(binary));
}

export function lookAtVersions(): Finding {
  return well(SUBJECTS.versions, same(`${SOFTWARE}, Node ${process.versions.node}, ${process.platform}`));
}
