import type { Context } from 'hono';
import {
  type Envelope,
  type HandedRefusal,
  type Refusal,
  refuse,
  type SyncRequest,
  unpackCargo,
  type WireVerdict,
  type WorkTaken,
} from '../../shared/protocol/index.ts';
import { isSignedBy, phoneOf } from '../people/index.ts';
import {
  type Hold,
  holdAccount,
  type ReadTx,
  type StoredAccount,
  type StoredDevice,
  type StoredHanded,
} from '../store/index.ts';
import { type Believed, type Deps, deliverOne, isKnown, isNew, requestIn } from './carried.ts';
import { commandsIn } from './handed.ts';
import type { Intake } from './intake.ts';
import { notFound } from './middleware/problem.ts';
import { askingFor } from './named-photos.ts';
import type { Rooms } from './rooms.ts';

/*
 * The owner's answer to what was held of her lost phone (docs/decisions/0024). Her yes is for what that phone signed in her
 * name and for nothing else that lies beside it. A part goes once all of it has been taken; what was refused is kept with
 * its reasons, so that she can read it, and type it anew.
 */

/** A phone of whoever answers, by any id that it has had. */
type Which = { readonly account: StoredAccount; readonly id: string };
type Phone = readonly StoredDevice[];

/** Parts, orders and answers about one person's phones come one after the other. */
const holdOf = ({ id }: StoredAccount): Hold => ({ names: [holdAccount(id)] });

/** Also where the mark was taken back meanwhile: what came until then is still asked about. */
const heldOf = async (
  tx: ReadTx,
  { account, id }: Which,
): Promise<{ readonly phone: Phone; readonly parts: readonly StoredHanded[] }> => {
  const phone = await phoneOf(tx, { account: account.id, id });
  return { phone, parts: phone[0] ? await tx.handedOf(phone[0].id) : [] };
};

type Answering = { readonly deps: Deps; readonly account: StoredAccount; readonly phone: Phone };

/** An envelope that she may say yes to: hers, and signed by that very phone. */
const believe = async (
  { deps, account, phone }: Answering,
  envelope: Envelope,
): Promise<Believed | Refusal> => {
  const read = requestIn(envelope);
  if (!read.ok) return read;
  const { request } = read;
  if (request.u !== account.id) return refuse('bukan_pemilik');
  const { bytes, tanda } = envelope;
  const signers = phone.filter(({ key }) => isSignedBy(key, bytes, tanda));
  const by = signers.find(({ id }) => id === request.dev) ?? signers[0];
  if (!by) return refuse('bukti_perangkat');
  const numbering = await deps.store.read((tx) => tx.device(request.dev));
  if (numbering?.account !== account.id) return refuse('perangkat_dicabut');
  const signer = by.id === request.dev ? null : by.id;
  return { ok: true, account, request, signed: { bytes, signature: tanda, signer }, lost: null };
};

/** A command's day and words, whatever kind it is, for its author to know it by. */
const wordsOf = ({ b }: SyncRequest['ops'][number]): Pick<HandedRefusal, 'tanggal' | 'teks'> => {
  const { isi } = (b ?? {}) as { readonly isi?: { readonly tanggal?: unknown; readonly uraian?: unknown } };
  const { tanggal, uraian } = { ...(b as object), ...isi } as { tanggal?: unknown; uraian?: unknown };
  return {
    ...(typeof tanggal === 'string' ? { tanggal: tanggal.slice(0, 10) } : {}),
    ...(typeof uraian === 'string' ? { teks: uraian.slice(0, 300) } : {}),
  };
};

const reasonOf = ({ code, params }: Pick<HandedRefusal, 'code' | 'params'>) => ({
  code,
  ...(params ? { params } : {}),
});

const refusedIn = (request: SyncRequest, res: readonly WireVerdict[]): HandedRefusal[] =>
  res.flatMap((verdict, i) => {
    const op = request.ops[i];
    if (verdict.r !== 'no' || !op) return [];
    return [{ ...reasonOf(verdict), jumlah: 1, ...wordsOf(op) }];
  });

