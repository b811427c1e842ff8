// Which paper a job asks for. Printers turn down a size they do not have, so it is one of theirs: the page's own, or where
// there is none a longer one of the same width.
import { type SizeMm } from '../sheet-size.ts';
import type { Attributes } from './message.ts';

/** From and to, in hundredths of a millimetre. */
type Span = [number, number];

interface Media {
  width: Span;
  height: Span;
}

/** A roll of 80 mm is called 79.5 by one and 80 by another. */
const WIDTH_TOLERANCE = 100;
/** 11 inches are 27940 hundredths and a little. */
const ROUNDING = 30;

export type MediaChoice = { kind: 'chosen'; size: SizeMm } | { kind: 'printers-own' } | { kind: 'none' };

/** `printers-own`: the printer does not say which sizes it has, so its own setting holds. */
export function mediaFor(printer: Attributes, { widthMm, heightMm }: SizeMm): MediaChoice {
  const value = printer['media-size-supported'];
  if (value === undefined) return { kind: 'printers-own' };
  const [width, height] = [widthMm * 100, heightMm * 100];
  const sizes = (Array.isArray(value) ? (value as unknown[]) : [value])
    .flatMap(mediaOf)
    .filter((media) => media.width[0] - WIDTH_TOLERANCE <= width && width <= media.width[1] + WIDTH_TOLERANCE)
    .filter((media) => media.height[1] + ROUNDING >= height)
    .map((media) => ({ width: within(width, media.width), height: within(height, media.height) }))
    .toSorted((one, other) => one.height - other.height);
  const [best] = sizes;
  if (best === undefined) return { kind: 'none' };
  return { kind: 'chosen', size: { widthMm: best.width / 100, heightMm: best.height / 100 } };
}

/** The nearest that the printer has; what is a rounding away is its own. */
function within(wanted: number, [least, most]: Span): number {
  return Math.min(most, Math.max(least, wanted));
}

function mediaOf(value: unknown): Media[] {
  const { 'x-dimension': across, 'y-dimension': along } = Object(value) as Record<string, unknown>;
  const [width, height] = [spanOf(across), spanOf(along)];
  return width === null || height === null ? [] : [{ width, height }];
}

function spanOf(value: unknown): Span | null {
  if (typeof value === 'number') return [value, value];
  const [least, most] = Array.isArray(value) ? (value as unknown[]) : [];
  return typeof least === 'number' && typeof most === 'number' ? [least, most] : null;
}
