import {
  LIMITS,
  type Position,
  START,
  scopeName,
  toWireRecord,
  type View,
  type WireGrant,
  type WireRecord,
} from '../../shared/protocol/index.ts';
import type { HistoryEntry, ReadTx, StoredRecord } from '../store/index.ts';
import { wireHash } from './chain.ts';
import { type ForeseenLines, runOf } from './foreseen.ts';
import type { Made } from './gathered.ts';
import { type SealKeys, sealed, sealOf } from './seal.ts';

/** One page of changes: the records, the new position of each scope, and whether there is more at once. */
export type Page = {
  readonly chg: WireRecord[];
  readonly pos: Record<string, Position>;
  readonly more: boolean;
  /** Seals of the foreseen records that were left out, by shard and line. */
  readonly seals: Map<string, ReadonlyMap<number, string>>;
};

/** What is newer than `stable` goes under the seal: it may be lost here, and then comes back from a phone. */
export type Sealing = { readonly keys: SealKeys; readonly stable: Readonly<Record<string, number>> };

/** What is asked for; records of the lines in `foreseen` (by shard) are left out but for their seals: the phone has them. */
type Wanted = {
  readonly grants: readonly WireGrant[];
  readonly positions: Readonly<Record<string, Position>>;
  readonly sealing: Sealing;
  readonly foreseen?: ReadonlyMap<string, ForeseenLines>;
  /** Records that this request has just written: what is at hand need not be read back for its seal. */
  readonly made?: Made;
};

type Scope = {
  readonly shard: string;
  readonly view: View;
  readonly from: Position;
  readonly foreseen: ForeseenLines;
  readonly made: ReadonlyMap<number, StoredRecord>;
};
type Part = {
  readonly rows: readonly StoredRecord[];
  /** Those that were left out. */
  readonly own: readonly StoredRecord[];
  readonly position: Position;
  readonly more: boolean;
};

/**
 * What changed in the person's scopes after the positions that the phone holds, one row a record, in the order of the
 * ledger. All of it must be read in one snapshot: then a page's position covers every smaller number.
 */
export const pull = async (tx: ReadTx, account: string, wanted: Wanted): Promise<Page> => {
  const page: Page & { more: boolean } = { chg: [], pos: {}, more: false, seals: new Map() };
  for (const { s: shard, view } of wanted.grants) {
    const scope = scopeName(shard, view);
    // Two roles with one view, as of a teacher who is her school's admin as well, see it once.
    if (page.pos[scope]) continue;
    const from = wanted.positions[scope] ?? START;
    // A phone that begins from nothing, or again after a lost history, gets everything.
    const foreseen = (from.n > 0 && wanted.foreseen?.get(shard)) || NONE;
    const room = LIMITS.recordsPerPage - page.chg.length;
    const made = wanted.made?.get(shard) ?? NOTHING;
    const part = await pullScope(tx, account, { shard, view, from, foreseen, made }, room);
    page.chg.push(...(await onTheWire(tx, shard, part.rows, wanted.sealing)));
    const known = page.seals.get(shard) ?? [];
    page.seals.set(shard, new Map([...known, ...sealsOf(shard, part.own, wanted.sealing)]));
    page.pos[scope] = part.position;
    page.more ||= part.more;
  }
  return page;
};

const onTheWire = async (
  tx: ReadTx,
  shard: string,
  rows: readonly StoredRecord[],
  { keys, stable }: Sealing,
): Promise<WireRecord[]> => {
  const safe = stable[shard] ?? 0;
  const fresh = rows.filter(({ n }) => n > safe).map(({ record }) => record.id);
  const histories = fresh.length > 0 ? await tx.historiesOf(shard, fresh) : new Map<string, HistoryEntry[]>();
  return rows.map(({ record, n }) => {
    const wire = toWireRecord(record, n);
    const history = histories.get(record.id);
    if (!history) return wire;
    const isItsOnly = history.length === 1 && history[0]?.[0] === record.id && history[0]?.[1] === n;
    const hist = history.map(([id, line]): [string, number] => [id, line]);
    return sealed(keys, isItsOnly ? wire : { ...wire, hist });
  });
};

/** What one command has created has no history but that command, so nothing needs to be looked up. */
const sealsOf = (
  shard: string,
  own: readonly StoredRecord[],
  { keys, stable }: Sealing,
): (readonly [number, string])[] => {
  const safe = stable[shard] ?? 0;
  return own.map(({ record, n }) => [n, n > safe ? sealOf(keys, toWireRecord(record, n)) : '']);
};

const NONE: ForeseenLines = new Set();
const NOTHING: ReadonlyMap<number, StoredRecord> = new Map();

type Changed = Pick<Part, 'rows' | 'own'>;

/** What changed, without what is foreseen and at hand; null where not all of that is, or it lies in the page's way. */
const besidesMade = async (
  tx: ReadTx,
  { foreseen, made }: Scope,
  wanted: Parameters<ReadTx['changedRecords']>[0],
): Promise<Changed | null> => {
  const run = runOf(foreseen);
  const own = [...foreseen].flatMap((n) => made.get(n) ?? []);
  const isSeen = ({ record }: StoredRecord): boolean =>
    !Array.isArray(wanted.owners) || wanted.owners.includes(record.owner);
  if (!run || wanted.owners === 'keberatan' || own.length < foreseen.size || !own.every(isSeen)) return null;
  const rows = await tx.changedRecords({ ...wanted, except: run });
  // Changed again since then: it goes down as it is now.
  const since = new Set(rows.map(({ record }) => record.id));
  return { rows, own: since.size === 0 ? own : own.filter(({ record }) => !since.has(record.id)) };
};

const changedIn = async (
  tx: ReadTx,
  scope: Scope,
  wanted: Parameters<ReadTx['changedRecords']>[0],
): Promise<Changed> => {
  const { foreseen } = scope;
  const found = await besidesMade(tx, scope, wanted);
  if (found) return found;
  const changed = await tx.changedRecords({ ...wanted, limit: wanted.limit + foreseen.size });
  return {
    own: changed.filter(({ n }) => foreseen.has(n)),
    rows: changed.filter(({ n }) => !foreseen.has(n)).slice(0, wanted.limit),
  };
};

const pullScope = async (tx: ReadTx, account: string, scope: Scope, room: number): Promise<Part> => {
  const { shard, view, from } = scope;
  if (room <= 0) return { rows: [], own: [], position: from, more: true };
  const owners = view === 'milik' ? [account, ''] : view === 'keberatan' ? view : null;
  const { rows, own } = await changedIn(tx, scope, { shard, afterN: from.n, owners, limit: room + 1 });
  if (rows.length <= room) {
    const head = await tx.chainHead(shard);
    return { rows, own, position: { n: head.n, h: wireHash(head.h) }, more: false };
  }
  const whole = beforeLastNumber(rows);
  const last = whole.at(-1);
  if (!last) return pullScope(tx, account, scope, room * 2);
  const h = (await tx.chainHashAt(shard, last.n)) ?? new Uint8Array();
  const before = own.filter(({ n }) => n <= last.n);
  return { rows: whole, own: before, position: { n: last.n, h: wireHash(h) }, more: true };
};

/** Records of equal number belong on one page: the next one begins after that number. */
const beforeLastNumber = (rows: readonly StoredRecord[]): readonly StoredRecord[] => {
  const cut = rows.at(-1)?.n;
  return rows.filter(({ n }) => n !== cut);
};
