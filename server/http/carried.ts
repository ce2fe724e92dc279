import { createHash } from 'node:crypto';
import {
  type CarriedPhoto,
  type CarriedReceipt,
  type CourierAnswer,
  type Envelope,
  LIMITS,
  OLDEST_PROTOCOL,
  packCargo,
  type Refusal,
  refuse,
  SyncRequest,
  unpackRequest,
  type WireVerdict,
} from '../../shared/protocol/index.ts';
import type { Opened } from '../courier/index.ts';
import { isKnownWhole, type SignedRequest } from '../ledger/index.ts';
import { isSignedBy, lossesOf } from '../people/index.ts';
import { holdAccount, type StoredAccount, type StoredDevice, type StoredLostPhone } from '../store/index.ts';
import { parseJson } from './body.ts';
import { keepHandedPart } from './handed.ts';
import type { Intake } from './intake.ts';
import { receivedBytes } from './photo-offset.ts';
import type { Rooms } from './rooms.ts';

/*
 * A carried file on its way in. Each envelope is a sync request of its owner: believed by her device's signature instead
 * of a session, then handed to the ledger as any other. One that is not believed does not hold up those beside it. One that
 * a lost phone signed is kept apart until its owner has answered, as what the phone brings itself (docs/decisions/0024).
 */

const DAY = 86_400_000;
/** The last work of a phone that was cut off may still come in this long after it was revoked. */
const AFTER_REVOKED = 30 * DAY;

/** What delivering needs of the service. */
export type Deps = Pick<Rooms, 'store' | 'ledger' | 'files' | 'clock'> & {
  readonly intake: Intake;
  /** Account of the colleague who brings it; the operator by name, who has none. */
  readonly carrier: string;
};
/** A request whose signer is known. */
export type Believed = {
  readonly ok: true;
  readonly account: StoredAccount;
  readonly request: SyncRequest;
  readonly signed: Omit<SignedRequest, 'carrier'>;
  /** The lost phone that signed it and that its owner has to answer for first; null where that is not so. */
  readonly lost: StoredLostPhone | null;
};
/** What became of one that was believed. */
export type Delivered = {
  readonly account: StoredAccount;
  /** Null where nothing was decided yet. */
  readonly receipt: CarriedReceipt['amplop'][number];
  readonly photos: number;
  /** Photos that were not taken, by their reasons. */
  readonly refused: readonly Refusal[];
  readonly held: number;
  /** Known before, so that there is nothing to ask its owner about. */
  readonly known: number;
};

/** A phone that may have signed; `lost` is its mark. */
type Signer = { readonly device: StoredDevice; readonly lost: StoredLostPhone | null };

/** Whose request it is, and the phones that may have signed it: first the one that numbered what is in it. */
const senderOf = async ({ store, clock }: Pick<Deps, 'store' | 'clock'>, { dev, u }: SyncRequest) => {
  const [device, account, own, losses] = await store.read(async (tx) => [
    await tx.device(dev),
    await tx.accountById(u),
    await tx.devicesOf(u),
    await lossesOf(tx, u),
  ]);
  if (!device || !account || device.account !== account.id || account.deactivatedAt !== null) return null;
  const lost: Signer[] = losses.flatMap(({ lost: mark, ids }) =>
    ids.map((id) => ({ device: id, lost: mark })),
  );
  const isLost = lost.some((one) => one.device.id === dev);
  const isLate = !isLost && (device.revokedAt ?? Infinity) < clock() - AFTER_REVOKED;
  // What she numbered on a phone, or under a key, that she has no more: one that she has vouches for it.
  const vouching = own.filter(({ id, revokedAt }) => id !== dev && revokedAt === null);
  const sound = [...(isLate || isLost ? [] : [device]), ...vouching];
  return { account, isLate, signers: [...sound.map((one) => ({ device: one, lost: null })), ...lost] };
};

