import { createHash } from 'node:crypto';
import { Shard } from '../../shared/protocol/index.ts';
import type { PhotoFiles } from '../files/index.ts';
import type { Audited, AuditedTables, Store, StoredPhoto } from '../store/index.ts';
import { auditedPages, evidenceOf } from './evidence.ts';
import { createInspector, type LedgerFault } from './inspect.ts';
import { compareWithLedger } from './rebuild.ts';
import { isCommitted } from './verify.ts';

/** What an audit looks at, and whom it tells how far it has come (rows read, and which table). */
export type AuditParts = {
  readonly store: Pick<Store, 'read'>;
  /** Where the photos lie; null leaves their files out. */
  readonly files: PhotoFiles | null;
  readonly onProgress: (rows: number, table: string) => void;
};

/** How an audit ended; `unsigned` counts lines that no device signed. */
export type Audit = {
  readonly faults: readonly LedgerFault[];
  readonly lines: number;
  readonly unsigned: number;
  readonly photos: number;
};

const TABLES = ['commands', 'envelopes', 'records', 'devices', 'shards', 'views', 'photos'] as const;

/** What of the ledger's own tables one pass over the rows collects. */
type Seen = {
  readonly shards: Set<string>;
  readonly envelopes: Map<string, Audited<unknown>>;
  photos: number;
};

const isRefusal = (row: Audited<unknown>): row is Audited<AuditedTables['commands']> =>
  row.n === null && row.value !== null;

/**
 * Looks at everything that the ledger and what hangs on it is made of, and names every fault with its place: the file
 * itself, rows behind the store's back, chains and commitments, device signatures, records against the ledger, photos.
 */
export const auditLedger = async ({ store, files, onProgress }: AuditParts): Promise<Audit> => {
  const faults: LedgerFault[] = [];
  const tell = (fault: LedgerFault): void => void faults.push(fault);
  const seen: Seen = { shards: new Set(), envelopes: new Map(), photos: 0 };
  for (const id of await store.read((tx) => tx.integrity()))
    tell({ table: 'berkas', shard: '', n: null, id, what: 'berkas' });
  let rows = 0;
  for (const table of TABLES)
    for await (const page of auditedPages(store, table)) {
      for (const row of page) await lookAt({ table, row, seen, files, tell });
      rows += page.length;
      onProgress(rows, table);
    }
  const inspector = createInspector(tell);
  let proofs = 0;
  for await (const evidence of evidenceOf(store, [...seen.shards].sort())) {
    if (evidence.kind === 'amplop')
      seen.envelopes.delete(`${evidence.envelope.shard} ${evidence.envelope.id}`);
    await inspector.take(evidence);
    proofs += 1;
    onProgress(proofs, 'chain');
  }
  inspector.end();
  for (const { shard, id } of seen.envelopes.values())
    tell({ table: 'envelopes', shard, n: null, id, what: 'yatim' });
  for (const shard of seen.shards) {
    for (const { what, ...place } of await compareWithLedger(store, shard))
      tell({ table: what === 'putusan' ? 'commands' : 'records', ...place, what });
    onProgress(proofs, 'fold');
  }
  return { faults, ...inspector.counts(), photos: seen.photos };
};

type Look = {
  readonly table: (typeof TABLES)[number];
  readonly row: Audited<unknown>;
  readonly seen: Seen;
  readonly files: PhotoFiles | null;
  readonly tell: (fault: LedgerFault) => void;
};

const IN_SHARD: ReadonlySet<string> = new Set(['commands', 'records', 'shards', 'envelopes']);

/** A school's name that is none would be asked for in vain, so the row is named here. */
const isPlaced = (table: string, shard: string): boolean =>
  !IN_SHARD.has(table) || Shard.safeParse(shard).success;

const lookAt = async ({ table, row, seen, files, tell }: Look): Promise<void> => {
  const { shard, n, id, value } = row;
  if (!row.isAsWritten || !isPlaced(table, shard)) tell({ table, shard, n, id, what: 'bentuk' });
  if (IN_SHARD.has(table)) seen.shards.add(shard);
  if (table === 'envelopes') seen.envelopes.set(`${shard} ${id}`, row);
  if (table === 'commands' && isRefusal(row) && row.value && !isCommitted(row.value))
    tell({ table, shard, n, id, what: 'janji' });
  if (table !== 'photos' || !files || value === null) return;
  const what = await photoFault(value as StoredPhoto, files);
  seen.photos += 1;
  if (what) tell({ table, shard, n, id, what });
};

const photoFault = async (
  { owner, sha, size, state }: StoredPhoto,
  files: PhotoFiles,
): Promise<'hilang' | 'sidik' | null> => {
  if (state !== 'utuh') return null;
  const bytes = await files.read(owner, sha);
  if (!bytes) return 'hilang';
  const isSame = createHash('sha256').update(bytes).digest('hex') === sha && bytes.length === size;
  return isSame ? null : 'sidik';
};
