import {
  type Actor,
  type Decision,
  type DecisionContext,
  decide,
  definitionOf,
} from '../../shared/commands/index.ts';
import { tanggalPada, tolakanSkp, ZONA_TERDEPAN } from '../../shared/domain/index.ts';
import {
  type CommandContent,
  commandId,
  LIMITS,
  type Refusal,
  refuse,
  type WireVerdict,
} from '../../shared/protocol/index.ts';
import type { AnyRecord, RecordKind, RecordOf, Satker } from '../../shared/records/index.ts';
import {
  type ReadTx,
  type StoredSkeleton,
  type StoredVerdict,
  StoreUnavailableError,
  type WriteTx,
} from '../store/index.ts';
import { append, keepRefusal, type Unnumbered } from './append.ts';
import { hashOf, idOf, textOf } from './chain.ts';
import { repeated, wireVerdict } from './receipts.ts';

/*
 * One command, in this order:
 *   known (device, number, hash)      the stored verdict again, whatever has changed since
 *   named by a record given back      accepted in a lost history: that outweighs a refusal in this one
 *   known (device, number)            another content under a used number: handled as a command of its own, and noticed
 *   too large, no grant in the shard  refused before anything is looked up
 *   shared/commands decide            ok and beda get a line; no is kept beside the ledger; wait leaves nothing
 */

/** A command as it came from a device. */
export type Incoming = {
  readonly device: string;
  readonly number: number;
  readonly content: CommandContent;
};

/** A school's settings by shard, as they stand in this transaction. */
export type Settings = Map<string, Satker | null>;

/** What deciding needs from outside; the same for all commands of a request. */
export type Desk = {
  /** Receiver's clock, epoch ms. */
  readonly now: number;
  /** The speaker with the roles held in a shard now, for what was done `at` (device's clock, epoch ms); none where there is no grant. */
  readonly actorIn: (shard: string, at: number) => Actor;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Id of the signed request that the commands came in; null where the server itself lays them down. */
  readonly envelope: string | null;
  /** Settings of the shards that were looked up for this request. */
  readonly settings?: Settings;
  /**
   * True where a fault in one command may undo the whole request: then no command needs a savepoint, which costs as much as
   * half of what it guards. Such a fault comes out as a {@link CommandFault}, and the request is taken again without this.
   */
  readonly hopeful?: boolean;
  /** Told of a fault that one command caused; the others go on. */
  readonly onFault: (cause: unknown, commandId: string) => void;
};

/** A fault that one command of a hopeful request caused; nothing of the request may be kept. */
export class CommandFault extends Error {
  constructor(options: ErrorOptions) {
    super('a command caused a fault', options);
    this.name = 'CommandFault';
  }
}

/** The verdict, and whether the command's number was used before with another content. */
export type Handled = { readonly id: string; readonly verdict: WireVerdict; readonly reused: boolean };

/** Decides one command and stores what became of it. Throws only where the store itself cannot work. */
export const handle = async (tx: WriteTx, incoming: Incoming, desk: Desk): Promise<Handled> => {
  const { device, number } = incoming;
  const hash = hashOf(incoming.content);
  const id = commandId(device, number, hash);
  const known = await tx.commandsByNumber(device, number);
  const reused = known.some((other) => other.hash !== hash);
  const same = known.find((other) => other.hash === hash);
  const lost = same && same.outcome.verdict !== 'no' ? null : await tx.skeleton(incoming.content.shard, id);
  if (lost) return { id, verdict: await fillIn(tx, incoming, lost), reused };
  if (same) return { id, verdict: repeated(wireVerdict(number, same.outcome)), reused };
  const take = (): Promise<WireVerdict> => settle(tx, { ...incoming, hash }, desk);
  try {
    return { id, verdict: await (desk.hopeful ? take() : tx.savepoint(take)), reused };
  } catch (cause) {
    // A fault in one command must not hold up a queue: it is refused, not stored, and can be sent again once mended.
    if (cause instanceof StoreUnavailableError) throw cause;
    if (desk.hopeful) throw new CommandFault({ cause });
    desk.onFault(cause, id);
    return { id, verdict: { o: number, r: 'no', code: 'gangguan' }, reused };
  }
};

