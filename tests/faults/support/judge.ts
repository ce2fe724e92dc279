import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createPhotoDirectory } from '../../../server/files/index.ts';
import { verifyLedger } from '../../../server/ledger/index.ts';
import { readPepper } from '../../../server/operations/pepper.ts';
import { openSqliteStore } from '../../../server/store/index.ts';

/** What a data folder must hold. */
export type Owed = {
  /** Acknowledged commands with the numbers of their lines. */
  readonly lines: ReadonlyMap<string, number>;
  /** Acknowledged photos, as owner/sha. */
  readonly photos: ReadonlySet<string>;
  /** Requests, each there whole or not at all. */
  readonly batches: readonly (readonly string[])[];
};

/** What can be wrong with a data folder after a crash; the names of the figures in docs/reliability.md. */
export type Fault = {
  readonly kind:
    | 'unopenable'
    | 'integrity'
    | 'chain'
    | 'lost'
    | 'moved'
    | 'doubled'
    | 'half-batch'
    | 'photo'
    | 'secret';
  readonly detail: string;
};

type Line = { readonly id: string; readonly n: number; readonly uraian: string };

const LINES = `SELECT device || '.' || number || '.' || hash AS id, n, json_extract(body, '$.uraian') AS uraian
  FROM commands WHERE kind LIKE 'entri.%' AND verdict = 'ok'`;
const RECORDS = "SELECT json_extract(content, '$.uraian') AS uraian FROM records WHERE kind = 'entri'";

const twice = (texts: readonly string[]): string[] => {
  const seen = new Set<string>();
  return texts.filter((text) => seen.has(text) || !seen.add(text));
};

const faultsOfLines = (lines: readonly Line[], { lines: owed, batches }: Owed): Fault[] => {
  const found: Fault[] = [];
  const standing = new Map(lines.map(({ id, n }) => [id, n]));
  for (const [id, n] of owed) {
    if (!standing.has(id)) found.push({ kind: 'lost', detail: id });
    else if (standing.get(id) !== n) found.push({ kind: 'moved', detail: id });
  }
  for (const batch of batches) {
    const there = batch.filter((id) => standing.has(id)).length;
    if (there !== 0 && there !== batch.length)
      found.push({ kind: 'half-batch', detail: `${there} of ${batch.length}` });
  }
  for (const detail of twice(lines.map(({ uraian }) => uraian))) found.push({ kind: 'doubled', detail });
  return found;
};

const faultsOfPhotos = async (database: Database.Database, folder: string, owed: Owed): Promise<Fault[]> => {
  const rows = database.prepare("SELECT owner, sha FROM photos WHERE state = 'utuh'").all() as {
    owner: string;
    sha: string;
  }[];
  const files = createPhotoDirectory(join(folder, 'foto'));
  const found: Fault[] = [];
  for (const { owner, sha } of rows) {
    const bytes = await files.read(owner, sha);
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha)
      found.push({ kind: 'photo', detail: `${sha} ${bytes ? 'has other bytes' : 'has no file'}` });
  }
  const whole = new Set(rows.map(({ owner, sha }) => `${owner}/${sha}`));
  for (const photo of owed.photos)
    if (!whole.has(photo)) found.push({ kind: 'lost', detail: `photo ${photo}` });
  return found;
};

const faultsOfDatabase = async (folder: string, owed: Owed): Promise<Fault[]> => {
  const database = new Database(join(folder, 'kinerja.db'), { readonly: true });
  try {
    const sound = database.pragma('integrity_check', { simple: true });
    const found: Fault[] = sound === 'ok' ? [] : [{ kind: 'integrity', detail: String(sound) }];
    found.push(...faultsOfLines(database.prepare(LINES).all() as Line[], owed));
    const records = database.prepare(RECORDS).all() as { uraian: string }[];
    for (const detail of twice(records.map(({ uraian }) => uraian))) found.push({ kind: 'doubled', detail });
    found.push(...(await faultsOfPhotos(database, folder, owed)));
    return found;
  } finally {
    database.close();
  }
};

const said = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Opens a data folder as a start does and names everything that is not as it was promised. */
export const faultsIn = async (folder: string, owed: Owed): Promise<Fault[]> => {
  let store: Awaited<ReturnType<typeof openSqliteStore>>;
  try {
    store = await openSqliteStore(join(folder, 'kinerja.db'));
  } catch (cause) {
    return [{ kind: 'unopenable', detail: said(cause) }];
  }
  try {
    const found = await faultsOfDatabase(folder, owed);
    const chain = await verifyLedger(store);
    return chain.ok ? found : [...found, { kind: 'chain', detail: JSON.stringify(chain) }];
  } catch (cause) {
    return [{ kind: 'integrity', detail: said(cause) }];
  } finally {
    await store.close().catch(() => undefined);
  }
};

/** True where the last stop left its mark. */
export const isCleanlyStopped = (folder: string): boolean => existsSync(join(folder, 'kinerja.db.bersih'));

const accountsIn = (folder: string): number => {
  const database = new Database(join(folder, 'kinerja.db'), { readonly: true });
  try {
    return database.prepare('SELECT id FROM accounts').all().length;
  } finally {
    database.close();
  }
};

/** As {@link faultsIn}, and that nobody has an account without the secret that every password needs. */
export const faultsAfterFirstStart = async (folder: string, owed: Owed): Promise<Fault[]> => {
  // The people of the demo school do say the same thing twice.
  const found = (await faultsIn(folder, owed)).filter(({ kind }) => kind !== 'doubled');
  if (found.length > 0 || accountsIn(folder) === 0 || readPepper(folder)) return found;
  return [{ kind: 'secret', detail: 'accounts, and no secret' }];
};