/** The request in an envelope; nothing of it is believed yet. */
export const requestIn = ({
  bytes,
}: Envelope): { readonly ok: true; readonly request: SyncRequest } | Refusal => {
  if (bytes.length > LIMITS.requestBytes) return refuse('terlalu_besar');
  const parsed = parseJson(bytes, { schema: SyncRequest, unpack: unpackRequest, allowNul: true });
  if (!parsed.ok) return refuse('amplop');
  return parsed.value.p < OLDEST_PROTOCOL ? refuse('app_lama') : { ok: true, request: parsed.value };
};

/** Whose envelope it is, if its bytes are what a phone of hers signed. */
export const believe = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  envelope: Envelope,
): Promise<Believed | Refusal> => {
  const { bytes, tanda } = envelope;
  const read = requestIn(envelope);
  if (!read.ok) return read;
  const { request } = read;
  const sender = await senderOf(deps, request);
  if (!sender) return refuse('perangkat_dicabut');
  const by = sender.signers.find(({ device }) => isSignedBy(device.key, bytes, tanda));
  if (!by) return refuse(sender.isLate ? 'perangkat_dicabut' : 'bukti_perangkat');
  const signer = by.device.id === request.dev ? null : by.device.id;
  const signed = { bytes, signature: tanda, signer };
  return { ok: true, account: sender.account, request, signed, lost: by.lost };
};

/** Keeps a lost phone's envelope and its photos for its owner's answer, unless all of it is known: then it changes nothing. */
const hold = async (
  { store, clock }: Deps,
  { account, request, lost }: Believed & { readonly lost: StoredLostPhone },
  { envelope, photos }: { readonly envelope: Envelope; readonly photos: readonly CarriedPhoto[] },
): Promise<Delivered | Refusal> => {
  const named = photos.filter(({ sha }) => request.ask.includes(sha));
  const nothing = { account, receipt: null, photos: 0, refused: [], held: 0, known: request.ops.length };
  if (named.length === 0 && (await isKnownWhole(store, request))) return nothing;
  const bytes = packCargo({ envelopes: [envelope], photos: named });
  const id = createHash('sha256').update(bytes).digest('hex');
  const part = {
    id,
    device: lost.device,
    receivedAt: clock(),
    entri: request.ops.length,
    foto: named.length,
  };
  const kept = await store.write((tx) => keepHandedPart(tx, { ...part, bytes, refused: null }), {
    names: [holdAccount(account.id)],
  });
  return kept.ok ? { ...nothing, held: request.ops.length, known: 0 } : kept;
};

type Photos = { readonly taken: number; readonly refused: readonly Refusal[] };

/** Photos that the signed request names and that lie beside it; a faulty one is passed over, its entry still stands. */
const takePhotos = async (
  deps: Deps,
  { account, request }: Believed,
  photos: readonly CarriedPhoto[],
): Promise<Photos> => {
  const named = photos.filter(({ sha }) => request.ask.includes(sha));
  const refused: Refusal[] = [];
  for (const { sha, bytes } of named) {
    const piece = { owner: account.id, sha, offset: 0, length: bytes.length, bytes };
    const result = await deps.intake(piece);
    if (!result.ok) refused.push(result);
    else if (!result.isWhole) refused.push(refuse('foto_rusak'));
  }
  return { taken: named.length - refused.length, refused };
};

const offsets = async (deps: Deps, { account, request }: Believed) => {
  const found: Record<string, { off: number }> = {};
  for (const sha of request.ask) found[sha] = { off: await receivedBytes(deps, account.id, sha) };
  return found;
};

/** Hands a believed request to the ledger, then its photos to the files. */
export const deliverOne = async (
  deps: Deps,
  believed: Believed,
  photos: readonly CarriedPhoto[],
): Promise<Delivered | Refusal> => {
  const { account, request } = believed;
  const signed = { ...believed.signed, carrier: deps.carrier };
  // A carried request knows no position: what changed is for the owner's own sync to fetch.
  const result = await deps.ledger.exchange(account, { request: { ...request, pos: {} }, signed });
  if (!result.ok) return result;
  const { now, res, dev } = result.answer;
  const { taken, refused } = await takePhotos(deps, believed, photos);
  const blob = await offsets(deps, believed);
  return {
    account,
    photos: taken,
    refused,
    held: 0,
    known: 0,
    receipt: { now, res, blob, ...(dev ? { dev } : {}) },
  };
};

