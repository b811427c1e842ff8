// Every row that is tried in Chromium, with its try. A row without one does not compile.
import { escapes, type Escape, type Tries } from './table.ts';
import { behind } from './tries/behind.ts';
import { channel } from './tries/channel.ts';
import { content } from './tries/content.ts';
import { crashes } from './tries/crash.ts';
import { debugging } from './tries/debugging.ts';
import { dialogs } from './tries/dialogs.ts';
import { links } from './tries/links.ts';
import { mouse } from './tries/mouse.ts';
import { next } from './tries/next.ts';
import { permissions } from './tries/permissions.ts';
import { touches } from './tries/touch.ts';
import { downloads, windows } from './tries/windows.ts';
import type { Try } from './try.ts';

const chromiumTries: Tries<'chromium', Try> = {
  ...behind,
  ...channel,
  ...content,
  ...crashes,
  ...debugging,
  ...dialogs,
  ...downloads,
  ...links,
  ...mouse,
  ...next,
  ...permissions,
  ...touches,
  ...windows,
};

/** The tries of a route, each with its row. */
export function triesOf(route: string): { row: Escape; attempt: Try }[] {
  return Object.entries(chromiumTries).flatMap(([id, attempt]) => {
    const row = escapes.find((escape) => escape.id === id);
    return row?.route === route ? [{ row, attempt }] : [];
  });
}
