// What is looked at, in the order in which it is told.
import { text } from '../../domain/contract/text.ts';
import type { Subject } from './finding.ts';

function subject(id: string, group: Subject['group'], zh: string, en: string): Subject {
  return { id, group, title: text(zh, en) };
}

export const SUBJECTS = {
  configuration: subject('configuration', 'software', '配置', 'Configuration'),
  procedures: subject('procedures', 'software', '事项', 'Procedures'),
  browser: subject('browser', 'software', '浏览器', 'Browser'),
  versions: subject('versions', 'software', '版本', 'Versions'),
  storage: subject('storage', 'devices', '硬盘', 'Disk'),
  store: subject('store', 'software', '数据库', 'Store'),
  backups: subject('backups', 'software', '备份', 'Backups'),
  documents: subject('documents', 'platform', '材料', 'Documents'),
  drafts: subject('drafts', 'software', '窗口未办完', 'Cases being filled in'),
  staff: subject('staff', 'software', '工作人员名单', 'List of staff'),
  enrolment: subject('enrolment', 'platform', '登记', 'Enrolment'),
  platform: subject('platform', 'platform', '市平台', 'Platform'),
  clock: subject('clock', 'platform', '时钟', 'Clock'),
  queue: subject('nothing lost', 'platform', '申请对账', 'Nothing lost'),
  network: subject('network', 'devices', '网络', 'Network'),
  printer: subject('printer', 'devices', '打印机', 'Printer'),
  copyPrinter: subject('A4 printer', 'devices', 'A4 打印机', 'A4 printer'),
  reader: subject('card reader', 'devices', '身份证读卡器', 'Card reader'),
  camera: subject('camera', 'devices', '高拍摄像头', 'Document camera'),
} as const;
