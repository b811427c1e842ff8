// What a bench says of many measurements.

function sorted(values: readonly number[]): number[] {
  if (values.length === 0) throw new Error('nothing was measured');
  return values.toSorted((a, b) => a - b);
}

/** The value that so many of a hundred do not exceed, taken between neighbours where it falls between them. */
export function percentile(values: readonly number[], hundredth: number): number {
  const all = sorted(values);
  const at = ((all.length - 1) * hundredth) / 100;
  const [below = 0, above = 0] = [all[Math.floor(at)], all[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}
