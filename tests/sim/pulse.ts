import { Dexie } from 'dexie';
import type { JournalRow } from '../../client/store/index.ts';

/** What the dead process of a phone or a server throws at every further step. */
export class Killed extends Error {
  constructor() {
    super('killed by the simulation');
    this.name = 'Killed';
  }
}

/** One life of a process. `left` counts the awaits that it still has; at zero it dies, and nothing it does counts any more. */
export type Life = { left: number; dead: boolean };

/** A life that ends only when it is told how soon. */
export const aLife = (): Life => ({ left: Number.POSITIVE_INFINITY, dead: false });

/** One await of a process: the place where it can die. True where it died just now. */
export const beat = (life: Life): boolean => {
  if (life.dead) throw new Killed();
  life.left -= 1;
  if (life.left > 0) return false;
  life.dead = true;
  return true;
};

/** What one committed transaction did to an account's journal. */
export type JournalChange = {
  readonly database: string;
  readonly put: readonly JournalRow[];
  readonly gone: readonly string[];
};

/** Storage of a phone as the simulation sees it. */
export type Disk = {
  life: Life;
  /** Every write fails for lack of room. */
  full: boolean;
  readonly onJournal: (change: JournalChange) => void;
};

const disks = new WeakMap<IDBFactory, Disk>();

/** Puts a factory's databases under the simulation: each request is a place to die, each journal commit is seen. */
export const watchDisk = (factory: IDBFactory, disk: Disk): void => void disks.set(factory, disk);

type Pending = { put: JournalRow[]; gone: string[] };

/**
 * Whether a request was refused in this step, for lack of room or since the process died. Where the app goes on inside the
 * transaction, Dexie finds it committed; a browser would have aborted it: the work has failed either way.
 */
export const room = { refused: false };

const quota = (): Error => Object.assign(new Error('quota exceeded'), { name: 'QuotaExceededError' });

Dexie.addons.push((db) => {
  const { indexedDB } = (db as unknown as { _deps: { indexedDB: IDBFactory } })._deps;
  const disk = disks.get(indexedDB);
  if (!disk) return;
  // A connection belongs to the process that opened it, and dies with it.
  const { life } = disk;
  const pending = new WeakMap<object, Pending>();
  const changesOf = (trans: IDBTransaction): Pending => {
    const known = pending.get(trans);
    if (known) return known;
    const fresh: Pending = { put: [], gone: [] };
    pending.set(trans, fresh);
    trans.addEventListener('complete', () => disk.onJournal({ database: db.name, ...fresh }));
    return fresh;
  };
  const alive = <T>(work: () => PromiseLike<T>) => {
    if (!life.dead && !beat(life)) return work() as Promise<T>;
    room.refused = true;
    return Dexie.Promise.reject(new Killed()) as unknown as Promise<T>;
  };
  db.use({
    stack: 'dbcore',
    name: 'simulation',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          get: (request) => alive(() => table.get(request)),
          getMany: (request) => alive(() => table.getMany(request)),
          query: (request) => alive(() => table.query(request)),
          openCursor: (request) => alive(() => table.openCursor(request)),
          count: (request) => alive(() => table.count(request)),
          mutate: (request) =>
            alive(() => {
              if (disk.full && (request.type === 'put' || request.type === 'add')) {
                room.refused = true;
                return Dexie.Promise.reject(quota()) as unknown as ReturnType<typeof table.mutate>;
              }
              if (name === 'journal') {
                const changes = changesOf(request.trans as IDBTransaction);
                if (request.type === 'put' || request.type === 'add')
                  changes.put.push(...(request.values as JournalRow[]));
                if (request.type === 'delete') changes.gone.push(...(request.keys as string[]));
              }
              return table.mutate(request);
            }),
        };
      },
    }),
  });
});
