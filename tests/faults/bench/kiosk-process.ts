// A kiosk in a process of its own that the bench commands and breaks. It opens any data folder, so that one process serves
// many rounds where the fault lets it live.
import { arm, limitPages, stepsSeen, type Deed } from './steps.ts';
import type { Send } from '../../../domain/contract/kiosk-api.ts';
import type { View } from '../../../domain/contract/views.ts';
import { systemClock, type Clock } from '../../../lib/clock.ts';
import { silentLog } from '../../../lib/log.ts';
import { createKiosk, type Kiosk } from '../../../main/kiosk.ts';
import { libraryCard, readerAnswers } from '../../builders/library-card.ts';
import { PHOTOGRAPH } from '../../builders/photograph.ts';
import { tenancy, tenantAnswers } from '../../builders/tenancy.ts';
import { ask, nextPress } from '../../fill-in.ts';
import { on, photographAll } from '../../hand-in-documents.ts';
import { TEST_CONFIG } from '../../test-config.ts';
import { obeyAll, say, type Command } from './wire.ts';

const PICTURE = Buffer.from(PHOTOGRAPH, 'base64');
const MOST_PRESSES = 20;
let kiosk: Kiosk | null = null;
let jumpedMs = 0;

/** The machine's clock as somebody sets it; what passes is not changed by that. */
const clock: Clock = {
  now: () => new Date(systemClock.now().getTime() + jumpedMs),
  monotonicMs: () => systemClock.monotonicMs(),
};

function opened(): Kiosk {
  if (kiosk === null) throw new Error('no folder is open');
  return kiosk;
}
const send: Send = (name, input) => opened().dispatch(name, input);

async function open({ folder, procedures, timeoutSeconds }: Command): Promise<void> {
  kiosk = await createKiosk({
    folder: folder as string,
    config: {
      ...TEST_CONFIG,
      procedures: procedures as string,
      printer: { kind: 'none' },
      sync: { ...TEST_CONFIG.sync, checkEverySeconds: 600, timeoutSeconds: timeoutSeconds as number },
    },
    log: silentLog,
    clock,
    random: () => 0,
  });
}

async function toConfirm(withDocuments: boolean): Promise<View> {
  const [procedure, answers] = withDocuments ? [tenancy, tenantAnswers()] : [libraryCard, readerAnswers()];
  let view: View = await ask(send, 'beginApplication', { procedure: procedure.id });
  for (let presses = 0; view.screen !== 'confirm'; presses += 1) {
    // A kiosk that takes nothing more shows the same page again.
    if (presses > MOST_PRESSES) throw new Error(`stuck on ${view.screen}`);
    if (withDocuments && view.screen === 'documents') {
      const lease = await photographAll(send, view, 'lease', [PICTURE, PICTURE]);
      const all = await photographAll(send, lease, 'landlord-consent', [PICTURE]);
      view = await ask(send, 'answerPage', { page: all.page, answers: {} });
    } else view = await nextPress(send, view, answers, procedure);
  }
  return view;
}

/** One citizen after the other. Whoever does not see a receipt was told that nothing was received. Returns how many saw one. */
async function submit({ count, documents, deed, jumpMs }: Command): Promise<number> {
  let received = 0;
  for (let done = 0; done < (count as number); done += 1) {
    const view = on(await toConfirm(documents === true), 'confirm');
    if (deed !== undefined && done === 0) arm(deed as Deed);
    if (typeof jumpMs === 'number') jumpedMs = jumpMs;
    const next = await ask(send, 'submit', { page: view.page, typedName: view.applicant }).catch(() => null);
    if (next?.screen === 'receipt') {
      received += 1;
      say({ say: 'told', number: next.number });
    } else say({ say: 'not-received' });
    await send('leave', null);
  }
  return received;
}

/** As `submit`, where even the beginning may be refused. */
async function attempt(command: Command): Promise<boolean> {
  try {
    return (await submit({ ...command, count: 1 })) === 1;
  } catch {
    await send('leave', null);
    say({ say: 'not-received' });
    return false;
  }
}

async function obey(command: Command): Promise<unknown> {
  switch (command.do) {
    case 'open':
      return open(command);
    case 'close':
      await opened().stop();
      kiosk = null;
      return null;
    case 'submit':
      return submit(command);
    case 'attempt':
      return attempt(command);
    case 'drain':
      return opened().drain();
    case 'arm':
      return arm(command['deed'] as Deed | null);
    case 'steps':
      return stepsSeen();
    case 'pages':
      return limitPages(command['more'] as number | null);
    case 'clock':
      jumpedMs = command['jumpMs'] as number;
      return null;
    case 'screen': {
      const reply = await send('look', null);
      return reply.ok ? (reply.value as View).screen : reply.error.code;
    }
    default:
      throw new Error(`unknown: ${command.do}`);
  }
}

obeyAll(obey);
