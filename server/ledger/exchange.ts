import {
  PROTOCOL_VERSION,
  parseScope,
  type Refusal,
  type SyncAnswer,
  type SyncRequest,
  type WireGrant,
  type WireVerdict,
} from '../../shared/protocol/index.ts';
import { type Hold, holdAccount, type ReadTx, type Store, type WriteTx } from '../store/index.ts';
import { CommandFault, type Desk } from './decide.ts';
import { envelopeId, keepEnvelope, type SignedRequest } from './envelope.ts';
import { foreseenLines, withSeals } from './foreseen.ts';
import { takeBack } from './give-back.ts';
import { grantsAt, grantsFor, grantsIn, grantsVersion, speakerIn } from './grants.ts';
import { checkPositions } from './positions.ts';
import { pull } from './pull.ts';
import { NOTHING_MADE, type Received, receiveCommands, receiveGathered } from './receive.ts';
import { lostLinesIn, noteBringing, noteDone, noteFork, noteReturned } from './recovery.ts';
import type { Run } from './run.ts';
import type { SealKeys } from './seal.ts';

/** Seconds until a phone may ask again on its own, give or take a fifth: phones that slept together wake apart. */
const NEXT = 900;

/** A person whose session, device and signature were checked. */
export type Speaker = { readonly id: string; readonly nama: string };

/** What every copy that may be restored contains. */
export type Stable = {
  /** Line of each shard up to which they all reach. */
  readonly lines: Readonly<Record<string, number>>;
  /** Photos that had arrived by then are in all of them, epoch ms; 0 for none. */
  readonly foto: number;
};
/** As long as there is no copy. */
export const NOTHING_STABLE: Stable = { lines: {}, foto: 0 };

/** What the ledger is made of; nothing in here is ambient, so that a day can be played again. */
export type LedgerParts = {
  readonly store: Store;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
  /** The run that this server has part in now; throws while that is not known. */
  readonly run: () => Run;
  /** Keys of the seal on what no copy may have yet. */
  readonly sealKeys: SealKeys;
  readonly stable: () => Stable;
  readonly onFault: Desk['onFault'];
};

/** Everything of an answer but the photos' offsets, which are not the ledger's. */
export type LedgerAnswer = Omit<SyncAnswer, 'blob'>;

/** A sync request, and how it was signed: kept as evidence where it brings something new. */
export type Asked = {
  readonly request: SyncRequest;
  readonly signed: SignedRequest | null;
};

/**
 * One sync request of a person: positions, then commands in one transaction, then a page of changes in one snapshot.
 * Refused as a whole only with `sejarah_berubah`, before anything was touched. It resolves after the commit.
 */
export const exchange = async (
  parts: LedgerParts,
  speaker: Speaker,
  asked: Asked,
): Promise<{ readonly ok: true; readonly answer: LedgerAnswer } | Refusal> => {
  const now = parts.clock();
  const { request } = asked;
  // Before anything is kept: whoever does not know its run cannot answer.
  parts.run();
  const received = await receiveHopefully(parts, speaker, asked, now);
  if (!received.ok) return received;
  const { res, dev, made } = received;
  const changes = await parts.store.read((tx) =>
    readChanges(tx, speaker, { request, res, made }, { ...parts, now }),
  );
  const answer: LedgerAnswer = {
    p: Math.min(request.p, PROTOCOL_VERSION),
    now,
    ...parts.run(),
    ...changes,
    again: [],
    next: nextIn(parts.randomBytes),
    ...(dev ? { dev } : {}),
  };
  return { ok: true, answer };
};

/** All that a request may write in, and the phone that it comes from. */
const holdFor = ({ id }: Speaker, { ops, give = [] }: SyncRequest): Hold => ({
  shards: [...new Set([...ops, ...give].map(({ s }) => s))],
  names: [holdAccount(id)],
});

/** Commands do not fail in honest use: only where one has are they taken again, each in a savepoint of its own. */
const receiveHopefully = async (
  parts: LedgerParts,
  speaker: Speaker,
  asked: Asked,
  now: number,
): Promise<Received | Refusal> => {
  try {
    return await receive(parts, speaker, { ...asked, hopeful: true }, now);
  } catch (cause) {
    if (!(cause instanceof CommandFault)) throw cause;
    return receive(parts, speaker, asked, now);
  }
};

