import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { createPhotoDirectory } from '../../../server/files/index.ts';
import {
  openPostgresStore,
  openSqliteCopy,
  openSqliteStore,
  type ReadTx,
  type Store,
} from '../../../server/store/index.ts';
import { canonicalJson, commandId } from '../../../shared/protocol/index.ts';
import type { AnyRecord } from '../../../shared/records/index.ts';

/** Everything that a server holds, as far as people would miss it. */
export type State = {
  readonly shard: string;
  /** Last line of the ledger. */
  readonly last: number;
  readonly records: ReadonlyMap<string, AnyRecord>;
  /** Every command that the ledger has taken, by id: its lines (one, unless something is wrong). */
  readonly commands: ReadonlyMap<string, readonly number[]>;
  /** Photos that are there whole, `owner sha`, with the SHA-256 of the bytes as they lie on the disk. */
  readonly photos: ReadonlyMap<string, string>;
};

type CommandRow = {
  readonly device: string;
  readonly number: number;
  readonly hash: string;
  readonly n: number;
};

/** Commands in the ledger, and those that a returned record has named: each is known once, here or there. */
const KNOWN = `
  SELECT device, number, hash, n FROM commands WHERE n IS NOT NULL AND kind <> 'pulih.rekam'
  UNION ALL SELECT device, number, hash, n FROM skeletons`;

/** Where a service keeps its data. */
export type Kept = { readonly dataDir: string; readonly database?: string | undefined };

const fileOf = ({ dataDir }: Kept): string => join(dataDir, 'kinerja.db');

/** The data of a service that has been stopped. */
export const storeOf = (kept: Kept): Promise<Store> =>
  kept.database ? openPostgresStore(kept.database, { connections: 2 }) : openSqliteStore(fileOf(kept));

const knownIn = async (kept: Kept): Promise<CommandRow[]> => {
  if (kept.database) {
    const client = new pg.Client({ connectionString: kept.database });
    await client.connect();
    const { rows } = await client.query<CommandRow>(KNOWN);
    await client.end();
    return rows.map((row) => ({ ...row, number: Number(row.number), n: Number(row.n) }));
  }
  const database = new Database(fileOf(kept), { readonly: true });
  const rows = database.prepare(KNOWN).all() as CommandRow[];
  database.close();
  return rows;
};

const commandsIn = async (kept: Kept): Promise<Map<string, number[]>> => {
  const found = new Map<string, number[]>();
  for (const { device, number, hash, n } of await knownIn(kept)) {
    const id = commandId(device, number, hash);
    found.set(id, [...(found.get(id) ?? []), n]);
  }
  return found;
};

/** Those of every shard: a head's phone holds some of his own from the wilayah above the school. */
const recordsIn = async (tx: ReadTx, shards: readonly string[]): Promise<Map<string, AnyRecord>> => {
  const found = new Map<string, AnyRecord>();
  for (const shard of shards)
    for (const { record } of await tx.changedRecords({ shard, afterN: 0, owners: null, limit: 1_000_000 }))
      found.set(record.id, record);
  return found;
};

const photosIn = async (tx: ReadTx, dataDir: string): Promise<Map<string, string>> => {
  const files = createPhotoDirectory(join(dataDir, 'foto'));
  const found = new Map<string, string>();
  for (const { owner, sha } of await tx.wholePhotos(null, 1_000_000)) {
    const bytes = await files.read(owner, sha);
    found.set(`${owner} ${sha}`, bytes ? createHash('sha256').update(bytes).digest('hex') : 'missing');
  }
  return found;
};

/** Reads the school of a service and the wilayah above it, while it runs too. */
export const stateOf = async (kept: Kept): Promise<State> => {
  const copy = kept.database ? await storeOf(kept) : openSqliteCopy(fileOf(kept));
  try {
    return await copy.read(async (tx) => {
      const shards = await tx.shards();
      const [shard = ''] = shards;
      const { n: last } = await tx.chainHead(shard);
      const [records, photos] = [await recordsIn(tx, shards), await photosIn(tx, kept.dataDir)];
      return { shard, last, records, commands: await commandsIn(kept), photos };
    });
  } finally {
    await copy.close();
  }
};

/** Last line of the ledger in a copy, by its manifest. */
export const lastLineIn = (place: string, id: string, shard: string): number => {
  const manifest = JSON.parse(readFileSync(join(place, `kinerja-${id}.json`), 'utf8')) as {
    positions: Record<string, { n: number }>;
  };
  return manifest.positions[shard]?.n ?? 0;
};

/** What is not as it was; empty lists all through where nothing is lost and nothing doubled. */
export type Difference = {
  readonly lostCommands: readonly string[];
  readonly doubledCommands: readonly string[];
  readonly strangeCommands: readonly string[];
  readonly lostRecords: readonly string[];
  readonly changedRecords: readonly string[];
  readonly strangeRecords: readonly string[];
  readonly lostPhotos: readonly string[];
  readonly damagedPhotos: readonly string[];
  /** Records that are the same but for the time when the server received a decision. */
  readonly movedTimes: readonly string[];
};

const withoutTime = ({ state, ...rest }: AnyRecord): string => {
  const { pada: _, ...stage } = state as { tahap: string; pada?: number };
  return canonicalJson({ ...rest, state: stage });
};

const changed = (before: State, after: State, same: (a: AnyRecord, b: AnyRecord) => boolean): string[] =>
  [...before.records].flatMap(([id, record]) => {
    const now = after.records.get(id);
    return now && !same(record, now) ? [id] : [];
  });

const missingIn = (some: Iterable<string>, all: { has: (id: string) => boolean }): string[] =>
  [...some].filter((id) => !all.has(id));

/** Compares two states; `fresh` are commands made since, which may be there. */
export const compare = (before: State, after: State, fresh: ReadonlySet<string> = new Set()): Difference => {
  const isSame = (a: AnyRecord, b: AnyRecord): boolean =>
    withoutTime(a) === withoutTime(b) || fresh.has(b.head);
  const isExact = (a: AnyRecord, b: AnyRecord): boolean =>
    !isSame(a, b) || canonicalJson(a) === canonicalJson(b);
  const isStrange = (id: string): boolean => !fresh.has(id);
  return {
    lostCommands: missingIn([...before.commands.keys(), ...fresh], after.commands),
    doubledCommands: [...after.commands].filter(([, lines]) => lines.length > 1).map(([id]) => id),
    strangeCommands: missingIn(after.commands.keys(), before.commands).filter(isStrange),
    lostRecords: missingIn(before.records.keys(), after.records),
    changedRecords: changed(before, after, isSame),
    strangeRecords: missingIn(after.records.keys(), before.records).filter(isStrange),
    lostPhotos: missingIn(before.photos.keys(), after.photos),
    damagedPhotos: [...after.photos].filter(([key, sha]) => !key.endsWith(sha)).map(([key]) => key),
    movedTimes: changed(before, after, (a, b) => isExact(a, b) || fresh.has(b.head)),
  };
};
