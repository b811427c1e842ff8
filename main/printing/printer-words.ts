// What IT staff read of a printer: what was found, and what to do about it.
import { text, type Text } from '../../domain/contract/text.ts';
import type { PrinterReport, PrinterTrouble } from './printer.ts';
import type { PrinterConfig } from './printer-config.ts';

export interface Advice {
  found: string;
  /** null: nothing. */
  todo: string | null;
}

const TROUBLES: Record<PrinterTrouble, { found: string; todo: string }> = {
  'out-of-paper': { found: 'out of paper', todo: 'Put paper in' },
  'cover-open': { found: 'a cover is open', todo: 'Close it until it clicks' },
  jam: { found: 'paper has jammed', todo: 'Open the cover, take the paper out, close it' },
  'printer-error': {
    found: 'it reports a fault',
    todo: 'Switch it off and on; if that changes nothing, call its service',
  },
  offline: { found: 'it is off the line or paused', todo: 'Resume it at its panel, or in its queue' },
  busy: {
    found: 'another program has it',
    todo: 'Try again when the kiosk is not printing; end what else prints on it',
  },
  'not-connected': {
    found: 'nothing answers there',
    todo: 'Check power, cable and the address in the configuration',
  },
  'not-trusted': {
    found: 'its certificate is not one this machine trusts',
    todo: 'Give the machine the certificate of whoever issued it, or use ipp: in a network of its own',
  },
  'no-space': {
    found: 'no room for the sheet',
    todo: 'Free some space on the disk, or in the printer’s queue',
  },
  'not-writable': {
    found: 'it may not be written to',
    todo: 'Give the kiosk’s user the right to it (for a device: group lp)',
  },
  'no-answer': {
    found: 'it does not answer',
    todo: 'Switch it off and on; if it never tells its state, set "tellsState": false',
  },
  refused: {
    found: 'it does not take what we send',
    todo: 'Check that "paper" in the configuration is what it has, and that the address is a printer’s',
  },
  cancelled: { found: 'the job was taken out of its queue', todo: 'Nothing, if that was meant' },
  'no-such-printer': {
    found: 'the host knows no such printer',
    todo: 'Print from the running kiosk, and compare "printer" with the system’s list of printers',
  },
};

export function adviceFor(trouble: PrinterTrouble): Advice {
  return TROUBLES[trouble];
}

export function adviceOn({ state, trouble, isPaperLow }: PrinterReport): Advice {
  if (trouble !== null) return adviceFor(trouble);
  if (isPaperLow) return { found: 'ready, paper is nearly at its end', todo: 'Bring new paper' };
  if (state === 'unknown') {
    return { found: 'cannot tell its state', todo: 'Print a test sheet: npm run admin -- printers test' };
  }
  return { found: 'ready', todo: null };
}

/** The same for whoever reads it on a screen, in both languages. */
export function adviceText(report: PrinterReport): { found: Text; todo: Text | null } {
  const { found, todo } = adviceOn(report);
  const chinese = chineseAdvice(report);
  return { found: text(chinese.found, found), todo: todo === null ? null : text(chinese.todo ?? todo, todo) };
}

export function troubleText(trouble: PrinterTrouble): { found: Text; todo: Text } {
  const { found, todo } = TROUBLES[trouble];
  return { found: text(CHINESE[trouble].found, found), todo: text(CHINESE[trouble].todo, todo) };
}

function chineseAdvice({ state, trouble, isPaperLow }: PrinterReport): Advice {
  if (trouble !== null) return CHINESE[trouble];
  if (isPaperLow) return { found: '就绪，纸快用完了', todo: '备好新纸' };
  if (state === 'unknown') return { found: '说不出自己的状态', todo: '打一张测试页' };
  return { found: '就绪', todo: null };
}

const CHINESE: Record<PrinterTrouble, { found: string; todo: string }> = {
  'out-of-paper': { found: '没纸了', todo: '放纸' },
  'cover-open': { found: '盖子开着', todo: '盖紧，听到“咔”一声' },
  jam: { found: '卡纸了', todo: '打开盖子，取出纸，再盖上' },
  'printer-error': { found: '它报告出了故障', todo: '关掉再打开；还不行就报修' },
  offline: { found: '已脱机或暂停', todo: '在它的面板上或队列里恢复' },
  busy: { found: '别的程序正占着它', todo: '等自助机不打印时再试；关掉别的打印程序' },
  'not-connected': { found: '那里没有应答', todo: '检查电源、连线和配置里的地址' },
  'not-trusted': {
    found: '它的证书这台机器不信任',
    todo: '把签发者的证书装到这台机器上，或在自己的网络里用 ipp:',
  },
  'no-space': { found: '放不下这一张', todo: '腾出硬盘空间，或清理打印队列' },
  'not-writable': { found: '没有权限写给它', todo: '给自助机的用户权限（设备：组 lp）' },
  'no-answer': { found: '不应答', todo: '关掉再打开；如果它从不报告状态，设 "tellsState": false' },
  refused: { found: '不接受我们送的内容', todo: '检查配置里的 "paper" 是不是它装的纸，地址是不是打印机' },
  cancelled: { found: '任务被人从队列里取消了', todo: '如果是有意的，不用管' },
  'no-such-printer': {
    found: '系统里没有这台打印机',
    todo: '在运行着的自助机上打印，并核对 "printer" 和系统的打印机名单',
  },
};

/** Where a printer is, as it stands in the configuration. */
export function addressOf(config: PrinterConfig): string {
  switch (config.kind) {
    case 'file':
      return config.folder;
    case 'none':
      return '-';
    case 'escpos-tcp':
      return `${config.host}:${config.port ?? 9100}`;
    case 'escpos-device':
      return config.device;
    case 'ipp':
      return config.url;
    case 'shell':
      return config.printer;
  }
}
