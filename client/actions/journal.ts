import { type Actor, decide, definitionOf } from '../../shared/commands/index.ts';
import { saatServer, tanggalPada } from '../../shared/domain/index.ts';
import {
  type CommandContent,
  commandId,
  contentHash,
  contentText,
  LIMITS,
  type Refusal,
  refuse,
} from '../../shared/protocol/index.ts';
import {
  type AccountDatabase,
  type AccountStore,
  digest,
  type FoldContext,
  foldContext,
  foldNew,
  getMeta,
  type JournalRow,
  type RecordRow,
  refold,
  setMeta,
} from '../store/index.ts';

/*
 *   prepare (hash, outside) ──▶ one strict transaction: before ▸ number, decide, journal row, record ▸ after ──▶ committed
 *
 * I3 a save is all or nothing. The hash is worked out first: an IndexedDB transaction closes while anything else is awaited.
 */

/** What an action needs of the app: the person, her store, a clock, and somebody to poke when there is something to send. */
export type Acting = {
  readonly store: AccountStore;
  readonly actor: Actor;
  readonly shard: string;
  /** Where the person's own work goes; `shard` where it is left out. */
  readonly diri?: string;
  readonly clock: () => number;
  readonly engine: { readonly poke: () => void };
};

/** A command as an action wants it. `record` and `base` are null for a creation; else base is the version now on the screen. */
export type Wanted = {
  readonly kind: string;
  readonly record: string | null;
  readonly base?: string | null;
  readonly body: unknown;
  /** Where a creation goes that is not the person's own work. */
  readonly shard?: string;
};

/** More to do in the same transaction: give refused commands up first; then remove the draft, queue photos. */
export type Together = {
  readonly before?: (db: AccountDatabase) => Promise<void>;
  readonly after?: (db: AccountDatabase, written: readonly Written[]) => Promise<void>;
};

/**
 * A refusal of the phone itself: the shared ones, a full phone (`hp_penuh`: nothing of it was saved; `hp_penuh_foto`: the
 * photo alone was not), more unsent than the queue holds (`antrean_penuh`), and a photo that is there already.
 */
export type LocalRefusal =
  | Refusal
  | {
      readonly ok: false;
      readonly code: 'hp_penuh' | 'hp_penuh_foto' | 'antrean_penuh' | 'foto_sama';
      readonly params?: undefined;
    };

