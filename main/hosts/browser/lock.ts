// What a running Chromium is told over its pipe, so that a way out which the page, the profile and the policy have
// overlooked still leads nowhere. The kiosk has one page; anything else that opens is closed in the same moment.
import type { CdpPipe } from './cdp-pipe.ts';

/** What was refused, as a word for the log. */
export type Refused = 'another-window' | 'dialog' | 'file-dialog' | 'download';

interface TargetCreated {
  targetInfo: { targetId: string; type: string };
}

/** Closes every page but the first, and saves nothing. */
export async function keepOnePage(
  pipe: CdpPipe,
  first: Promise<string>,
  onRefused: (what: Refused) => void,
): Promise<void> {
  pipe.on('Target.targetCreated', (params) => {
    const { targetId, type } = (params as TargetCreated).targetInfo;
    if (type !== 'page') return;
    void first.then((own) => {
      if (targetId === own) return;
      onRefused('another-window');
      ignoringTheEnd(pipe.send('Target.closeTarget', { targetId }));
    });
  });
  pipe.on('Browser.downloadWillBegin', () => onRefused('download'));
  await pipe.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
}

/** Answers for the person what they must not be asked: no dialog, no choice of a file. */
export async function lockPage(
  pipe: CdpPipe,
  session: string,
  onRefused: (what: Refused) => void,
): Promise<void> {
  pipe.on('Page.javascriptDialogOpening', (params, from) => {
    if (from !== session) return;
    onRefused('dialog');
    // "Leave this page?" is the one question that is answered with yes: the kiosk itself wants to leave.
    const accept = (params as { type: string }).type === 'beforeunload';
    ignoringTheEnd(pipe.send('Page.handleJavaScriptDialog', { accept }, session));
  });
  pipe.on('Page.fileChooserOpened', (_, from) => {
    if (from === session) onRefused('file-dialog');
  });
  await pipe.send('Page.enable', {}, session);
  await pipe.send('Page.setInterceptFileChooserDialog', { enabled: true }, session);
}

/** What it was sent for may be gone already: then there is nothing left to do. */
function ignoringTheEnd(sent: Promise<unknown>): void {
  sent.catch(() => undefined);
}
