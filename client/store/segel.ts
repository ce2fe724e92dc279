import { type DBCore, type DBCoreCursor, type DBCoreTable, type DBCoreTransaction, Dexie } from 'dexie';
import { carriedKind } from '../../shared/protocol/index.ts';
import type { AccountDatabase, AccountStore } from './database.ts';

/*
 * The app lock's seal on rows, below everything else that Dexie does: queries, hooks and live queries see the rows as they
 * are, and only what reaches the disk is sealed.
 *
 *   { id, tanggal, …, visible, confirmed }  ─▶  { id, tanggal, …, _tutup: nonce ‖ AES-256-GCM(the rest) }
 *
 * What queries look for stays readable (docs/decisions/0012). A row that is not sealed is read as it is, so that sealing
 * and unsealing may stop at any row and go on later.
 */

/** Fields that stay readable, table by table; tables without a line here hold no text of anybody. */
const TERBUKA: Readonly<Record<string, readonly string[]>> = {
  meta: ['key'],
  journal: ['id', 'device', 'number', 'target', 'status', 'carried'],
  records: ['id', 'shard', 'kind', 'owner', 'tanggal', 'tahap', 'hapus', 'lokal'],
  drafts: ['id', 'updatedAt'],
  rancangan: ['id'],
  riwayat: ['id'],
  give: ['id', 'shard'],
  given: ['id', 'shard'],
  bytes: ['sha'],
  thumbs: ['sha', 'mime'],
};

/**
 * Of `meta` only what the person wrote, and what she saw of schools: the rest is keys, positions and counters, which
 * sending needs while locked.
 */
const META = new Set(['angkaKredit', 'ambilan', 'wilayah']);
/** Tables whose sealed part is one buffer. */
const BINER = new Set(['bytes', 'thumbs']);
const TUTUP = '_tutup';
const NONCE = 12;

type Row = Readonly<Record<string, unknown>>;
type Bytes = Uint8Array<ArrayBuffer>;

/** The seal of an unlocked account. The key cannot be read by any script, and lives as long as the page. */
export type Segel = {
  readonly kunci: CryptoKey;
  /** False while the lock is being taken off: rows are then written as they are. */
  menutup: boolean;
};

const encoder = new TextEncoder();

/** Seals bytes to what they are about: the nonce, then AES-256-GCM. */
export const sealBytes = async (kunci: CryptoKey, bytes: Bytes, about: string): Promise<ArrayBuffer> => {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(about) };
  const sealed = await crypto.subtle.encrypt(algorithm, kunci, bytes);
  const whole = new Uint8Array(NONCE + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), NONCE);
  return whole.buffer;
};

/** Opens what {@link sealBytes} sealed; rejects where the key, the place or a single bit is another. */
export const openBytes = (kunci: CryptoKey, sealed: ArrayBuffer, about: string): Promise<ArrayBuffer> => {
  const iv = new Uint8Array(sealed, 0, NONCE);
  const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(about) };
  return crypto.subtle.decrypt(algorithm, kunci, new Uint8Array(sealed, NONCE));
};

const isSealed = (row: unknown): row is Row => typeof row === 'object' && row !== null && TUTUP in row;

/** A file that is carried for a colleague, or a receipt, is sealed to somebody else and must be sent while locked. */
const isCarried = ({ bytes }: Row): boolean => carriedKind(new Uint8Array(bytes as ArrayBuffer)) !== null;

/** A school's own settings say nothing of anybody, and a reminder needs its work days, also while locked. */
const isSchool = ({ kind }: Row): boolean => kind === 'satker';

const staysOpen = (table: string, row: Row): boolean =>
  (table === 'meta' && !META.has(String(row['key']))) ||
  (table === 'bytes' && isCarried(row)) ||
  (table === 'records' && isSchool(row));

const placeOf = (table: string, row: Row): string => `1 ${table} ${String(row[TERBUKA[table]?.[0] ?? ''])}`;

const sealRow = async ({ kunci }: Segel, table: string, row: Row): Promise<Row> => {
  if (staysOpen(table, row)) return row;
  const open = TERBUKA[table] ?? [];
  const fields = Object.entries(row);
  const rest = Object.fromEntries(fields.filter(([name]) => !open.includes(name)));
  const isi = BINER.has(table)
    ? new Uint8Array(rest['bytes'] as ArrayBuffer)
    : encoder.encode(JSON.stringify(rest));
  return {
    ...Object.fromEntries(fields.filter(([name]) => open.includes(name))),
    [TUTUP]: await sealBytes(kunci, isi, placeOf(table, row)),
  };
};

const openRow = async ({ kunci }: Segel, table: string, row: unknown): Promise<unknown> => {
  if (!isSealed(row)) return row;
  const { [TUTUP]: sealed, ...open } = row;
  const isi = await openBytes(kunci, sealed as ArrayBuffer, placeOf(table, row));
  return BINER.has(table)
    ? { ...open, bytes: isi }
    : { ...open, ...(JSON.parse(new TextDecoder().decode(isi)) as Row) };
};

/** A transaction while WebCrypto works for it: how many works there are, and what those that ended wait to say. */
type Wait = { pending: number; over: boolean; readonly ended: (() => void)[] };
const waits = new WeakMap<IDBTransaction, Wait>();

/** Asks for nothing, again and again, and lets what has ended go on from within the answer. */
const askOn = (trans: IDBTransaction, wait: Wait): void => {
  for (const goOn of wait.ended.splice(0)) {
    wait.pending -= 1;
    goOn();
  }
  if (wait.pending === 0) {
    waits.delete(trans);
    return;
  }
  try {
    const request = trans.objectStore(trans.objectStoreNames[0] ?? '').get(Number.NEGATIVE_INFINITY);
    request.onsuccess = () => askOn(trans, wait);
    request.onerror = () => giveUp(trans, wait);
  } catch {
    giveUp(trans, wait);
  }
};

