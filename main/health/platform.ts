// Whether the platform is reached, whether its clock agrees, and whether it holds all that was given out here.
import { same, text, type Text } from '../../domain/contract/text.ts';
import type { Clock } from '../../lib/clock.ts';
import { adminCommand } from '../admin/command.ts';
import type { Enrolment } from '../store/enrolment.ts';
import type { Store } from '../store/store.ts';
import { isStopped, type StoppedBecause } from '../sync/standing.ts';
import type { PlatformClient, Trouble } from '../sync/platform-client.ts';
import { unwell, well, type Finding, type Reconciled } from './finding.ts';
import { reconcile } from './reconcile.ts';
import { hasAnswer, reconcileFinding } from './reconcile-text.ts';
import { SUBJECTS } from './subjects.ts';

/** A clock this far off makes the platform doubt the time on a receipt. */
const SKEW_SECONDS = 300;

export function lookAtEnrolment(enrolment: Enrolment | null): Finding {
  if (enrolment !== null) {
    const name = `${enrolment.division}-${enrolment.code}`;
    return well(SUBJECTS.enrolment, text(`自助机 ${name}`, `kiosk ${name}`));
  }
  const command = `${adminCommand()} enrol`;
  return unwell(
    SUBJECTS.enrolment,
    text('没有登记', 'none'),
    text(`向平台要一个登记码，运行“${command}”`, `Ask the platform for a code and run “${command}”`),
  );
}

export interface PlatformFindings {
  findings: Finding[];
  queue: Reconciled;
}

export async function lookAtPlatform(
  client: Pick<PlatformClient, 'time'>,
  enrolment: Enrolment,
  store: Store,
  clock: Clock,
): Promise<PlatformFindings> {
  const { found, answer } = await reconcile(store, client);
  const queue = { last: found.last, waiting: found.waiting, held: found.told?.gapFreeUpTo ?? null };
  if (answer === null || !answer.ok || !hasAnswer(found))
    return { findings: answer === null || answer.ok ? [] : [troubleWithPlatform(answer.error)], queue };
  const skew = Math.round((new Date(answer.value.now).getTime() - clock.now().getTime()) / 1000);
  return {
    findings: [
      well(SUBJECTS.platform, same(enrolment.platformUrl)),
      clockFinding(skew),
      reconcileFinding(found),
    ],
    queue,
  };
}

function clockFinding(skewSeconds: number): Finding {
  const found = text(`和平台差 ${skewSeconds} 秒`, `${skewSeconds} seconds off`);
  if (Math.abs(skewSeconds) <= SKEW_SECONDS) return well(SUBJECTS.clock, found);
  return unwell(
    SUBJECTS.clock,
    found,
    text('把机器设成从网络对时', 'Set the machine to take its time from the network'),
  );
}

const TROUBLES: Record<Trouble['kind'], { found: Text; todo: Text }> = {
  'no-network': {
    found: text('连不上', 'cannot be reached'),
    todo: text(
      '检查网络；申请存在本机，以后会自动送出',
      'Check the network; applications are kept and sent later',
    ),
  },
  'wrong-server': {
    found: text('应答的不是平台', 'what answers is not the platform'),
    todo: text(
      '这个地址上应答的是别的东西：检查地址，也看网络是不是要先登录',
      'Something else answers at this address: check it, and whether the network asks for a sign-in',
    ),
  },
  busy: {
    found: text('平台正忙', 'is busy'),
    todo: text('等一等，会自动再试', 'Wait; it is tried again by itself'),
  },
  'not-authorised': {
    found: text('平台不认这台机器', 'does not accept this kiosk'),
    todo: text('找管平台的人', 'The platform does not accept this kiosk: ask whoever runs it'),
  },
  refused: {
    found: text('平台拒绝了', 'refused to answer'),
    todo: text('找管平台的人', 'Ask whoever runs the platform'),
  },
};

const STOPPED: Record<StoppedBecause, { found: Text; todo: Text }> = {
  'kiosk-revoked': {
    found: text('平台已停用这台机器', 'has revoked this kiosk'),
    todo: text(
      `要恢复，请平台那边运行“release”；要换机，先运行“${adminCommand()} queue export”把没送到的申请带出来`,
      `If that is wrong, have the platform release it; before the machine goes, bring out what was not sent with “${adminCommand()} queue export”`,
    ),
  },
  'kiosk-forked': {
    found: text('有两台机器在用这个身份，平台都停了', 'has stopped this identity: two machines use it'),
    todo: text(
      '找出另一台（复制的硬盘或恢复的旧备份）并停掉它，再请平台那边运行“release”',
      'Find the other machine (a copied disk, or an old backup that was put back), switch it off, then have the platform release this one',
    ),
  },
};

export function troubleWithPlatform(trouble: Trouble): Finding {
  const { found, todo } = textsOf(trouble);
  return unwell(SUBJECTS.platform, found, todo);
}

function textsOf(trouble: Trouble): { found: Text; todo: Text } {
  if (trouble.kind === 'not-authorised' && isStopped(trouble.code)) return STOPPED[trouble.code];
  return TROUBLES[trouble.kind];
}
