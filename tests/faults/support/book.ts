import type { Owed } from './judge.ts';

/** Commands that went in one request, again and again until it was answered. */
export type Batch = {
  readonly ids: readonly string[];
  /** Which sendings of it were not answered: only such as met an orderly stop, or another too, which may have taken it in. */
  silence: 'none' | 'at stops' | 'elsewhere';
};

/** What the service promised by one answer. */
export type Promised = {
  /** Value of the answer's header Request-Id. */
  readonly requestId: string;
  /** Id of each acknowledged command with the number of its line. */
  readonly lines: ReadonlyMap<string, number>;
  /** Photo said to be whole, as owner/sha. */
  readonly photo: string | null;
};

/** What the phones sent and what they were promised, kept outside the service: the memory that it is judged by. */
export class Book {
  /** Name of the present run of the service. */
  run = '';
  readonly batches: Batch[] = [];
  readonly promises: Promised[] = [];
  readonly faults: string[] = [];
  /** Answers of which the service was killed in the middle. */
  cutAnswers = 0;
  /** Batches that stood already when they were sent again. */
  repeats = 0;
  readonly #lines = new Map<string, number>();
  #listeners: (() => void)[] = [];

  send(ids: readonly string[]): Batch {
    const batch: Batch = { ids, silence: 'none' };
    this.batches.push(batch);
    return batch;
  }

  promise(promised: Promised): void {
    this.promises.push(promised);
    for (const [id, n] of promised.lines) {
      const before = this.#lines.get(id);
      if (before !== undefined && before !== n) this.complain(`${id} stood at ${before}, now at ${n}`);
      this.#lines.set(id, n);
    }
    this.#tell();
  }

  complain(fault: string): void {
    this.faults.push(fault);
    this.#tell();
  }

  /** Resolves once so many commands are acknowledged, or something is amiss. */
  async reached(count: number): Promise<void> {
    while (this.acknowledged < count && this.faults.length === 0)
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
  }

  #tell(): void {
    for (const listener of this.#listeners.splice(0)) listener();
  }

  get acknowledged(): number {
    return this.#lines.size;
  }
}

/** All that the book says was promised. */
export const owedBy = ({ promises, batches }: Book): Owed => ({
  lines: new Map(promises.flatMap(({ lines }) => [...lines])),
  photos: new Set(promises.flatMap(({ photo }) => (photo === null ? [] : [photo]))),
  batches: batches.map(({ ids }) => ids),
});
