// What happened to a case, newest first, from its events.
import type { CaseView } from '../../domain/contract/console-api.ts';
import { text, type Text } from '../../domain/contract/text.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { departmentName } from '../cases/departments.ts';
import { taskTitle } from '../cases/status.ts';
import type { Case } from '../store/cases.ts';
import type { Event } from '../store/events.ts';

type Entry = CaseView['history'][number];

export function historyOf(found: Case, events: Event[], procedure: Procedure | null): Entry[] {
  const told = events.flatMap((event) => entryOf(event, found, procedure));
  return [...told.toReversed(), handedIn(found)];
}

function handedIn({ completedAt, kioskCode }: Case): Entry {
  const number = Number(kioskCode.slice(1));
  return {
    at: completedAt,
    title: text('终端收件', 'Handed in at the kiosk'),
    note: text(`${number} 号自助机的时钟`, `By the clock of kiosk ${number}`),
  };
}

function entryOf(event: Event, found: Case, procedure: Procedure | null): Entry[] {
  if (event.kind === 'case-opened')
    return [
      {
        at: event.at,
        title: text('平台收到', 'Received by the platform'),
        note: text('签名有效，内容与终端一致', 'Signature valid, content as the kiosk sealed it'),
      },
    ];
  if (event.kind === 'task-opened') return taskEntry(event, found, procedure);
  if (event.kind === 'task-returned') return returnedEntry(event, found, procedure);
  const title = TITLES[event.kind];
  return title === undefined ? [] : [{ at: event.at, title, note: null }];
}

/** What else is told, in a word. */
const TITLES: Partial<Record<Event['kind'], Text>> = {
  'answers-lent': text('申请人在自助机上开始补正', 'The applicant began to correct it at a kiosk'),
  'loan-refused': text('有人持凭条输错身份证号码', 'Somebody with the receipt gave a wrong identity number'),
  'documents-complete': text('材料都到齐了', 'All documents have arrived'),
  corrected: text('收到补正，重新等待受理', 'Correction received; waits to be accepted again'),
  rated: text('申请人评价了服务', 'The applicant rated the service'),
};

/** A second notice is a finding about the first: everything should have been named at once. */
function returnedEntry({ at, body }: Event, found: Case, procedure: Procedure | null): Entry[] {
  const task = found.tasks.find((one) => one.id === nameIn(body, 'task'));
  if (task === undefined) return [];
  const department = departmentName(task.department);
  const notice = Number(nameIn(body, 'notice'));
  const which =
    notice === 1 ? text('一次性告知', 'One-time notice') : text(`第 ${notice} 次告知`, `Notice ${notice}`);
  const name = taskTitle(procedure, task.id);
  return [
    {
      at,
      title: text(`${department['zh-CN']}退回补正`, `Returned by the ${department.en}`),
      note: text(`${name['zh-CN']}，${which['zh-CN']}`, `${name.en}. ${which.en}`),
    },
  ];
}

/** A task that waits for another has not reached its department yet. */
function taskEntry({ at, body }: Event, found: Case, procedure: Procedure | null): Entry[] {
  const id = nameIn(body, 'task');
  const task = found.tasks.find((one) => one.id === id);
  if (task === undefined || nameIn(body, 'state') !== 'waiting-for-acceptance') return [];
  return [{ at, title: reached(departmentName(task.department)), note: taskTitle(procedure, task.id) }];
}

function reached(department: Text): Text {
  return text(`送达${department['zh-CN']}`, `Reached the ${department.en}`);
}

function nameIn(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, key)
    ? Object.entries(body).find(([name]) => name === key)?.[1]
    : undefined;
}