/** A command that a record given back had named already: its id says that this is what it said. */
const fillIn = async (
  tx: WriteTx,
  { number, content }: Incoming,
  lost: StoredSkeleton,
): Promise<WireVerdict> => {
  if (lost.content === null) await tx.putSkeleton({ ...lost, content });
  const h = (await tx.chainHashAt(lost.shard, lost.n)) ?? new Uint8Array();
  return repeated(wireVerdict(number, { verdict: 'ok', n: lost.n, h }));
};

/** A command with the hash of its content. */
export type Named = Incoming & { readonly hash: string };

const settle = async (tx: WriteTx, named: Named, desk: Desk): Promise<WireVerdict> => {
  const { number, content } = named;
  const arrived = arrivedAt(named, desk);
  const { actor, early } = arrived;
  const decision: Decision =
    early ?? (await judge(tx, named, { actor, now: desk.now, settings: desk.settings }));
  const settled = settledBy(arrived, decision, desk);
  if (settled.verdict === 'wait') return { o: number, r: 'wait', base: content.base ?? '' };
  if (settled.verdict === 'no')
    return wireVerdict(number, await keepRefusal(tx, settled.command, settled.outcome));
  if (settled.record.kind === 'satker') desk.settings?.delete(content.shard);
  return wireVerdict(number, await append(tx, settled));
};

/** A command at the desk: who speaks, whether it is too large to keep, and what is refused before anything is looked up. */
type Arrived = {
  readonly named: Named;
  readonly actor: Actor;
  readonly isLarge: boolean;
  readonly early: Extract<Decision, { verdict: 'no' }> | null;
};

/** What a command is before the ledger is asked. */
export const arrivedAt = (named: Named, { actorIn }: Pick<Desk, 'actorIn'>): Arrived => {
  const { content } = named;
  const actor = actorIn(content.shard, content.at);
  const text = textOf(content);
  // A letter is three bytes at most: what is short by that need not be measured.
  const isLarge = text.length * 3 > LIMITS.commandBytes && Buffer.byteLength(text) > LIMITS.commandBytes;
  const refusal = inadmissible(actor, isLarge);
  return { named, actor, isLarge, early: refusal && { verdict: 'no', refusal } };
};

/** What is to be kept of a command: nothing, a refusal, or a line with its record. */
export type Settled =
  | { readonly verdict: 'wait' }
  | {
      readonly verdict: 'no';
      readonly command: Unnumbered;
      readonly outcome: Extract<StoredVerdict, { verdict: 'no' }>;
    }
  | { readonly verdict: 'ok' | 'beda'; readonly command: Unnumbered; readonly record: AnyRecord };

/** A decided command as it is to be kept. */
export const settledBy = (
  { named, actor, isLarge }: Arrived,
  decision: Decision,
  { now, randomBytes, envelope }: Pick<Desk, 'now' | 'randomBytes' | 'envelope'>,
): Settled => {
  if (decision.verdict === 'wait') return { verdict: 'wait' };
  const isRefused = decision.verdict === 'no';
  const command: Unnumbered = {
    device: named.device,
    number: named.number,
    hash: named.hash,
    content: storable(named.content, isLarge),
    actor,
    receivedAt: now,
    salt: randomBytes(16),
    envelope: isRefused ? null : envelope,
  };
  if (!isRefused) return { verdict: decision.verdict, command, record: decision.record };
  const { code, params = null } = decision.refusal;
  return { verdict: 'no', command, outcome: { verdict: 'no', code, params } };
};

const inadmissible = ({ peran }: Actor, isLarge: boolean): Refusal | null => {
  if (peran.length === 0) return refuse('akses_dicabut');
  return isLarge ? refuse('perintah_besar', { batas: LIMITS.commandBytes }) : null;
};

