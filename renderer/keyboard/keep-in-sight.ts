// The field that is typed in and what is wrong with it stay in sight, above the keyboard.

/** Between them and the edge of the room. */
const MARGIN_PX = 12;

/** What must be seen, what matters most first: the box, what is wrong with it, what is wrong around it, its label. */
function partsOf(field: HTMLElement): Element[] {
  const own = field.closest('.field');
  const group = own?.parentElement?.closest('.field') ?? null;
  const [wrong, wrongAround] = [own, group].map(
    (part) => part?.querySelector(':scope > .field__wrong') ?? null,
  );
  const label = own?.querySelector('.field__label') ?? null;
  return [field.closest('.field__box') ?? field, wrong, wrongAround, label].filter((part) => part != null);
}

/** Moves the room so that the field is seen whole, and as much of what belongs to it as there is room for. */
export function keepInSight(field: HTMLElement): void {
  const room = field.closest('.stage');
  if (room === null) return;
  const { top, height } = room.getBoundingClientRect();
  const [box, ...others] = partsOf(field).map((part) => part.getBoundingClientRect());
  if (box === undefined) return;
  let [upper, lower] = [box.top - MARGIN_PX, box.bottom + MARGIN_PX];
  for (const part of others) {
    const wider: [number, number] = [
      Math.min(upper, part.top - MARGIN_PX),
      Math.max(lower, part.bottom + MARGIN_PX),
    ];
    if (wider[1] - wider[0] <= height) [upper, lower] = wider;
  }
  if (upper < top) room.scrollTop += upper - top;
  else if (lower > top + height) room.scrollTop += lower - top - height;
}
