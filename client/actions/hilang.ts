import {
  type DeviceKey,
  fromBase64Url,
  LostAnswer,
  type LostAsk,
  packCargo,
  toBase64Url,
  type WipeOrder,
  wipeText,
} from '../../shared/protocol/index.ts';
import {
  type AccountDatabase,
  type AccountStore,
  deleteAccountStore,
  getMeta,
  getSetting,
  inWipeTurn,
  type KnownAccount,
  openAccountStore,
  openCommands,
  type Registry,
  type Shelf,
  setMeta,
  setSetting,
  storedSigner,
  unsentPhotos,
} from '../store/index.ts';
import { readAnswer } from '../sync/answer.ts';
import type { Transport } from '../sync/transport.ts';
import { envelopesOf, photosOf } from './amplop.ts';
import { divide } from './titip-bagi.ts';

/*
 * A phone that was marked as lost (docs/decisions/0019):
 *
 *   not let in ─▶ ask, with a number made up for this question ─▶ an order, signed by the key that this phone pinned
 *        ─▶ shut: nobody gets into the account any more ─▶ hand over what was not sent ─▶ wipe ─▶ tell the service
 *
 * Each step may be cut off and goes on where it stood. Any other answer, whoever gives it, changes nothing here. Merely
 * cut off is not lost: then everything stays.
 */

/** Where it happens. */
export type Tempat = {
  readonly registry: Registry;
  readonly transport: Transport;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly shelf?: Shelf;
};

/** `aman`: not lost, or not known to be. `menunggu`: to be wiped, and not yet done. */
export type Nasib = 'aman' | 'menunggu' | 'terhapus';

const TIMEOUT = 30_000;
/** Small, so that a bad line brings part after part; a photo is a part by itself. */
const PART = 48 * 1024;
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const isOrder = async (
  { key, sig, ...order }: NonNullable<LostAnswer['perintah']>,
  pinned: { readonly id: string; readonly key: DeviceKey },
): Promise<boolean> => {
  if (key !== pinned.id) return false;
  const imported = await crypto.subtle.importKey('jwk', pinned.key, CURVE, false, ['verify']);
  const text = encode(wipeText(order));
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, fromBase64Url(sig), text);
};

const newNonce = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(18)));

const post = (transport: Transport, isi: string, tanda: string) =>
  transport({
    ...{ method: 'POST', path: '/api/lost', body: encode(isi), timeout: TIMEOUT },
    headers: { 'content-type': 'application/json', 'kinerja-signature': tanda },
  });

/** The order, where the true server gives one; null for every other answer. */
const askOrder = async (store: AccountStore, { transport }: Tempat): Promise<WipeOrder | null> => {
  const { db } = store;
  const [saya, server] = [await getMeta(db, 'saya'), await getMeta(db, 'kunciServer')];
  if (!saya || !server?.bukti) return null;
  const ask: LostAsk = { u: saya.id, dev: saya.device, nonce: newNonce() };
  const isi = JSON.stringify(ask);
  const read = await readAnswer(await post(transport, isi, await storedSigner(store)(encode(isi))));
  const order = read.ok ? LostAnswer.safeParse(read.json).data?.perintah : undefined;
  if (!order || order.u !== ask.u || order.dev !== ask.dev || order.nonce !== ask.nonce) return null;
  return (await isOrder(order, server.bukti).catch(() => false)) ? order : null;
};

/** True while nobody has signed in to the account since this look at the phone began: then it is not lost any more. */
const stands = async (registry: Registry, { id, masuk }: KnownAccount): Promise<boolean> => {
  const now = await registry.accounts.get(id);
  return now !== undefined && now.masuk === masuk;
};

/** Nobody gets into the account any more; pages that have it open leave it by themselves. False where its owner is back. */
const shut = async (registry: Registry, known: KnownAccount, sejak: number): Promise<boolean> => {
  const { id } = known;
  const isShut = await registry.transaction('rw', registry.accounts, async () => {
    const still = await stands(registry, known);
    if (still) await registry.accounts.update(id, { hilang: sejak });
    return still;
  });
  return isShut && (await leave(registry, id));
};

const leave = async (registry: Registry, id: string): Promise<true> => {
  if ((await getSetting(registry, 'active')) !== id) return true;
  await setSetting(registry, 'active', null);
  await setSetting(registry, 'pengingat', null);
  await registry.shared.clear();
  return true;
};

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const notHanded = async (db: AccountDatabase) => {
  const done = new Set((await getMeta(db, 'serah')) ?? []);
  const open = (await openCommands(db)).filter(({ id, status }) => status !== 'ditolak' && !done.has(id));
  const foto = (await unsentPhotos(db)).filter(({ sha }) => !done.has(sha));
  return { done, open: open.map((row) => ({ ...row, status: 'antri' as const })), foto };
};

/**
 * Answers after which a part is not wanted: it is no reason to keep the rest of the data on a lost phone. That the server
 * knows nothing of a loss is none of them: it may have been put back on a copy from before.
 */
const FINAL: ReadonlySet<string> = new Set(['terlalu_besar', 'isi_salah']);