/** The transaction is over; who waits is told so by what he asks next. */
const giveUp = (trans: IDBTransaction, wait: Wait): void => {
  waits.delete(trans);
  wait.over = true;
  for (const goOn of wait.ended.splice(0)) goOn();
};

/**
 * IndexedDB ends a transaction that is asked nothing: this keeps it open while WebCrypto works. Not `Dexie.waitFor`, which
 * knows one work at a time: where several lists are read together, one that is opened early takes the answer of one that is
 * still being opened along, and that list never comes.
 */
const hold = <T>(trans: DBCoreTransaction, work: Promise<T>): Promise<T> => {
  const inside = trans as IDBTransaction;
  const known = waits.get(inside);
  const wait = known ?? { pending: 0, over: false, ended: [] };
  wait.pending += 1;
  if (!known) {
    waits.set(inside, wait);
    askOn(inside, wait);
  }
  const end = (goOn: () => void): unknown => (wait.over ? goOn() : wait.ended.push(goOn));
  return new Dexie.Promise<T>((resolve, reject) => {
    work.then(
      (value) => end(() => resolve(value)),
      (error: unknown) => end(() => reject(error)),
    );
  }) as unknown as Promise<T>;
};

const openCursor = (
  trans: DBCoreTransaction,
  cursor: DBCoreCursor,
  open: (row: unknown) => Promise<unknown>,
): DBCoreCursor => {
  let value: unknown;
  const start = (onNext: () => void): Promise<unknown> =>
    cursor.start(() => {
      value = cursor.value as unknown;
      if (!isSealed(value)) return onNext();
      hold(trans, open(value)).then((opened) => {
        value = opened;
        onNext();
      }, cursor.fail);
    });
  // A browser's cursor answers only to itself, so what it has by nature is asked of it by name.
  return Object.create(cursor, {
    start: { value: start },
    value: { get: () => value },
    key: { get: () => cursor.key as unknown },
    primaryKey: { get: () => cursor.primaryKey as unknown },
  }) as DBCoreCursor;
};

const sealedTable = (table: DBCoreTable, segel: Segel): DBCoreTable => {
  const open = (row: unknown): Promise<unknown> => openRow(segel, table.name, row);
  const openAll = <T>(
    trans: DBCoreTransaction,
    rows: unknown[],
    as: (opened: unknown[]) => T,
  ): Promise<T> | T => (rows.some(isSealed) ? hold(trans, Promise.all(rows.map(open))).then(as) : as(rows));
  return {
    ...table,
    get: (request) =>
      table.get(request).then((row: unknown) => (isSealed(row) ? hold(request.trans, open(row)) : row)),
    getMany: (request) =>
      table.getMany(request).then((rows) => openAll(request.trans, rows, (opened) => opened)),
    query: (request) =>
      table
        .query(request)
        .then((answer) =>
          request.values ? openAll(request.trans, answer.result, (result) => ({ result })) : answer,
        ),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) => (cursor && request.values ? openCursor(request.trans, cursor, open) : cursor)),
    mutate: (request) =>
      segel.menutup && (request.type === 'put' || request.type === 'add')
        ? hold(
            request.trans,
            Promise.all(request.values.map((row: Row) => sealRow(segel, table.name, row))),
          ).then((values) => table.mutate({ ...request, values }))
        : table.mutate(request),
  };
};

const middleware = (segel: Segel) => ({
  stack: 'dbcore' as const,
  name: 'segel',
  // Below Dexie's own cache of what a transaction has read (-1): nothing above ever meets a sealed row.
  level: -2,
  create: (down: DBCore): DBCore => ({
    ...down,
    table: (name: string) => (name in TERBUKA ? sealedTable(down.table(name), segel) : down.table(name)),
  }),
});

/** Puts the seal under an account's database, which is opened anew for it. */
export const pasangSegel = async ({ db }: AccountStore, segel: Segel): Promise<void> => {
  db.close({ disableAutoOpen: false });
  db.use(middleware(segel));
  await db.open();
};

/** How far sealing or unsealing has come, in rows. */
export type Kemajuan = { readonly selesai: number; readonly dari: number };

const MANY = 100;
const FEW = 8;

const rewrite = (db: AccountDatabase, name: string, keys: readonly unknown[]): Promise<void> =>
  db.transaction('rw', db.table(name), async () => {
    const rows = (await db.table(name).bulkGet(keys as string[])) as unknown[];
    await db.table(name).bulkPut(rows.filter((row) => row !== undefined));
  });

/**
 * Writes every row once more, as the seal now writes them. Each handful is one transaction, and a row reads the same
 * before and after: whatever ends it half-way, it is simply done again.
 */
export const tulisUlang = async (
  { db }: AccountStore,
  tell: (kemajuan: Kemajuan) => void = () => undefined,
): Promise<void> => {
  const names = Object.keys(TERBUKA);
  const keys = await Promise.all(names.map((name) => db.table(name).toCollection().primaryKeys()));
  const dari = keys.reduce((sum, { length }) => sum + length, 0);
  let selesai = 0;
  for (const [i, name] of names.entries()) {
    const size = BINER.has(name) ? FEW : MANY;
    for (let from = 0; from < (keys[i]?.length ?? 0); from += size) {
      const some = keys[i]?.slice(from, from + size) ?? [];
      await rewrite(db, name, some);
      selesai += some.length;
      tell({ selesai, dari });
    }
  }
};