const receive = async (
  parts: LedgerParts,
  speaker: Speaker,
  { request, signed, hopeful = false }: Asked & { readonly hopeful?: boolean },
  now: number,
): Promise<Received | Refusal> => {
  const phone = signed?.signer ?? request.dev;
  if (request.ops.length === 0 && request.give === undefined) {
    const forked = await parts.store.read(async (tx) =>
      checkPositions(tx, await tx.grantsOf(speaker.id), request.pos),
    );
    return forked
      ? reportFork(parts, speaker, { ...request, phone }, forked)
      : { ok: true, res: [], dev: null, made: NOTHING_MADE };
  }
  const received = await parts.store.write(
    async (tx) => {
      const rows = await tx.grantsOf(speaker.id);
      const grants = grantsIn(rows, now);
      const forked = await checkPositions(tx, rows, request.pos);
      if (forked) return forked;
      const envelope = signed && envelopeId(signed);
      const actor = speakerIn(speaker, rows, now);
      const desk = { ...parts, now, envelope, hopeful, actorIn: actor, settings: new Map() };
      const witness = { device: phone, account: speaker.id, now };
      const taken = await receiveAll(tx, request, { grants, desk, keys: parts.sealKeys, witness });
      if (signed) await keepEnvelope(tx, { request, signed, now, res: taken.res });
      return taken;
    },
    holdFor(speaker, request),
  );
  return received.ok ? received : reportFork(parts, speaker, { ...request, phone }, received);
};

/** The phone is a witness of a lost history: what it saw is written down before it is told. */
const reportFork = async (
  { store, clock }: LedgerParts,
  { id: account }: Speaker,
  { phone: device, pos, root = '' }: SyncRequest & { readonly phone: string },
  forked: Refusal,
): Promise<Refusal> => {
  const scope = String(forked.params?.['scope']);
  const position = pos[scope];
  const witness = { device, account, now: clock() };
  const shard = parseScope(scope)?.shard;
  if (position && shard)
    await store.write((tx) => noteFork(tx, { scope, position, root }, witness), { shards: [shard] });
  return forked;
};

type Counter = {
  readonly grants: readonly WireGrant[];
  readonly desk: Desk;
  readonly keys: SealKeys;
  readonly witness: Parameters<typeof noteBringing>[2];
};

/** First what is given back, so that commands made on it find their base. */
const receiveAll = async (
  tx: WriteTx,
  request: SyncRequest,
  { grants, desk, keys, witness }: Counter,
): Promise<Received> => {
  const { give, ops } = request;
  const { device } = witness;
  const lost = lostLinesIn(request).filter(({ shard }) => grants.some(({ s }) => s === shard));
  const book = await noteBringing(tx, lost, witness);
  if (give) await takeBack(tx, give, { grants, device, keys, desk, book });
  const receiving = desk.hopeful ? receiveGathered : receiveCommands;
  const received = await receiving(tx, request, { ...desk, phone: device, keys });
  for (const [i, { s: shard, m = [] }] of ops.entries())
    if (isTaken(received.res[i])) for (const [root, n] of m) await noteReturned(tx, book, { shard, root, n });
  const isAll = give?.length === 0 && ops.every(({ m }) => m === undefined);
  if (isAll) await noteDone(tx, [...new Set(grants.map(({ s }) => s))], { device, now: desk.now });
  return received;
};

const isTaken = (verdict: WireVerdict | undefined): boolean => verdict?.r === 'ok' || verdict?.r === 'beda';

const readChanges = async (
  tx: ReadTx,
  speaker: Speaker,
  { request, res, made }: Pick<Received, 'res' | 'made'> & { readonly request: SyncRequest },
  { now, stable, sealKeys: keys }: Pick<LedgerParts, 'stable' | 'sealKeys'> & { readonly now: number },
): Promise<Pick<SyncAnswer, 'res' | 'chg' | 'pos' | 'more' | 'grant' | 'stable' | 'stableFoto'>> => {
  const grants = grantsFor(await grantsAt(tx, speaker.id, now), request.p);
  const g = grantsVersion(grants);
  const { lines, foto } = stable();
  const sealing = { keys, stable: lines };
  const foreseen = foreseenLines(request, res);
  const wanted = { grants, positions: request.pos, sealing, foreseen, made };
  const { seals, ...page } = await pull(tx, speaker.id, wanted);
  const safe = grants.flatMap(({ s }) => (lines[s] ? [[s, lines[s]] as const] : []));
  const grant = g === request.g ? null : { g, list: [...grants] };
  const photos = foto > 0 ? { stableFoto: foto } : {};
  const sealedRes = withSeals(request, res, seals);
  return { res: sealedRes, ...page, stable: Object.fromEntries(safe), ...photos, grant };
};

const nextIn = (randomBytes: LedgerParts['randomBytes']): number => {
  const part = (randomBytes(1)[0] ?? 0) / 255;
  return Math.round(NEXT * (0.8 + 0.4 * part));
};
