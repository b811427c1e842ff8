// The documents that were handed in here and are not with the platform yet.
import { text, type Text } from '../../domain/contract/text.ts';
import { sizeInWords } from '../../domain/documents/file-faults.ts';
import type { Store } from '../store/store.ts';
import { momentInCity } from '../submissions/paper.ts';
import { unwell, well, type Finding } from './finding.ts';
import { SUBJECTS } from './subjects.ts';

export async function lookAtDocuments({ documents }: Pick<Store, 'documents'>): Promise<Finding> {
  const [waiting, { lost }] = [await documents.waiting(), await documents.counts()];
  const says = waitingText(waiting);
  if (lost === 0) return well(SUBJECTS.documents, says);
  return unwell(
    SUBJECTS.documents,
    text(
      `${lost} 份丢了：本机上没有了或者被改过。${says['zh-CN']}`,
      `${lost} lost: gone from this machine or altered. ${says.en}`,
    ),
    text(
      '找技术支持；申请人要把这份材料重新交一次',
      'Call support; whoever handed it in has to hand it in again',
    ),
  );
}

function waitingText({ count, bytes, since }: Awaited<ReturnType<Store['documents']['waiting']>>): Text {
  if (since === null) return text('没有待传的', 'none waiting');
  const [size, at] = [sizeInWords(bytes), momentInCity(new Date(since))];
  return text(
    `${count} 份待传，共 ${size}，最早的 ${at['zh-CN']} 交的`,
    `${count} waiting, ${size} in all, the oldest handed in ${at.en}`,
  );
}
