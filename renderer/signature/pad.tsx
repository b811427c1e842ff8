import { useEffect, useRef } from 'react';
import SignaturePad from 'signature_pad';
import { MOST_POINTS, PAD_WIDTH, type Strokes } from '../../domain/contract/signature.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

export interface PadProps {
  label: string;
  isEmpty: boolean;
  /** What is drawn now; null once it is cleared. */
  onChange: (strokes: Strokes | null) => void;
}

/** A box to sign in with a finger or a pen. Whoever cannot draw types the name instead: the page offers it. */
export function Pad({ label, isEmpty, onChange }: PadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  const told = useRef(onChange);
  const say = useText();
  useEffect(() => {
    told.current = onChange;
  }, [onChange]);
  useEffect(() => {
    const { current } = canvas;
    return current === null ? undefined : openPad(current, pad, (strokes) => told.current(strokes));
  }, []);

  function clear(): void {
    pad.current?.clear();
    onChange(null);
  }

  return (
    <div className="pad">
      <canvas ref={canvas} role="img" aria-label={label} />
      <span className="pad__line" aria-hidden="true" />
      {isEmpty ? null : (
        <Button onPress={clear}>
          <Icon of="bin" />
          {say(texts.signAgain)}
        </Button>
      )}
    </div>
  );
}

/** Draws as sharp as the glass is, and keeps what is drawn when the page changes its size. */
function openPad(
  canvas: HTMLCanvasElement,
  pad: { current: SignaturePad | null },
  onChange: (strokes: Strokes | null) => void,
): () => void {
  const { color } = getComputedStyle(canvas);
  const signature = new SignaturePad(canvas, { penColor: color, minWidth: 2.5, maxWidth: 6 });
  const fit = () => {
    const scale = window.devicePixelRatio;
    const drawn = signature.toData();
    canvas.width = canvas.clientWidth * scale;
    canvas.height = canvas.clientHeight * scale;
    canvas.getContext('2d')?.scale(scale, scale);
    signature.fromData(drawn);
  };
  const watch = new ResizeObserver(fit);
  watch.observe(canvas);
  signature.addEventListener('endStroke', () => onChange(strokesOf(signature, canvas.clientWidth)));
  pad.current = signature;
  return () => {
    watch.disconnect();
    signature.off();
    signature.clear();
    pad.current = null;
  };
}

/** In units of the pad's width; a painting is cut where no signature would go on. */
function strokesOf(signature: SignaturePad, width: number): Strokes | null {
  const unit = (pixels: number) => Math.min(PAD_WIDTH, Math.max(0, Math.round((pixels / width) * PAD_WIDTH)));
  let left = MOST_POINTS;
  const strokes = signature.toData().flatMap(({ points }) => {
    const taken = points.slice(0, left);
    left -= taken.length;
    return taken.length === 0
      ? []
      : [taken.map(({ x, y, pressure }) => [unit(x), unit(y), Math.round(pressure * 1000)])];
  });
  return strokes.length === 0 ? null : strokes;
}
