// A printer obeys its real-time commands wherever their bytes appear, also within a picture: a name whose strokes happen
// to spell one could open a cash drawer or switch the printer off. So no picture may contain one.

const DLE = 0x10;

/** EOT asks for a status, ENQ recovers from errors, DC4 opens drawers, switches off, clears; each with what may follow. */
const REAL_TIME: Record<number, { from: number; to: number }> = {
  0x04: { from: 1, to: 8 },
  0x05: { from: 0, to: 3 },
  0x14: { from: 1, to: 8 },
};

/** White in all three, and beside a black dot: a stroke becomes one dot wider. */
const ONE_MORE_DOT = 0x02;

/** The same dots, but for one more wherever three bytes in a row would be a command. */
export function inert(dots: Uint8Array): Uint8Array {
  return dots.map((byte, index) => (isCommand(dots, index) ? byte | ONE_MORE_DOT : byte));
}

/** Whether the byte here is the middle one of a command. */
function isCommand(dots: Uint8Array, index: number): boolean {
  const after = REAL_TIME[dots[index] ?? 0];
  const next = dots[index + 1];
  if (after === undefined || next === undefined || dots[index - 1] !== DLE) return false;
  return next >= after.from && next <= after.to;
}
