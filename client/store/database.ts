import { Dexie, type Table } from 'dexie';
import type {
  Draft,
  GiveRow,
  JournalRow,
  LihatRow,
  Meta,
  MetaKey,
  PhotoRow,
  RancanganSkp,
  RecordRow,
  RiwayatRow,
  TitipanKeluar,
  TitipanMasuk,
} from './rows.ts';
import { forgetTyped } from './typing.ts';

export * from './rows.ts';

/*
 * One database per account. Schema changes are additive, and no upgrade ever touches the body of a journal row.
 *
 *   journal     what the person did, append-only; the queue that people see is a view of it
 *   records     the server's version (`confirmed`) and what the screen shows (`visible`, own commands folded in)
 *   drafts      autosave, never sent
 *   rancangan   an SKP while it is being written, never sent
 *   give        sealed records that the server has lost and is to have back
 *   given       those that it had again: a second loss, before every copy has them, wants them named once more
 *   lihat       which entries of others a penilai opened, by day, until the server knows
 *   riwayat     the histories last loaded from the server, to be read without a network
 *   titipan     parts of exports that were handed out, and colleagues' files that this phone carries
 *   photos      facts of a photo; its bytes lie in `bytes`, its small picture in `thumbs`, so that lists never load them
 */

export type AccountDatabase = Dexie & {
  readonly meta: Table<{ key: MetaKey; value: unknown }, MetaKey>;
  readonly journal: Table<JournalRow, string>;
  readonly records: Table<RecordRow, string>;
  readonly drafts: Table<Draft, string>;
  readonly rancangan: Table<RancanganSkp, string>;
  readonly lihat: Table<LihatRow, [string, string]>;
  readonly riwayat: Table<RiwayatRow, string>;
  readonly photos: Table<PhotoRow, string>;
  readonly bytes: Table<{ sha: string; bytes: ArrayBuffer }, string>;
  readonly thumbs: Table<{ sha: string; bytes: ArrayBuffer; mime: string }, string>;
  readonly give: Table<GiveRow, string>;
  readonly given: Table<GiveRow, string>;
  readonly titipan: Table<TitipanKeluar | TitipanMasuk, string>;
};

/** Where databases lie: the browser's own place, or one that is handed in (a phone of a test). */
export type Shelf = { readonly indexedDB?: IDBFactory; readonly IDBKeyRange?: typeof IDBKeyRange };

/** A person's data on this phone. */
export type AccountStore = { readonly db: AccountDatabase; readonly accountId: string };

/** Name of an account's database. */
export const databaseName = (accountId: string): string => `kinerja-${accountId}`;

/** Opens (and on first use makes) an account's database. Strict durability: "tersimpan" is said once it is on disk. */
export const openAccountStore = async (accountId: string, shelf: Shelf = {}): Promise<AccountStore> => {
  const db = new Dexie(databaseName(accountId), {
    chromeTransactionDurability: 'strict',
    // Its memory of live queries gives limited ones ("the last draft") back with rows that are deleted.
    cache: 'disabled',
    ...shelf,
  }) as AccountDatabase;
  db.version(1).stores({
    meta: '&key',
    journal: '&id, status, target, [device+number]',
    records: '&id, [kind+owner+tanggal], [kind+tanggal], [kind+tahap], [shard+kind], kind, lokal',
    drafts: '&id, updatedAt',
    photos: '&sha, status',
    bytes: '&sha',
    thumbs: '&sha',
  });
  db.version(2).stores({
    give: '&id, shard',
    lihat: '[record+hari], kirim',
    riwayat: '&id',
    titipan: '&id, jenis',
    journal: '&id, status, target, [device+number], carried',
    photos: '&sha, status, carried',
  });
  db.version(3)
    .stores({ given: '&id, shard' })
    .upgrade((tx) =>
      tx
        .table<JournalRow & { lostN?: number }>('journal')
        .filter(({ lostN }) => lostN !== undefined)
        .modify((row) => {
          Object.assign(row, { lost: [['', row.lostN]] });
          delete row.lostN;
        }),
    );
  db.version(4).stores({ rancangan: '&id' });
  db.on('versionchange', ({ newVersion }) => {
    if (newVersion) for (const tell of listeners) tell();
    else letGo(db);
  });
  await db.open();
  return { db, accountId };
};

const deleted = new WeakSet<AccountDatabase>();

/**
 * Another page has taken the account off this phone: Dexie would open, and so make, the database again for what is still
 * under way here. After its own listener, which leaves the way back open.
 */
const letGo = (db: AccountDatabase): void => {
  deleted.add(db);
  queueMicrotask(() => db.close());
};

const listeners = new Set<() => void>();

/** Calls `tell` when a newer version of the app, in another tab, has changed the database: this page must be loaded again. */
export const onOutdated = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

/** WebKit ends the process that holds IndexedDB while the app is in the background (Dexie#2296). */
const isConnectionLost = (error: unknown): boolean => {
  const seen = error as { name?: string; message?: string; inner?: { message?: string } } | null;
  return (
    seen?.name === 'DatabaseClosedError' ||
    /connection to indexed ?db|connection to indexed database|internal error opening/i.test(
      `${seen?.message ?? ''} ${seen?.inner?.message ?? ''}`,
    )
  );
};

/** Does database work, and once more on a fresh connection where the browser had lost the old one. */
export const withReopen = async <T>(db: AccountDatabase, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!isConnectionLost(error) || deleted.has(db)) throw error;
    db.close({ disableAutoOpen: false });
    await db.open();
    return work();
  }
};

/**
 * Several reads as one: the same moment for all of them, and one transaction where each would open its own.
 */
export const readTogether = <T>({ db }: AccountStore, work: () => Promise<T>): Promise<T> =>
  db.transaction('r', [db.meta, db.journal, db.records, db.drafts, db.photos], work);

/** One value of {@link Meta}; undefined before it was ever set. */
export const getMeta = async <K extends MetaKey>(db: AccountDatabase, key: K): Promise<Meta[K] | undefined> =>
  (await db.meta.get(key))?.value as Meta[K] | undefined;

/** Several values of {@link Meta}, in one piece. */
export const getMetas = async <K extends MetaKey>(
  db: AccountDatabase,
  keys: readonly K[],
): Promise<{ readonly [Key in K]?: Meta[Key] | undefined }> => {
  const rows = await db.meta.bulkGet([...keys]);
  return Object.fromEntries(keys.map((key, i) => [key, rows[i]?.value])) as { [Key in K]?: Meta[Key] };
};

/** Sets one value of {@link Meta}. */
export const setMeta = async <K extends MetaKey>(
  db: AccountDatabase,
  key: K,
  value: Meta[K],
): Promise<void> => {
  await db.meta.put({ key, value });
};

/** Removes an account's database from this phone. */
export const deleteAccountStore = async ({ db, accountId }: AccountStore): Promise<void> => {
  await db.delete();
  forgetTyped(accountId);
};

/** Removes a database by its account, whether it is open here or not. */
export const deleteDatabase = (accountId: string): Promise<void> => {
  forgetTyped(accountId);
  return Dexie.delete(databaseName(accountId));
};
