// Every row that is tried in Chromium, with its try. A row without one does not compile.
import type { Tries } from './table.ts';
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

export const chromiumTries: Tries<'chromium', Try> = {
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
