/** Runs work one after the other, whoever asks for it: two windows cannot overtake each other. */
export function createTurns() {
  let turn: Promise<unknown> = Promise.resolve();

  return {
    inTurn<T>(work: () => Promise<T>): Promise<T> {
      const mine = turn.then(work);
      turn = mine.catch(() => undefined);
      return mine;
    },
    /** Settles when all that was asked for so far is done. */
    done: () => turn,
  };
}
