import { PAD_WIDTH, strokePaths, type Strokes } from '../../../domain/contract/signature.ts';
import { signatureTexts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** Blank paper around the ink, in units of the pad. */
const MARGIN = 300;

/** As it was drawn on the kiosk's screen. */
export function Signature({ strokes }: { strokes: Strokes | null }) {
  const say = useText();
  if (strokes === null) return <p className="note">{say(signatureTexts.typed)}</p>;
  const bottom = Math.max(...strokes.flat().map(([, y = 0]) => y)) + MARGIN;
  return (
    <svg
      className="signature"
      viewBox={`0 0 ${PAD_WIDTH} ${bottom}`}
      role="img"
      aria-label={say(signatureTexts.drawn)}
    >
      {strokePaths(strokes).map((path, index) => (
        // Strokes have no names; their order is theirs.
        <path key={index} d={path} />
      ))}
    </svg>
  );
}