/** Carries a refusal out of a transaction, which it thereby undoes. */
export class Refused extends Error {
  readonly refusal: LocalRefusal;
  constructor(refusal: LocalRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Says that the record has moved on between preparing and writing: the command is to be made anew, on what is there now. */
export class Moved extends Error {}

/** A command with its hash, not yet numbered; `onSeen` where it was made on a version that the person named. */
export type Prepared = { readonly content: CommandContent; readonly hash: string; readonly onSeen: boolean };

/** Makes the command that is wanted, on the version now on the screen where none is named. */
export const prepare = async (
  { store, shard, diri = shard }: Acting,
  wanted: Wanted,
  at: number,
): Promise<Prepared | Refusal> => {
  const definition = definitionOf(wanted.kind);
  if (!definition) return refuse('perintah_asing');
  const record = wanted.record === null ? undefined : await store.db.records.get(wanted.record);
  if (wanted.record !== null && !record) return refuse('tidak_ada');
  const content: CommandContent = {
    kind: wanted.kind,
    version: definition.version,
    shard: record?.shard ?? wanted.shard ?? diri,
    record: wanted.record,
    base: wanted.base !== undefined ? wanted.base : (record?.visible.head ?? null),
    at,
    body: wanted.body,
  };
  const bytes = new TextEncoder().encode(contentText(content)).length;
  if (bytes > LIMITS.commandBytes) return refuse('perintah_besar', { batas: LIMITS.commandBytes });
  return { content, hash: await contentHash(content, digest), onSeen: wanted.base !== undefined };
};

type Place = { readonly number: number; readonly device: string };
/**
 * What became of a command: `row` is null where the record stood so already, as after a second tap. `made` is the record of
 * a creation as it was stored.
 */
export type Written = {
  readonly target: string;
  readonly row: JournalRow | null;
  readonly made?: RecordRow | undefined;
};

/** What a creation makes cannot be there yet: it is named by its command. Both are written without reading anything. */
const create = async (db: AccountDatabase, row: JournalRow, context: FoldContext): Promise<Written> => {
  const made = foldNew(row, context) ?? undefined;
  await Promise.all([db.journal.add(row), made && db.records.put(made)]);
  return { target: row.target, row, made };
};

const append = async (
  db: AccountDatabase,
  { content, hash, onSeen }: Prepared,
  { number, device, context }: Place & { readonly context: FoldContext },
): Promise<Written> => {
  const id = commandId(device, number, hash);
  const target = content.record ?? id;
  const record = content.record === null ? null : ((await db.records.get(target))?.visible ?? null);
  if (record && !onSeen && record.head !== content.base) throw new Moved();
  const hariIni = tanggalPada(saatServer(content.at, context.jam), context.satker?.zona ?? 'Asia/Jakarta');
  const decision = decide(
    { command: content, record, baseKnown: true },
    { ...context, commandId: id, now: content.at, hariIni },
  );
  if (decision.verdict === 'no') throw new Refused(decision.refusal);
  if (decision.verdict === 'ok' && decision.same) return { target, row: null };
  const row: JournalRow = { ...content, id, device, number, target, status: 'antri', tries: 0, n: 0 };
  if (content.record === null) return create(db, row, context);
  await db.journal.add(row);
  await refold(db, target, context);
  return { target, row };
};

/** Where the connection broke right after the commit, the rows are there already: the same hashes under the last numbers. */
const alreadyThere = async (
  db: AccountDatabase,
  prepared: readonly Prepared[],
  last: Place,
): Promise<Written[] | null> => {
  const first = last.number - prepared.length + 1;
  const rows = await db.journal
    .where('[device+number]')
    .between([last.device, first], [last.device, last.number], true, true)
    .toArray();
  const same =
    rows.length === prepared.length && rows.every(({ id }, i) => id.endsWith(`.${prepared[i]?.hash}`));
  return same ? rows.map((row) => ({ target: row.target, row })) : null;
};

/**
 * Writes commands, their records and what goes with them in one strict transaction, or nothing; resolves after the commit.
 * `again` marks a second try after a lost connection. Throws {@link Refused} where the rules say no.
 */
export const writeCommands = (
  { db }: AccountStore,
  { prepared, together, again }: { prepared: readonly Prepared[]; together: Together; again: boolean },
): Promise<Written[]> =>
  db.transaction(
    'rw',
    [db.meta, db.journal, db.records, db.drafts, db.rancangan, db.photos, db.bytes, db.thumbs],
    async () => {
      const shards = [...new Set(prepared.map(({ content }) => content.shard))];
      const [saya, last, ...read] = await Promise.all([
        getMeta(db, 'saya'),
        getMeta(db, 'lastNumber'),
        ...shards.map((shard) => foldContext(db, shard)),
      ]);
      if (!saya) throw new Refused(refuse('masuk_lagi'));
      const { device } = saya;
      let number = last ?? 0;
      const there = again ? await alreadyThere(db, prepared, { device, number }) : null;
      if (there) return there;
      await together.before?.(db);
      const contexts = new Map(read.map((context, i) => [shards[i], context]));
      const written: Written[] = [];
      for (const one of prepared) {
        const context = contexts.get(one.content.shard) ?? (await foldContext(db, one.content.shard));
        const done = await append(db, one, { number: number + 1, device, context });
        if (done.row) number += 1;
        if (definitionOf(one.content.kind)?.record === 'satker') contexts.clear();
        written.push(done);
      }
      await Promise.all([setMeta(db, 'lastNumber', number), together.after?.(db, written)]);
      return written;
    },
  );
