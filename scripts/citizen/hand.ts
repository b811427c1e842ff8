import type { Locator } from 'playwright';

/** What somebody in front of the screen does, whatever they do it with. Each takes a control by its role. */
export interface Hand {
  press(button: Locator): Promise<void>;
  /** One of several; `radio` is the native one, which the row around it hides. */
  choose(radio: Locator): Promise<void>;
  /** Makes a tick, or takes it away. */
  tick(checkbox: Locator, isWanted?: boolean): Promise<void>;
  /** Replaces whatever stands in the field. */
  type(field: Locator, text: string): Promise<void>;
  /** Takes a word from what a field offers; one that is not offered is only typed. */
  pick(field: Locator, word: string): Promise<void>;
}

/** Every option that is offered now; it lies outside the question, over the page. */
export function offered(field: Locator, word: string): Locator {
  return field.page().getByRole('option', { name: word, exact: true });
}

/** Types over whatever stands in the field that has the focus. */
export async function typeOver(field: Locator, text: string): Promise<void> {
  const { keyboard } = field.page();
  await keyboard.press('Control+A');
  if (text === '') await keyboard.press('Delete');
  else await keyboard.type(text);
}
