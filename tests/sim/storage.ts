import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openSqliteStore, type Store } from '../../server/store/index.ts';

/** Where a shard's chain stood when a copy was made. */
export type Positions = Readonly<Record<string, { readonly n: number; readonly h: string }>>;

/** A copy of a database: a file of SQLite, whatever keeps the original. */
export type Copied = { readonly bytes: Buffer; readonly positions: Positions };

/** Keeps the simulated server's databases. A place is where one of them lies. */
export type Storage = {
  readonly fresh: () => Promise<string>;
  readonly open: (place: string) => Promise<Store>;
  /** Called while its process dies, in the middle of whatever it does: where the next one begins. */
  readonly left: (place: string) => string;
  readonly copy: (place: string, store: Store) => Promise<Copied>;
  /** Puts a copy in a place of its own. */
  readonly lay: (bytes: Buffer) => Promise<string>;
};
/** Makes one in a folder that goes with the world. */
export type MakeStorage = (dir: string) => Storage;

/** Where the chains of a database file stand. */
export const positionsIn = (db: Database.Database): Positions => {
  const rows = db.prepare('SELECT id, n, hex(h) AS h FROM shards').all() as {
    id: string;
    n: number;
    h: string;
  }[];
  return Object.fromEntries(rows.map(({ id, n, h }) => [id, { n, h: h.toLowerCase() }]));
};

/** Files of SQLite. What was not committed by the death of a process is not in those that it leaves. */
export const sqliteStorage: MakeStorage = (dir) => {
  let files = 0;
  const next = (): string => {
    files += 1;
    const folder = join(dir, String(files));
    mkdirSync(folder, { recursive: true });
    return join(folder, 'kinerja.db');
  };
  return {
    fresh: async () => next(),
    open: openSqliteStore,
    left: (place) => {
      const image = next();
      for (const end of ['', '-wal'])
        if (existsSync(`${place}${end}`)) copyFileSync(`${place}${end}`, `${image}${end}`);
      return image;
    },
    copy: async (place) => {
      const db = new Database(place, { readonly: true });
      try {
        return { bytes: db.serialize(), positions: positionsIn(db) };
      } finally {
        db.close();
      }
    },
    lay: async (bytes) => {
      const place = next();
      writeFileSync(place, bytes);
      return place;
    },
  };
};

/** Reads a copy that was written to a file. */
export const copiedFrom = (path: string): Copied => {
  const db = new Database(path, { readonly: true });
  try {
    return { bytes: readFileSync(path), positions: positionsIn(db) };
  } finally {
    db.close();
  }
};
