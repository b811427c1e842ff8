// Whoever composes characters with an input method of the machine ends a word with Enter. That Enter is the input
// method's: it never sends a form.

/** What Chromium gives every key that the input method takes. */
const TAKEN = 229;

/** Holds for as long as the page lives, for every form of it. */
export function holdEnterWhileComposing(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const isTaken = event.isComposing || event.keyCode === TAKEN;
      if (event.key === 'Enter' && isTaken) event.preventDefault();
    },
    { capture: true },
  );
}
