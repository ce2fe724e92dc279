import { type AccountStore, getMeta, type JournalRow } from '../../client/store/index.ts';
import type { ReadTx } from '../../server/store/index.ts';
import { canonicalJson, parseScope, scopeName, type WireGrant } from '../../shared/protocol/index.ts';
import type { AnyRecord } from '../../shared/records/index.ts';
import type { ShardView } from './ledger-view.ts';
import type { SimPhone } from './phone.ts';
import type { World } from './world.ts';

/** All that is known when nothing moves any more. */
export type Evidence = {
  readonly world: World;
  readonly shards: readonly ShardView[];
  /** Every account of every phone with its journal. */
  readonly journals: readonly Journal[];
};
export type Journal = {
  readonly phone: SimPhone;
  readonly account: string;
  readonly store: AccountStore;
  readonly rows: readonly JournalRow[];
};

const asSeen = (record: AnyRecord): string =>
  canonicalJson({ ...record, content: record.deleted ? null : record.content });

const inView = (record: AnyRecord, { view }: WireGrant, me: string): boolean =>
  view === 'sekolah' || record.owner === me || record.owner === '';

/** I9: what an account on a phone should hold by its rights, and what it does hold. */
export const replicaFaults = async (
  { world, shards }: Evidence,
  { account, store, rows }: Journal,
): Promise<string[]> => {
  const grants = await world.server.run.ledger.grantsOf(account);
  const held = new Map((await store.db.records.toArray()).map((row) => [row.id, row]));
  const own = new Set(rows.map(({ target }) => target));
  const wanted = new Map<string, { n: number; record: AnyRecord }>();
  for (const grant of grants)
    for (const [id, stored] of shards.find(({ shard }) => shard === grant.s)?.records ?? [])
      if (inView(stored.record, grant, account)) wanted.set(id, stored);
  const faults: string[] = [];
  for (const [id, { n, record }] of wanted) {
    const row = held.get(id);
    if (!row?.confirmed) faults.push(`${account} lacks ${record.kind} ${id} (line ${n})`);
    else if (row.n !== n || asSeen(row.confirmed) !== asSeen(record))
      faults.push(`${account} holds ${record.kind} ${id} as of line ${row.n}, not ${n}`);
  }
  for (const [id, { owner }] of held)
    if (!wanted.has(id) && !(owner === account && own.has(id)) && !own.has(id))
      faults.push(`${account} holds ${id}, which is none of its`);
  return faults;
};

/** I13: where a right is gone, nothing of others that it covered is left. */
export const foreignRows = async (phone: SimPhone, account: string): Promise<string[]> => {
  const store = await phone.store(account);
  const saya = store && (await getMeta(store.db, 'saya'));
  if (!store || !saya) return [];
  const rows = await store.db.records.toArray();
  return rows
    .filter(({ owner }) => owner !== account)
    .filter(
      ({ shard, owner }) =>
        !saya.grants.some(({ s, view }) => s === shard && (view === 'sekolah' || owner === '')),
    )
    .map(({ id, shard, owner }) => `${account} still holds ${id} of ${owner} in ${shard}`);
};

type Places = Awaited<ReturnType<typeof getMeta<'pos'>>>;

/** True where the server's history at a place is the one that the phone has seen. */
const isOn = async (
  tx: ReadTx,
  shard: string,
  at: NonNullable<Places>[string] | undefined,
): Promise<boolean> => {
  const line = at && at.n > 0 ? await tx.chainHashAt(shard, at.n) : null;
  return line !== null && Buffer.from(line.subarray(0, 8)).toString('base64url') === at?.h;
};

/** Schools whose history is another one than a phone's: it is told so on its next request, and begins there anew. */
const forkedShards = async (tx: ReadTx, pos: NonNullable<Places>): Promise<ReadonlySet<string>> => {
  const forked = new Set<string>();
  for (const [scope, at] of Object.entries(pos)) {
    const shard = parseScope(scope)?.shard ?? '';
    if (at.n > 0 && !(await isOn(tx, shard, at))) forked.add(shard);
  }
  return forked;
};

/**
 * Held answers: a position whose records are not there would never be asked for again. In the middle of pages that an
 * earlier start of the server began, the phone vouches for no more than where they began: it goes back there on its next
 * answer. Of a right that it does not know to have again it remembers a position for noticing restores alone.
 */
export const positionLies = async (
  { server }: World,
  phone: SimPhone,
  account: string,
): Promise<string[]> => {
  const store = await phone.store(account);
  const stands = store && (await getMeta(store.db, 'pos'));
  if (!store || !stands) return [];
  const [began, era] = [await getMeta(store.db, 'posUtuh'), await getMeta(store.db, 'era')];
  const known = new Set((await getMeta(store.db, 'saya'))?.grants.map(({ s, view }) => scopeName(s, view)));
  const held = new Map((await store.db.records.toArray()).map((row) => [row.id, row.n]));
  const grants = await server.run.ledger.grantsOf(account);
  return server.run.store.read(async (tx) => {
    const faults: string[] = [];
    const isCut = began !== undefined && (await tx.eras())[0]?.id !== era;
    const pos = isCut ? began : stands;
    const forked = await forkedShards(tx, stands);
    for (const { s: shard, view } of grants) {
      const scope = scopeName(shard, view);
      const at = known.has(scope) ? pos[scope] : undefined;
      if (!at || forked.has(shard) || !(await isOn(tx, shard, at))) continue;
      const owners = view === 'milik' ? [account, ''] : null;
      for (const { n, record } of await tx.changedRecords({ shard, afterN: 0, owners, limit: 1_000_000 }))
        if (n <= at.n && held.get(record.id) !== n)
          faults.push(`${account} is at line ${at.n} and lacks ${record.id} of line ${n}`);
    }
    return faults;
  });
};
