import {
  fromWireCommand,
  PROTOCOL_VERSION,
  type Refusal,
  type SyncAnswer,
  type SyncRequest,
  type WireVerdict,
} from '../../shared/protocol/index.ts';
import type { ReadTx, Store, StoredDevice, WriteTx } from '../store/index.ts';
import { type Desk, handle } from './decide.ts';
import { actorIn, grantsAt, grantsVersion } from './grants.ts';
import { checkPositions } from './positions.ts';
import { pull } from './pull.ts';

/** Seconds until a phone may ask again on its own, give or take a fifth: phones that slept together wake apart. */
const NEXT = 900;

/** A person whose session, device and signature were checked. */
export type Speaker = { readonly id: string; readonly nama: string };

/** What the ledger is made of; nothing in here is ambient, so that a day can be played again. */
export type LedgerParts = {
  readonly store: Store;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Name of this run of the server. */
  readonly era: string;
  readonly onFault: Desk['onFault'];
};

/** Everything of an answer but the photos' offsets, which are not the ledger's. */
export type LedgerAnswer = Omit<SyncAnswer, 'blob'>;

type Received = { readonly ok: true; readonly res: WireVerdict[]; readonly dev: string | null };

/**
 * One sync request of a person: positions, then commands in one transaction, then a page of changes in one snapshot.
 * Refused as a whole only with `sejarah_berubah`, before anything was touched. It resolves after the commit.
 */
export const exchange = async (
  parts: LedgerParts,
  speaker: Speaker,
  request: SyncRequest,
): Promise<{ readonly ok: true; readonly answer: LedgerAnswer } | Refusal> => {
  const now = parts.clock();
  const received = await receive(parts, speaker, request, now);
  if (!received.ok) return received;
  const { res, dev } = received;
  const changes = await parts.store.read((tx) => readChanges(tx, speaker, request, now));
  const answer: LedgerAnswer = {
    p: PROTOCOL_VERSION,
    now,
    era: parts.era,
    res,
    ...changes,
    stable: {},
    again: [],
    next: nextIn(parts.randomBytes),
    ...(dev ? { dev } : {}),
  };
  return { ok: true, answer };
};

const receive = async (
  parts: LedgerParts,
  speaker: Speaker,
  request: SyncRequest,
  now: number,
): Promise<Received | Refusal> => {
  if (request.ops.length === 0) {
    const forked = await parts.store.read((tx) => findFork(tx, speaker, request, now));
    return forked ?? { ok: true, res: [], dev: null };
  }
  return parts.store.write(async (tx) => {
    const grants = await grantsAt(tx, speaker.id, now);
    const forked = await checkPositions(tx, grants, request.pos);
    const desk = { ...parts, now, actorIn: (shard: string) => actorIn(speaker, grants, shard) };
    return forked ?? receiveCommands(tx, request, desk);
  });
};

const findFork = async (
  tx: ReadTx,
  speaker: Speaker,
  request: SyncRequest,
  now: number,
): Promise<Refusal | null> => checkPositions(tx, await grantsAt(tx, speaker.id, now), request.pos);

const receiveCommands = async (
  tx: WriteTx,
  { dev: device, ops }: SyncRequest,
  desk: Desk,
): Promise<Received> => {
  const res: WireVerdict[] = [];
  let reused = false;
  for (const op of ops) {
    const handled = await handle(tx, { device, number: op.n, content: fromWireCommand(op) }, desk);
    res.push(handled.verdict);
    reused ||= handled.reused;
  }
  const phone = await tx.device(device);
  if (!phone) return { ok: true, res, dev: null };
  const maxNumber = Math.max(phone.maxNumber, ...ops.map(({ n }) => n));
  await tx.putDevice({ ...phone, maxNumber, seenAt: desk.now });
  return { ok: true, res, dev: reused ? await renameDevice(tx, phone, desk) : null };
};

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A phone that was cloned or rolled back uses numbers again: under a new id its next commands get numbers of their own. */
const renameDevice = async (
  tx: WriteTx,
  phone: StoredDevice,
  { randomBytes, now }: Pick<Desk, 'randomBytes' | 'now'>,
): Promise<string> => {
  const letters = Array.from(randomBytes(6), (byte) => LETTERS[byte % LETTERS.length]);
  const id = `d_${letters.join('')}`;
  if (await tx.device(id)) return renameDevice(tx, phone, { randomBytes, now });
  await tx.putDevice({ ...phone, id, createdAt: now, seenAt: now, maxNumber: 0 });
  return id;
};

const readChanges = async (
  tx: ReadTx,
  speaker: Speaker,
  request: SyncRequest,
  now: number,
): Promise<Pick<SyncAnswer, 'chg' | 'pos' | 'more' | 'grant'>> => {
  const grants = await grantsAt(tx, speaker.id, now);
  const g = grantsVersion(grants);
  const page = await pull(tx, speaker.id, { grants, positions: request.pos });
  return { ...page, grant: g === request.g ? null : { g, list: [...grants] } };
};

const nextIn = (randomBytes: LedgerParts['randomBytes']): number => {
  const part = (randomBytes(1)[0] ?? 0) / 255;
  return Math.round(NEXT * (0.8 + 0.4 * part));
};
