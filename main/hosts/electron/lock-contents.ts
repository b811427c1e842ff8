// Closes the ways out of a page: to other places, into new windows, by keys, by zooming, by holding on to itself.
import type { Log } from '../../../lib/log.ts';
import type { ShellContents } from './api.ts';
import { mayNavigate } from './policy/address.ts';
import { reachesPage } from './policy/keys.ts';

/** Applied to every page the program ever makes, whoever made it. */
export function lockContents(contents: ShellContents, log: Log): void {
  keepInPlace(contents, log);
  contents.setWindowOpenHandler(() => {
    log.warn('window refused');
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('before-input-event', (event, input) => {
    if (!reachesPage(input)) event.preventDefault();
  });
  contents.on('select-bluetooth-device', (event, _, callback) => {
    event.preventDefault();
    callback('');
  });
  contents.on('context-menu', (event) => event.preventDefault());
  // A page that asks not to be closed is closed.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  keepSize(contents);
}

function keepInPlace(contents: ShellContents, log: Log): void {
  const refuse = (event: { preventDefault(): void; url: string }) => {
    if (mayNavigate(event.url)) return;
    event.preventDefault();
    log.warn('navigation refused');
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
}

/** Text size is the page's own business, in three steps; nobody enlarges the page until its buttons are off the screen. */
function keepSize(contents: ShellContents): void {
  const reset = () => {
    contents.setZoomFactor(1);
    // It rejects only when the page is gone, and then there is nothing to enlarge.
    contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
  };
  contents.on('zoom-changed', (event) => {
    event.preventDefault();
    reset();
  });
  contents.on('did-finish-load', reset);
}