/** What became of one part: counts, what of it was refused, and whether something of it waits for more. */
type Settled = {
  readonly counts: WorkTaken;
  readonly refused: readonly HandedRefusal[];
  readonly waits: boolean;
};

const settleOne = async (answering: Answering, part: StoredHanded): Promise<Settled> => {
  const cargo = unpackCargo(new Uint8Array(part.bytes));
  const counts: WorkTaken = { baru: 0, sudah: 0, ditolak: 0 };
  if (!cargo)
    return {
      counts: { ...counts, ditolak: part.entri },
      refused: [{ code: 'isi_salah', jumlah: part.entri }],
      waits: false,
    };
  // What lies beside it in its part was named by it when it was kept.
  const beside = new Set(cargo.photos.map(({ sha }) => sha));
  const asking = (one: Believed): Believed => ({ ...one, request: askingFor(one.request, beside) });
  const refused: HandedRefusal[] = [];
  let waits = false;
  for (const envelope of cargo.envelopes) {
    const believed = await believe(answering, envelope);
    const done = believed.ok ? await deliverOne(answering.deps, asking(believed), cargo.photos) : believed;
    if (!believed.ok || !('receipt' in done)) {
      const jumlah = commandsIn(envelope.bytes);
      counts.ditolak += jumlah;
      refused.push({ ...reasonOf('code' in done ? done : { code: 'gangguan' }), jumlah });
      continue;
    }
    const res = done.receipt?.res ?? [];
    counts.baru += res.filter(isNew).length;
    counts.sudah += res.filter(isKnown).length;
    counts.ditolak += res.filter(({ r }) => r === 'no').length;
    refused.push(
      ...refusedIn(believed.request, res),
      ...done.refused.map((one) => ({ ...reasonOf(one), jumlah: 1 })),
    );
    waits ||= res.some(({ r }) => r === 'wait');
  }
  return { counts, refused, waits };
};

/** Delivers the parts, and lets go of each of which nothing is left; gives those that wait for something still. */
const settle = async (
  answering: Answering,
  parts: readonly StoredHanded[],
  sum: WorkTaken,
): Promise<readonly StoredHanded[]> => {
  const { store } = answering.deps;
  const hold = holdOf(answering.account);
  const left: StoredHanded[] = [];
  for (const part of parts) {
    const { counts, refused, waits } = await settleOne(answering, part);
    for (const what of ['baru', 'sudah', 'ditolak'] as const) sum[what] += counts[what];
    if (waits) left.push(part);
    else if (refused.length === 0) await store.write((tx) => tx.removeHanded(part.id), hold);
    else await store.write((tx) => tx.keepHanded({ ...part, refused: JSON.stringify(refused) }), hold);
  }
  return left;
};

/** The owner's yes: what that phone signed goes the way of a carried file, in her name. What waits for more is kept. */
export const takeWork = async (
  rooms: Rooms,
  c: Context,
  { intake, which }: { readonly intake: Intake; readonly which: Which },
): Promise<Response> => {
  const { account } = which;
  const { phone, parts } = await rooms.store.read((tx) => heldOf(tx, which));
  if (parts.length === 0) return notFound(c);
  const answering = { deps: { ...rooms, intake, carrier: account.id }, account, phone };
  const sum: WorkTaken = { baru: 0, sudah: 0, ditolak: 0 };
  // Once more for what waited for something in a later part.
  await settle(answering, await settle(answering, parts, sum), sum);
  return c.json(sum);
};

/** The owner's no: it was not hers, or she has no use for it any more. */
export const dropWork = async ({ store }: Rooms, c: Context, which: Which): Promise<Response> => {
  const isHers = await store.write(async (tx) => {
    const { phone, parts } = await heldOf(tx, which);
    for (const part of parts) await tx.removeHanded(part.id);
    return phone.length > 0;
  }, holdOf(which.account));
  return isHers ? c.body(null, 204) : notFound(c);
};