/** What of a refused command may stand in the table: no kind that nobody knows, no body beyond the limit. */
const storable = (content: CommandContent, isLarge: boolean): CommandContent => {
  const isNamed = definitionOf(content.kind) !== undefined;
  // The very same content, nearly always: what was worked out of it, its text above all, goes by it.
  if (isNamed && !isLarge) return content;
  return { ...content, kind: isNamed ? content.kind : '?', body: isLarge ? null : content.body };
};

let lastDay = { now: Number.NaN, hariIni: '' };
/** All commands of a request are received at once. */
const dayOf = (now: number): string => {
  if (lastDay.now !== now) lastDay = { now, hariIni: tanggalPada(now, ZONA_TERDEPAN) };
  return lastDay.hariIni;
};

/** What the ledger holds that a command is judged by. */
type Held = Pick<DecisionContext, 'siblings' | 'periksaSkp'> & {
  readonly record: AnyRecord | null;
  readonly baseKnown: boolean;
  readonly satker: Satker | null;
};

/** The decision on a command by what is at hand. */
export const judgeBy = (
  named: Named,
  { record, baseKnown, ...held }: Held,
  { actor, now }: { readonly actor: Actor; readonly now: number },
): Decision =>
  decide(
    { command: named.content, record, baseKnown },
    { actor, commandId: idOf(named), now, hariIni: dayOf(now), ...held },
  );

/** The decision on a command by what the ledger holds now. Also used to rebuild, with the clock and actor of then. */
export const judge = async (
  tx: Pick<ReadTx, 'record' | 'isInHistory' | 'recordsOfKind'>,
  named: Named,
  { actor, now, settings }: { actor: Actor; now: number; settings?: Settings | undefined },
): Promise<Decision> => {
  const { content } = named;
  const { shard, base } = content;
  const record = content.record === null ? null : ((await tx.record(shard, content.record))?.record ?? null);
  const baseKnown = record !== null && base !== null && (await tx.isInHistory(shard, record.id, base));
  const satker = await satkerOf(tx, shard, settings);
  const skp = record?.kind === 'skp' ? await skpRules(tx, record) : {};
  const siblings = await siblingsOf(tx, content, actor);
  return judgeBy(named, { record, baseKnown, satker, siblings, ...skp }, { actor, now });
};

type Records = Pick<ReadTx, 'recordsOfKind'>;

const ofOwner = async <K extends RecordKind>(
  tx: Records,
  kind: K,
  { shard, owner }: AnyRecord,
): Promise<RecordOf<K>[]> =>
  (await tx.recordsOfKind(shard, kind, owner)).map(({ record }) => record as RecordOf<K>);

/** The rules of an SKP beside all others of its owner: two phones may have handed in the same months. */
const skpRules = async (
  tx: Records,
  record: RecordOf<'skp'>,
): Promise<Pick<DecisionContext, 'periksaSkp'>> => {
  const [lain, [pegawai]] = [await ofOwner(tx, 'skp', record), await ofOwner(tx, 'pegawai', record)];
  const konteks = { pemilik: record.owner, lain, pegawai: pegawai?.content };
  return { periksaSkp: ({ id, content }) => tolakanSkp(content, { ...konteks, id }) };
};

/** The actor's or the school's records beside which a new one must not stand; looked up only where the command asks for it. */
const siblingsOf = async (
  tx: Pick<ReadTx, 'recordsOfKind'>,
  { kind, shard }: CommandContent,
  { id }: Actor,
): Promise<readonly AnyRecord[]> => {
  const definition = definitionOf(kind);
  if (!definition?.unique) return [];
  const owner = definition.unique === 'sekolah' ? '' : id;
  return (await tx.recordsOfKind(shard, definition.record, owner)).map(({ record }) => record);
};

/** The school's settings; the first of them where a fault of an import laid down two. */
export const satkerOf = async (tx: Records, shard: string, settings?: Settings): Promise<Satker | null> => {
  const known = settings?.get(shard);
  if (known !== undefined) return known;
  const found = await tx.recordsOfKind(shard, 'satker');
  const [first] = [...found].sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
  const satker = first?.record.kind === 'satker' ? first.record.content : null;
  settings?.set(shard, satker);
  return satker;
};
