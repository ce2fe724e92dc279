const SECTOR = 512;
const PAGE = 4096;
const SIZE_FIRST = 0.3;

/** How what was not flushed fares: all of it is lost, an early part is there with the last write torn, or any part. */
export type Fate = 'hilang' | 'awal' | 'acak';
/** A number in [0, 1). */
export type Random = () => number;

/** Bytes written, a size set, or a size that is at least so much. */
export type Change =
  | { readonly at: number; readonly bytes: Buffer }
  | { readonly size: number }
  | { readonly grown: number };

const grown = (bytes: Buffer, size: number): Buffer =>
  size <= bytes.length
    ? bytes
    : Buffer.concat([bytes, Buffer.alloc(Math.max(size, bytes.length * 2) - bytes.length)]);

/** Bytes that grow and shrink as a file does; what lies between two writes is zero. */
class Content {
  #bytes: Buffer;
  size: number;
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.size = bytes.length;
  }
  view(): Buffer {
    return this.#bytes.subarray(0, this.size);
  }
  write(at: number, bytes: Buffer): void {
    this.#bytes = grown(this.#bytes, at + bytes.length);
    bytes.copy(this.#bytes, at);
    this.size = Math.max(this.size, at + bytes.length);
  }
  resize(size: number): void {
    this.#bytes = grown(this.#bytes, size);
    if (size < this.size) this.#bytes.fill(0, size, this.size);
    this.size = size;
  }
  apply(change: Change): void {
    if ('bytes' in change) this.write(change.at, change.bytes);
    else this.resize('size' in change ? change.size : Math.max(this.size, change.grown));
  }
}

const sectorsOf = ({ at, bytes }: { at: number; bytes: Buffer }): { at: number; bytes: Buffer }[] => {
  const sectors: { at: number; bytes: Buffer }[] = [];
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + SECTOR - ((at + from) % SECTOR));
    sectors.push({ at: at + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return sectors;
};

/** One file: what the running system shows, what is on the platter, and what waits between them. */
export class Inode {
  readonly #live: Content;
  readonly #durable: Content;
  #waiting: Change[] = [];
  /** Pages that a failed flush gave up: shown, called clean, and never written unless somebody writes there again. */
  readonly #dropped = new Set<number>();

  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.#live = new Content(bytes);
    this.#durable = new Content(Buffer.from(bytes));
  }

  get live(): Buffer {
    return this.#live.view();
  }

  write(at: number, bytes: Buffer): void {
    this.#live.write(at, bytes);
    this.#waiting.push({ at, bytes });
    // The kernel writes whole pages: what a failed flush had given up on this page goes with it.
    for (let page = Math.floor(at / PAGE); page * PAGE < at + bytes.length; page += 1)
      if (this.#dropped.delete(page)) this.#waiting.push(this.#livePage(page));
  }

  resize(size: number): void {
    this.#live.resize(size);
    this.#waiting.push({ size });
  }

  flush(failed: boolean): void {
    if (failed) {
      for (const change of this.#waiting)
        if ('bytes' in change)
          for (const { at } of sectorsOf(change)) this.#dropped.add(Math.floor(at / PAGE));
    } else for (const change of this.#waiting) this.#durable.apply(change);
    this.#waiting = [];
  }

  /** What is on the platter for certain, and what of the waiting got there before a power cut now. */
  afterCut(fate: Fate, random: Random): { readonly durable: Buffer; readonly kept: readonly Change[] } {
    const durable = this.#durable.view();
    if (fate === 'hilang' || this.#waiting.length === 0) return { durable, kept: [] };
    return { durable, kept: fate === 'awal' ? this.#first(random) : this.#some(random) };
  }

  #livePage(page: number): Change {
    return { at: page * PAGE, bytes: Buffer.from(this.live.subarray(page * PAGE, (page + 1) * PAGE)) };
  }

  #first(random: Random): Change[] {
    const count = Math.floor(random() * (this.#waiting.length + 1));
    const torn = this.#waiting[count];
    const sectors = torn && 'bytes' in torn ? sectorsOf(torn) : [];
    const share = Math.floor(random() * (sectors.length + 1));
    return [...this.#waiting.slice(0, count), ...sectors.slice(0, share)];
  }

  #some(random: Random): Change[] {
    const share = random();
    const parts = this.#waiting.flatMap((change): Change[] =>
      'bytes' in change ? sectorsOf(change) : [change],
    );
    const kept = parts.filter(() => random() < share);
    // The size may have reached the disk where the bytes have not: the rest reads as zeros.
    return random() < SIZE_FIRST ? [...kept, { grown: this.#live.size }] : kept;
  }
}
