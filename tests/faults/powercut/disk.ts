import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Fate, Inode, type Random } from './inode.ts';
import type { Event } from './log.ts';

const FOLDER = 'folder';
type Entry = Inode | typeof FOLDER;
/** What a folder's change does to names: both halves of a rename, or neither. */
type Naming = readonly (readonly [name: string, entry: Entry | null])[];

const folderOf = (path: string): string => (dirname(path) === '.' ? '' : dirname(path));
const isShm = (path: string): boolean => path.endsWith('-shm');

/** A directory as the running system shows it and as a power cut at this moment would leave it. */
export class Disk {
  readonly #live = new Map<string, Entry>();
  readonly #durable = new Map<string, Entry>();
  readonly #waiting = new Map<string, Naming[]>();
  readonly #byNumber = new Map<bigint, Inode>();

  /** Begins with what lies in `folder`, all of it flushed. */
  constructor(folder: string) {
    for (const found of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(found.parentPath, found.name).slice(folder.length + 1);
      const entry = found.isDirectory() ? FOLDER : new Inode(readFileSync(join(folder, path)));
      if (isShm(path)) continue;
      this.#live.set(path, entry);
      this.#durable.set(path, entry);
    }
  }

  apply(event: Event): void {
    switch (event.what) {
      case 'open':
        return this.#open(event);
      case 'write':
        return this.#inode(event.inode).write(event.at, event.bytes);
      case 'truncate':
        return this.#inode(event.inode).resize(event.size);
      case 'flush':
        return this.#inode(event.inode).flush(event.failed);
      case 'flush-folder':
        return this.#flushFolder(event);
      case 'rename':
        return this.#name(event.to, [
          [event.path, null],
          [event.to, this.#live.get(event.path) ?? null],
        ]);
      case 'link':
        return this.#name(event.to, [[event.to, this.#live.get(event.path) ?? null]]);
      case 'unlink':
        return this.#name(event.path, [[event.path, null]]);
      case 'mkdir':
        return this.#name(event.path, [[event.path, FOLDER]]);
      case 'answer':
        return;
    }
  }

  /** Every file as the running system shows it. */
  live(): Map<string, Buffer> {
    return new Map(
      [...this.#live].flatMap(([path, entry]) => (entry === FOLDER ? [] : [[path, entry.live]])),
    );
  }

  /** Lays down in `folder`, emptied first, what a power cut now would leave. */
  cutInto(folder: string, fate: Fate, random: Random): void {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const names = this.#namesAfterCut(fate, random);
    for (const [path, entry] of names) {
      if (entry === FOLDER || !isReachable(names, path)) continue;
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeAfterCut(join(folder, path), entry.afterCut(fate, random));
    }
  }

  #open({ path, inode, isNew }: Extract<Event, { what: 'open' }>): void {
    const there = this.#live.get(path);
    const file = isNew || !there || there === FOLDER ? new Inode() : there;
    this.#byNumber.set(inode, file);
    if (file !== there) this.#name(path, [[path, file]]);
  }

  #inode(number: bigint): Inode {
    const found = this.#byNumber.get(number);
    if (!found) throw new Error('the recording names a file that was never opened');
    return found;
  }

  #name(path: string, naming: Naming): void {
    apply(this.#live, naming);
    const waiting = this.#waiting.get(folderOf(path)) ?? [];
    waiting.push(naming);
    this.#waiting.set(folderOf(path), waiting);
  }

  #flushFolder({ path, failed }: Extract<Event, { what: 'flush-folder' }>): void {
    // Names go through the file system's journal, which drops nothing in silence: they wait on for the next flush.
    if (failed) return;
    for (const naming of this.#waiting.get(path) ?? []) apply(this.#durable, naming);
    this.#waiting.delete(path);
  }

  #namesAfterCut(fate: Fate, random: Random): Map<string, Entry> {
    const names = new Map(this.#durable);
    if (fate === 'hilang') return names;
    for (const waiting of this.#waiting.values()) {
      const kept = Math.floor(random() * (waiting.length + 1));
      for (const [at, naming] of waiting.entries())
        if (fate === 'awal' ? at < kept : random() < 0.5) apply(names, naming);
    }
    return names;
  }
}

const apply = (names: Map<string, Entry>, naming: Naming): void => {
  for (const [path, entry] of naming)
    if (entry === null) names.delete(path);
    else names.set(path, entry);
};

const writeAfterCut = (path: string, { durable, kept }: ReturnType<Inode['afterCut']>): void => {
  const file = openSync(path, 'w');
  try {
    writeSync(file, durable);
    for (const change of kept)
      if ('bytes' in change) writeSync(file, change.bytes, 0, change.bytes.length, change.at);
      else ftruncateSync(file, 'size' in change ? change.size : Math.max(fstatSync(file).size, change.grown));
  } finally {
    closeSync(file);
  }
};

/** A name in a folder whose own name is gone leads nowhere. */
const isReachable = (names: ReadonlyMap<string, Entry>, path: string): boolean => {
  for (let above = folderOf(path); above !== ''; above = folderOf(above))
    if (names.get(above) !== FOLDER) return false;
  return true;
};
