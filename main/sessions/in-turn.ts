/** Runs work one after the other, whoever asks for it: two windows cannot overtake each other. */
export function createTurns() {
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    waiting += 1;
    const mine = turn.then(work).finally(() => (waiting -= 1));
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    inTurn,
    /** At once where nobody has the turn; else when all that was asked for before is done. */
    whenFree(work: () => void): void {
      if (waiting === 0) work();
      else void inTurn(async () => work());
    },
    /** Settles when all that was asked for so far is done. */
    done: () => turn,
  };
}
