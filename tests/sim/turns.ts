import { setImmediate as nextTurn } from 'node:timers/promises';

/** Keeps an answer back until the time has come for it to be heard. */
export type Hold = () => Promise<void>;

/** Holds each answer back for so many turns of the event loop, so that another tab gets ahead in between. */
export const holding = (turns: readonly number[]): Hold => {
  const left = [...turns];
  return async () => {
    for (let turn = left.shift() ?? 0; turn > 0; turn -= 1) await nextTurn();
  };
};

/** One of two tabs that take turns. */
export type Tab = 'a' | 'b';

/**
 * Two tabs that hear their answers strictly in turn, as the letters of `order` say: nobody hears the next one before the
 * other has come to rest, at an answer of its own or at its end. What one does between two answers is never cut by the
 * other, so a story told this way does not depend on how many steps the code takes.
 */
export class Turns {
  readonly #left: Tab[];
  readonly #waiting = new Map<Tab, () => void>();
  readonly #busy = new Set<Tab>(['a', 'b']);

  constructor(order: readonly Tab[]) {
    this.#left = [...order];
  }

  holdOf(tab: Tab): Hold {
    return () =>
      new Promise((resolve) => {
        this.#waiting.set(tab, resolve);
        this.#rest(tab);
      });
  }

  /** Does the work of a tab, after which the other one is alone. */
  async during<T>(tab: Tab, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.#rest(tab);
    }
  }

  #rest(tab: Tab): void {
    this.#busy.delete(tab);
    if (this.#busy.size > 0) return;
    const next = this.#next();
    const go = next && this.#waiting.get(next);
    if (!next || !go) return;
    this.#waiting.delete(next);
    this.#busy.add(next);
    go();
  }

  /** Whose turn it is of those that wait; whoever is left where the order has run out. */
  #next(): Tab | undefined {
    for (let tab = this.#left.shift(); tab; tab = this.#left.shift()) if (this.#waiting.has(tab)) return tab;
    return [...this.#waiting.keys()].sort()[0];
  }
}
