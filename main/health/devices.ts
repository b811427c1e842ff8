// What is plugged in: printer, card reader, camera, network.
import { networkInterfaces } from 'node:os';
import { text, type Text } from '../../domain/contract/text.ts';
import type { CardReader, ReaderState } from '../devices/card-reader/card-reader.ts';
import type { PrinterReport } from '../printing/printer.ts';
import { adviceText } from '../printing/printer-words.ts';
import { unwell, well, type Finding, type Subject } from './finding.ts';
import { SUBJECTS } from './subjects.ts';

const NONE_CONFIGURED = text('没有配置', 'none configured');

/** `report`: what the configured printer says of itself; null: none is configured. */
export async function lookAtPrinter(
  report: (() => Promise<PrinterReport>) | null,
  subject: Subject = SUBJECTS.printer,
): Promise<Finding> {
  if (report === null) return well(subject, NONE_CONFIGURED);
  const said = await report();
  const { found, todo } = adviceText(said);
  return said.trouble === null || todo === null ? well(subject, found) : unwell(subject, found, todo);
}

const PLUG_IN = text(
  '检查电源、连线和配置里的设备',
  'Check power, cable and the device in the configuration',
);
const READER: Record<Exclude<ReaderState, 'ready'>, { found: Text; todo: Text }> = {
  'not-connected': { found: text('没有接上', 'not connected'), todo: PLUG_IN },
  'not-allowed': {
    found: text('没有权限打开', 'may not be opened'),
    todo: text(
      '给自助机的用户这个设备的权限（组 dialout）',
      'Give the kiosk’s user the right to it (group dialout)',
    ),
  },
  'no-answer': { found: text('不应答', 'does not answer'), todo: PLUG_IN },
  'self-test-failed': {
    found: text('自检没通过', 'its self-test failed'),
    todo: text('关掉再打开；还不行就报修', 'Switch it off and on; if that changes nothing, call its service'),
  },
  'not-authorised': {
    found: text('安全模块没有授权', 'its security module is not authorised'),
    todo: text('找读卡器的供应商', 'Ask whoever supplied the reader'),
  },
};

/** `state`: what the reader said last or says now; null: none is configured. */
export async function lookAtReader(state: (() => Promise<ReaderState>) | null): Promise<Finding> {
  if (state === null) return well(SUBJECTS.reader, NONE_CONFIGURED);
  const now = await state();
  if (now === 'ready') return well(SUBJECTS.reader, text('就绪', 'ready'));
  return unwell(SUBJECTS.reader, READER[now].found, READER[now].todo);
}

export function stateOf(reader: Pick<CardReader, 'status'> | null): (() => Promise<ReaderState>) | null {
  return reader === null ? null : () => reader.status();
}

/** A camera belongs to the screen that shows its picture: here stands only whether one is to be used. */
export function lookAtCamera(isConfigured: boolean): Finding {
  return well(
    SUBJECTS.camera,
    isConfigured
      ? text('已配置；拍材料时画面会出现', 'configured; its picture shows when a document is photographed')
      : NONE_CONFIGURED,
  );
}

export function lookAtNetwork(): Finding {
  const up = Object.entries(networkInterfaces())
    .filter(([, addresses = []]) => addresses.some(({ internal }) => !internal))
    .map(([name]) => name);
  if (up.length > 0)
    return well(SUBJECTS.network, text(`接上了：${up.join('、')}`, `connected: ${up.join(', ')}`));
  return unwell(
    SUBJECTS.network,
    text('没有接上网络', 'not connected to any network'),
    text(
      '检查网线；申请存在本机，以后会自动送出',
      'Check the cable; applications are kept here and sent later',
    ),
  );
}
