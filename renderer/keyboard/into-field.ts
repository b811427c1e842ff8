// Writes into a field as a physical keyboard would: at the caret, within its longest, and heard by whatever listens.

/** React keeps a setter of its own on every field; the prototype's is the browser's, and React hears of it by the event. */
function setValue(field: HTMLInputElement, value: string): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setter?.call(field, value);
}

function replace(field: HTMLInputElement, from: number, to: number, text: string, inputType: string): void {
  const { value } = field;
  setValue(field, value.slice(0, from) + text + value.slice(to));
  const caret = from + text.length;
  field.setSelectionRange(caret, caret);
  const data = inputType === 'insertText' ? text : null;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data }));
  // A caret beyond the edge of the box is brought into sight by typing alone, not by setting it.
  field.scrollLeft = field.selectionStart === field.value.length ? field.scrollWidth : field.scrollLeft;
}

function selection(field: HTMLInputElement): [number, number] {
  const end = field.value.length;
  return [field.selectionStart ?? end, field.selectionEnd ?? end];
}

/** As much of the text as there is room for, in characters: one beyond the BMP is one. */
function fitting(field: HTMLInputElement, kept: string, text: string): string {
  const room = field.maxLength < 0 ? Infinity : field.maxLength - [...kept].length;
  return [...text].slice(0, Math.max(0, room)).join('');
}

export function writeInto(field: HTMLInputElement, text: string): void {
  const [from, to] = selection(field);
  const kept = field.value.slice(0, from) + field.value.slice(to);
  const written = fitting(field, kept, text);
  if (written !== '') replace(field, from, to, written, 'insertText');
}

/** Takes away what is selected, or the character before the caret. */
export function eraseFrom(field: HTMLInputElement): void {
  const [from, to] = selection(field);
  const last = [...field.value.slice(0, from)].at(-1) ?? '';
  const start = from === to ? from - last.length : from;
  if (start < to) replace(field, start, to, '', 'deleteContentBackward');
}

export function clearField(field: HTMLInputElement): void {
  if (field.value !== '') replace(field, 0, field.value.length, '', 'deleteContentBackward');
}

/** What stands before the caret. */
export function textBefore(field: HTMLInputElement): string {
  return field.value.slice(0, selection(field)[0]);
}
