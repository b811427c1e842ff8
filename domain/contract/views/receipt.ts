// The receipt on the screen, its stages and its printing.
import { Type, type Static } from 'typebox';
import { Text } from '../text.ts';
import { DocumentView } from './documents.ts';
import { closed, head, oneOf, orNull } from './head.ts';

export const StageView = Type.Object(
  {
    title: Text,
    note: orNull(Text),
    when: orNull(Text),
    state: oneOf('done', 'now', 'waiting', 'to-come', 'wrong'),
  },
  closed,
);
export type StageView = Static<typeof StageView>;

export const PrintView = Type.Object(
  {
    state: oneOf('queued', 'sending', 'sent-to-printer', 'needs-paper', 'failed', 'unknown'),
    copy: Type.Integer({ minimum: 1 }),
    /** Whether this citizen may still ask for another copy. */
    canReprint: Type.Boolean(),
  },
  closed,
);
export type PrintView = Static<typeof PrintView>;

/** The full copy of the application on A4. `print`: the copy that was asked for last; null: none was yet. */
export const FullCopyView = Type.Object({ print: orNull(PrintView) }, closed);
export type FullCopyView = Static<typeof FullCopyView>;

export const ReceiptView = Type.Object(
  {
    screen: Type.Literal('receipt'),
    ...head,
    state: Type.Union([Type.Literal('held'), Type.Literal('acknowledged'), Type.Literal('stopped')]),
    number: Type.String(),
    qr: Type.String(),
    received: Text,
    matter: Text,
    stages: Type.Array(StageView),
    documents: Type.Array(DocumentView),
    print: orNull(PrintView),
    /** null: this machine has no A4 printer. */
    fullCopy: orNull(FullCopyView),
  },
  closed,
);
export type ReceiptView = Static<typeof ReceiptView>;