type Beside = { readonly envelope: Envelope; readonly photos: readonly CarriedPhoto[] };

/** Hands it on, or keeps it for its owner's answer where a lost phone signed it. */
export const deliverBelieved = (
  deps: Deps,
  believed: Believed,
  { envelope, photos }: Beside,
): Promise<Delivered | Refusal> => {
  const { lost } = believed;
  return lost ? hold(deps, { ...believed, lost }, { envelope, photos }) : deliverOne(deps, believed, photos);
};

/** True where a command took effect just now. */
export const isNew = (verdict: WireVerdict): boolean =>
  (verdict.r === 'ok' || verdict.r === 'beda') && verdict.dup === undefined;
/** True where it had taken effect before. */
export const isKnown = (verdict: WireVerdict): boolean =>
  (verdict.r === 'ok' || verdict.r === 'beda') && verdict.dup !== undefined;

type Counts = Omit<CourierAnswer, 'nama' | 'bukti'>;

const countsOf = (delivered: readonly Delivered[]): Counts => {
  const verdicts = delivered.flatMap(({ receipt }) => receipt?.res ?? []);
  const count = (is: (verdict: WireVerdict) => boolean): number => verdicts.filter(is).length;
  const sum = (of: (one: Delivered) => number): number => delivered.reduce((all, one) => all + of(one), 0);
  const ditahan = sum(({ held }) => held);
  return {
    baru: count(isNew),
    sudah: count(isKnown) + sum(({ known }) => known),
    ditolak: count(({ r }) => r === 'no'),
    menunggu: count(({ r }) => r === 'wait'),
    foto: sum(({ photos }) => photos),
    ...(ditahan > 0 ? { ditahan } : {}),
  };
};

/** What came of a file: for the colleague whose it was and counts, for the owner her answers; both after the commits. */
export type Delivery = {
  readonly ok: true;
  readonly nama: string;
  readonly counts: Counts;
  readonly receipt: CarriedReceipt;
};

/**
 * Delivers what an opened file holds, all of it in its first believed owner's name. Refused as a whole only where no
 * envelope was believed: `titipan_asing`, with the first reason.
 */
export const deliver = async (deps: Deps, { cargo }: Pick<Opened, 'cargo'>): Promise<Delivery | Refusal> => {
  const delivered: (Delivered | Refusal)[] = [];
  for (const envelope of cargo.envelopes) {
    const owner = delivered.find(isDelivered)?.account;
    delivered.push(await deliverEnvelope(deps, envelope, { owner, photos: cargo.photos }));
  }
  const done = delivered.filter(isDelivered);
  const [first] = done;
  if (!first) return refuse('titipan_asing', { sebab: delivered.find(isRefused)?.code ?? 'amplop' });
  const amplop = delivered.map((one) => (isDelivered(one) ? one.receipt : null));
  return { ok: true, nama: first.account.nama, counts: countsOf(done), receipt: { amplop } };
};

/** True where it was believed. */
const isDelivered = (one: Delivered | Refusal): one is Delivered => 'receipt' in one;
const isRefused = (one: Delivered | Refusal): one is Refusal => 'code' in one;

type Owned = { readonly owner: StoredAccount | undefined; readonly photos: readonly CarriedPhoto[] };

const deliverEnvelope = async (
  deps: Deps,
  envelope: Envelope,
  { owner, photos }: Owned,
): Promise<Delivered | Refusal> => {
  const believed = await believe(deps, envelope);
  if (!believed.ok) return believed;
  if (owner && owner.id !== believed.account.id) return refuse('bukan_pemilik');
  return deliverBelieved(deps, believed, { envelope, photos });
};
