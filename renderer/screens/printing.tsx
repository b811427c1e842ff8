// What becomes of a paper on its way to a printer: the receipt, and the full copy.
import { text, type Text } from '../../domain/contract/text.ts';
import type { FullCopyView, PrintView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

type Printing = Record<PrintView['state'], { says: Text; hint: Text | null }>;

const RECEIPT: Printing = {
  queued: { says: texts.printQueued, hint: null },
  sending: { says: texts.printSending, hint: null },
  'sent-to-printer': { says: texts.printSent, hint: texts.printSentHint },
  'needs-paper': { says: texts.printPaper, hint: texts.printSafe },
  failed: { says: texts.printFailed, hint: texts.printSafe },
  unknown: { says: texts.printUnknown, hint: texts.printSafe },
};

const COPY: Printing = {
  queued: { says: texts.copyQueued, hint: null },
  sending: { says: texts.copySending, hint: null },
  'sent-to-printer': { says: texts.copySent, hint: texts.copySentHint },
  'needs-paper': { says: texts.copyPaper, hint: texts.copyPaperHint },
  failed: { says: texts.copyFailed, hint: texts.copySafe },
  unknown: { says: texts.copyUnknown, hint: texts.copyLook },
};

interface State {
  print: PrintView;
  printing: Printing;
  again: Text;
  onAgain: () => void;
}

function PrintState({ print, printing, again, onAgain }: State) {
  const say = useText();
  const { says, hint } = printing[print.state];
  const copy = text(`，第 ${print.copy} 份`, `, copy ${print.copy}`);
  return (
    <div className="print" data-state={print.state} role="status">
      <Icon of="print" />
      <p>
        <strong>
          {say(says)}
          {print.copy > 1 ? say(copy) : ''}
        </strong>
        {hint === null ? null : <small>{say(hint)}</small>}
      </p>
      {print.canReprint ? (
        <Button look="small" onPress={onAgain}>
          {say(again)}
        </Button>
      ) : null}
    </div>
  );
}

/** The receipt, on its way to paper. */
export function Print({ print, page }: { print: PrintView; page: string }) {
  const { press } = usePress();
  const again = () => press({ name: 'reprint', input: { page } });
  return <PrintState print={print} printing={RECEIPT} again={texts.printAgain} onAgain={again} />;
}

/** All that was handed in, on A4: offered first, then on its way to paper. */
export function FullCopy({ copy: { print }, page }: { copy: FullCopyView; page: string }) {
  const { press } = usePress();
  const say = useText();
  const ask = () => press({ name: 'printFullCopy', input: { page } });
  if (print !== null)
    return <PrintState print={print} printing={COPY} again={texts.copyAgain} onAgain={ask} />;
  return (
    <div className="more-deeds">
      <Button look="small" icon="print" onPress={ask}>
        {say(texts.copyOffer)}
      </Button>
      <p className="note">{say(texts.copyAbout)}</p>
    </div>
  );
}
