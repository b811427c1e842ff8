// What the comparison with the platform came to, in words for IT staff.
import { text, type Text } from '../../domain/contract/text.ts';
import { adminCommand } from '../admin/command.ts';
import { unwell, well, type Finding } from './finding.ts';
import type { Reconciliation } from './reconcile.ts';
import { SUBJECTS } from './subjects.ts';

type Told = Reconciliation & { told: NonNullable<Reconciliation['told']> };

export function hasAnswer(found: Reconciliation): found is Told {
  return found.told !== null;
}

export function reconcileFinding({ verdict, last, setAside, told, about }: Told): Finding {
  const { gapFreeUpTo, highest } = told;
  const held = text(`平台连续收到第 ${gapFreeUpTo} 号`, `the platform holds ${gapFreeUpTo} without a gap`);
  const number = about?.receiptNumber ?? String(about?.sequence ?? '');
  const aside = asideText(setAside);
  switch (verdict) {
    case 'fork':
      return unwell(
        SUBJECTS.queue,
        text(
          `平台有第 ${highest} 号，本机只发到第 ${last} 号：本机的数据比平台旧`,
          `the platform holds ${highest}, this machine has given out ${last}: its data are older than the platform's`,
        ),
        text(
          '不要再收申请：号码会重复。保留数据文件夹，找技术支持；用新的登记码重新登记后再开',
          'Take no more applications: numbers would be given out twice. Keep the data folder and call support; open again after enrolling with a new code',
        ),
      );
    case 'lacking':
      return unwell(
        SUBJECTS.queue,
        text(
          `${held['zh-CN']}，但它已确认过后面的：缺 ${number}`,
          `${held.en}, yet it acknowledged more: it lacks ${number}`,
        ),
        text(
          `平台丢了已确认的申请：看“${adminCommand()} journal report”，并找管平台的人`,
          `The platform lost what it had acknowledged: see “${adminCommand()} journal report” and call whoever runs it`,
        ),
      );
    case 'set-aside':
      return unwell(
        SUBJECTS.queue,
        text(
          `${held['zh-CN']}；${number} 没有送出，已单独放着${aside['zh-CN']}`,
          `${held.en}; ${number} is not sent and set aside${aside.en}`,
        ),
        text(
          `看“${adminCommand()} queue list”，并找技术支持`,
          `Look at “${adminCommand()} queue list” and call support`,
        ),
      );
    default:
      return well(SUBJECTS.queue, held);
  }
}

function asideText(setAside: number): Text {
  return setAside === 0 ? text('', '') : text(`（共 ${setAside} 件）`, ` (${setAside} in all)`);
}
