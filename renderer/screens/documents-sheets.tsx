import { text, type Text } from '../../domain/contract/text.ts';
import type { CaptureView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

type SheetsView = Pick<CaptureView, 'page' | 'sheets'>;

/** What each sheet is called: a PDF is several pages at once. */
function namesOf(sheets: SheetsView['sheets']): { id: string; name: Text }[] {
  return sheets.map(({ id, pages }, index) => {
    const first = 1 + sheets.slice(0, index).reduce((sum, before) => sum + before.pages, 0);
    const last = first + pages - 1;
    const name =
      pages === 1
        ? text(`第 ${first} 页`, `Page ${first}`)
        : text(`第 ${first}–${last} 页`, `Pages ${first}–${last}`);
    return { id, name };
  });
}

/** The pages that are here, in their order; each can be taken out again. */
export function Sheets({ view }: { view: SheetsView }) {
  const { press } = usePress();
  const say = useText();
  if (view.sheets.length === 0) return null;
  return (
    <ol className="sheets">
      {namesOf(view.sheets).map(({ id, name }) => (
        <li key={id} className="sheet">
          <span>
            <Icon of="check" />
            {say(name)}
          </span>
          <Button
            look="small"
            icon="bin"
            label={`${say(texts.removePage)} ${say(name)}`}
            onPress={() => press({ name: 'removeSheet', input: { page: view.page, sheet: id } })}
          >
            {say(texts.removePage)}
          </Button>
        </li>
      ))}
    </ol>
  );
}
