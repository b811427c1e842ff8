// Which transaction the running code is in. A query beside it, on the same connection, would wait until it gives up.
import { AsyncLocalStorage } from 'node:async_hooks';

export const BESIDE =
  'a query beside its own transaction waits for itself: use the stores the transaction hands you';

type Container = (transaction: unknown) => unknown;

interface Running {
  /** The client whose connection it holds. */
  client: object;
  isOpen: boolean;
}

const running = new AsyncLocalStorage<Running>();

export function isContainer(value: unknown): value is Container {
  return typeof value === 'function';
}

/** The work of a transaction, known as such as long as it lasts. */
export function within(client: object, work: Container): Container {
  return (transaction) => {
    const mark: Running = { client, isOpen: true };
    // One promise of it, for us and for knex: a query builder runs once for everybody who waits for it.
    const result = running.run(mark, () => Promise.resolve(work(transaction)));
    // What it began and did not wait for may go on after it, and is then outside.
    const end = () => {
      mark.isOpen = false;
    };
    result.then(end, end);
    return result;
  };
}

/** Whether the running code is inside a transaction of this client. */
export function isWithin(client: object): boolean {
  const mark = running.getStore();
  return mark?.isOpen === true && mark.client === client;
}