/** Hands over what the server has not got, part by part; false where the line or the server is in the way, or she is back. */
const handOver = async (
  store: AccountStore,
  known: KnownAccount,
  { registry, transport, clock }: Tempat,
): Promise<boolean> => {
  const { db } = store;
  const saya = await getMeta(db, 'saya');
  const { done, ...what } = await notHanded(db);
  if (!saya) return true;
  for (const part of divide(what, PART)) {
    const [envelopes, photos] = [
      await envelopesOf({ store, clock, saya, open: what.open }, part),
      await photosOf(db, part),
    ];
    const body = packCargo({ envelopes, photos });
    const sha = hex(await crypto.subtle.digest('SHA-256', body));
    const tanda = await storedSigner(store)(body);
    const headers = { 'content-type': 'application/octet-stream', 'kinerja-signature': tanda };
    const path = `/api/lost/${encodeURIComponent(saya.device)}/${sha}`;
    const incoming = await transport({ method: 'PUT', path, headers, body, timeout: TIMEOUT });
    if (incoming.kind !== 'jawaban' || incoming.response.status !== 204) {
      const read = await readAnswer(incoming);
      if (read.ok || !FINAL.has(read.code)) return false;
    }
    if (!(await stands(registry, known))) return false;
    for (const { rows, foto } of part.sheets) {
      for (const { id } of rows) done.add(id);
      for (const { sha: one } of foto) done.add(one);
    }
    await setMeta(db, 'serah', [...done]);
  }
  return true;
};

/** Everything of the account goes; what says so to the service is signed before its key goes as well. */
const wipe = async (store: AccountStore, { registry, clock }: Tempat): Promise<void> => {
  const saya = await getMeta(store.db, 'saya');
  const { accountId: id } = store;
  const ask: LostAsk = { u: id, dev: saya?.device ?? '', nonce: newNonce(), selesai: true };
  const isi = JSON.stringify(ask);
  const lapor = { isi, tanda: await storedSigner(store)(encode(isi)) };
  const others = (await getSetting(registry, 'lenyap')).filter((one) => one.id !== id);
  await setSetting(registry, 'lenyap', [...others, { id, pada: clock(), dibaca: false, lapor }]);
  await deleteAccountStore(store);
  await registry.accounts.delete(id);
};

/** Tells the service what it does not know yet. */
export const laporLenyap = async ({ registry, transport }: Tempat): Promise<void> => {
  for (const { id, lapor } of await getSetting(registry, 'lenyap')) {
    if (!lapor) continue;
    const read = await readAnswer(await post(transport, lapor.isi, lapor.tanda));
    if (!read.ok || !LostAnswer.safeParse(read.json).success) return;
    const now = await getSetting(registry, 'lenyap');
    await setSetting(
      registry,
      'lenyap',
      now.map((one) => (one.id === id ? { ...one, lapor: null } : one)),
    );
  }
};

type Carrying = {
  /** The account as the registry had it when this look began. */
  readonly known: KnownAccount;
  readonly tempat: Tempat;
  readonly terbuka: AccountStore | undefined;
};

/** Where an app lock is, what waits can be read only while it is open: then in that page, before the account is shut. */
const beforeShut = async (store: AccountStore, { known, tempat, terbuka }: Carrying): Promise<boolean> => {
  if (terbuka) return handOver(terbuka, known, tempat);
  const { open, foto } = await notHanded(store.db);
  return open.length + foto.length === 0;
};

/** Shuts an account and hands over, wipes, tells; `terbuka` is its data in a page, which leaves the wiping to the next one. */
const carryOut = async (store: AccountStore, sejak: number, carrying: Carrying): Promise<Nasib> => {
  const { known, tempat, terbuka } = carrying;
  const { registry } = tempat;
  const isLocked = (await getMeta(store.db, 'kunci')) !== undefined;
  if (isLocked && known.hilang === undefined && !(await beforeShut(store, carrying))) return 'menunggu';
  if (!(await shut(registry, known, sejak))) return 'aman';
  const isHanded = !terbuka && (isLocked || (await handOver(store, known, tempat)));
  // Signed in again meanwhile, by whoever knows the password: then it stops here, and all of it is still there.
  if (!(await stands(registry, known))) return 'aman';
  if (!isHanded) return 'menunggu';
  await wipe(store, tempat);
  await laporLenyap(tempat);
  return 'terhapus';
};

/**
 * Asks whether an account is to be wiped off this phone, and does it where the true server says so. A page that has the
 * account open gives its data as `terbuka`: it is left at once, and the next page, which nothing of it is open in, goes on.
 */
export const periksaHilang = (id: string, tempat: Tempat, terbuka?: AccountStore): Promise<Nasib> =>
  inWipeTurn(id, async () => {
    const known = await tempat.registry.accounts.get(id);
    if (!known) return 'aman';
    const store = await openAccountStore(id, tempat.shelf);
    try {
      // Also where it is shut already: each wiping rests on an order of this very time.
      const order = await askOrder(store, tempat);
      if (!order) return known.hilang === undefined ? 'aman' : 'menunggu';
      return await carryOut(store, order.sejak, { known, tempat, terbuka });
    } finally {
      store.db.close();
    }
  });

/** Looks after all accounts of the phone but `kecuali`; how many were wiped just now. */
export const periksaSemua = async (tempat: Tempat, kecuali: string | null): Promise<number> => {
  await laporLenyap(tempat);
  let lenyap = 0;
  for (const { id } of await tempat.registry.accounts.toArray())
    if (id !== kecuali && (await periksaHilang(id, tempat)) === 'terhapus') lenyap += 1;
  return lenyap;
};
