// The disk, and what lies on it: space, the queue, documents, cases being filled in, the list of staff.
import { text } from '../../domain/contract/text.ts';
import type { KioskConfig } from '../config.ts';
import type { StaffBook } from '../staff/staff-book.ts';
import type { Store } from '../store/store.ts';
import type { Storage } from '../submissions/reserve.ts';
import { momentInCity } from '../submissions/paper.ts';
import { lookAtDocuments } from './documents.ts';
import { unwell, well, type Finding } from './finding.ts';
import { SUBJECTS } from './subjects.ts';

export async function lookAtStorage(
  storage: Pick<Storage, 'isLow'>,
  { storage: limits }: Pick<KioskConfig, 'storage'>,
): Promise<Finding> {
  if (!(await storage.isLow())) return well(SUBJECTS.storage, text('空间够用', 'enough free space'));
  return unwell(
    SUBJECTS.storage,
    text('快满了', 'nearly full'),
    text(
      `请腾出空间：需要 ${limits.minFreeMegabytes} MB`,
      `Free some space: ${limits.minFreeMegabytes} MB are needed`,
    ),
  );
}

export interface Counted {
  last: number;
  waiting: number;
}

export async function countQueue({ submissions }: Store): Promise<Counted> {
  return { last: await submissions.lastSequence(), waiting: await submissions.waiting() };
}

export async function lookAtStore(store: Store, { last, waiting }: Counted): Promise<Finding[]> {
  const drafts = await store.drafts.count();
  return [
    well(
      SUBJECTS.store,
      text(`收下 ${last} 件，${waiting} 件待传`, `${last} submissions, ${waiting} waiting`),
    ),
    await lookAtDocuments(store),
    well(SUBJECTS.drafts, text(`${drafts} 件，加密存放`, `${drafts}, kept encrypted`)),
  ];
}

export async function lookAtStaff(store: Store, book: StaffBook): Promise<Finding> {
  const [list, kept] = [await book.list(), await store.staff.list()];
  if (list === null || kept === null) {
    return kept === null
      ? well(SUBJECTS.staff, text('还没有收到，工作人员不能登录', 'none taken yet; staff cannot sign in'))
      : unwell(
          SUBJECTS.staff,
          text('存着的名单不是平台签的', 'the one that is kept was not signed by the platform'),
          text('请连上平台，名单会重新取', 'Connect it to the platform: the list is fetched anew'),
        );
  }
  const count = list.accounts.length;
  const at = momentInCity(new Date(kept.keptAt));
  return well(SUBJECTS.staff, text(`${count} 人，${at['zh-CN']}的名单`, `${count} accounts, as of ${at.en}`));
}
