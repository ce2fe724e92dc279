import { createHash } from 'node:crypto';
import type { Store } from '../store/index.ts';
import { evidenceOf } from './evidence.ts';
import { fromRow, toRow } from './export-format.ts';
import { createInspector, type LedgerFault } from './inspect.ts';

const FORMAT = { t: 'berkas', format: 'kinerja-ledger', v: 1 } as const;

/** The whole ledger as lines of newline-delimited JSON; the last one holds the SHA-256 of all before it. */
export async function* exportLedger(store: Store, now: number): AsyncGenerator<string> {
  const sum = createHash('sha256');
  const written = (json: unknown): string => {
    const line = `${JSON.stringify(json)}\n`;
    sum.update(line);
    return line;
  };
  const shards = await store.read((tx) => tx.shards());
  yield written({ ...FORMAT, at: now, shards });
  let rows = 0;
  for await (const evidence of evidenceOf(store, shards)) {
    const row = toRow(evidence);
    if (!row) continue;
    rows += 1;
    yield written(row);
  }
  yield `${JSON.stringify({ t: 'akhir', rows, sha256: sum.digest('base64url') })}\n`;
}

/** What came of checking a file: its faults, and how many lines of the ledger it holds. */
export type FileAudit = {
  readonly faults: readonly LedgerFault[];
  readonly lines: number;
  readonly unsigned: number;
};

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

type Last = { readonly t?: unknown; readonly rows?: unknown; readonly sha256?: unknown };

/**
 * Checks an exported ledger with no database at hand: every line of the file can be read, none is missing at its end,
 * chains, commitments and device signatures hold. `id` of a fault of the file itself is the file's line number.
 */
export const auditFile = async (
  lines: AsyncIterable<string>,
  onProgress: (rows: number) => void,
): Promise<FileAudit> => {
  const faults: LedgerFault[] = [];
  const fileFault = (line: number): void =>
    void faults.push({ table: 'berkas', shard: '', n: null, id: String(line), what: 'berkas' });
  const inspector = createInspector((fault) => void faults.push(fault));
  const sum = createHash('sha256');
  let at = 0;
  let last: Last | null = null;
  for await (const line of lines) {
    at += 1;
    const json = parse(line);
    if (last) fileFault(at);
    last = (json as Last | null)?.t === 'akhir' ? (json as Last) : null;
    if (last) continue;
    sum.update(`${line}\n`);
    if (at === 1) {
      const { t, format, v } = (json ?? {}) as Partial<typeof FORMAT>;
      if (t !== FORMAT.t || format !== FORMAT.format || v !== FORMAT.v) fileFault(at);
      continue;
    }
    const evidence = fromRow(json);
    if (evidence) await inspector.take(evidence);
    else fileFault(at);
    onProgress(at);
  }
  inspector.end();
  if (last?.rows !== at - 2 || last?.sha256 !== sum.digest('base64url')) fileFault(at);
  return { faults, ...inspector.counts() };
};
