import {
  type CarriedHeader,
  type CourierKey,
  carriedKind,
  splitCarried,
  splitReceipt,
  toBase64Url,
} from '../../shared/protocol/index.ts';
import {
  type AccountDatabase,
  type AccountStore,
  getMeta,
  type JournalRow,
  type Saya,
  titipanKeluar,
} from '../store/index.ts';
import { applyCarried } from '../sync/apply.ts';
import { envelopesOf, photosOf } from './amplop.ts';
import { divide, type Part, sumOf, type Waiting, waiting } from './titip-bagi.ts';
import { openReceipt, sealCargo } from './titip-segel.ts';

/*
 * Titip kirim, for those who never have signal:
 *
 *   owner's queue ─ divide, sign, seal ─▶ file ─ by hand ─▶ colleague's phone ─ PUT /api/courier ─▶ ledger
 *   owner's rows ◀─ open, settle ─ receipt ─ by hand ─ colleague's phone ◀─ sealed answers
 *
 * Making a file marks nothing as sent: everything stays in the queue, and a repeat is free of effect.
 */

type Source = { readonly store: AccountStore; readonly clock: () => number };

/** A file to be handed to a colleague. */
export type BerkasTitipan = { readonly bytes: Uint8Array<ArrayBuffer>; readonly header: CarriedHeader };

/** What became of a file that somebody opened here. */
export type Diterima =
  | { readonly ok: true; readonly jenis: 'titipan'; readonly nama: string }
  | { readonly ok: true; readonly jenis: 'bukti'; readonly jumlah: number }
  | { readonly ok: false; readonly code: 'bukan_titipan' | 'titipan_rusak' | 'bukti_asing' };

type Making = Source & {
  readonly saya: Saya;
  readonly key: CourierKey;
  readonly open: readonly JournalRow[];
};

type Name = Pick<CarriedHeader, 'ikat' | 'bagian' | 'dari'>;

const makeOne = async (making: Making, part: Part, name: Name): Promise<BerkasTitipan> => {
  const { store, saya, key, clock } = making;
  const [envelopes, photos] = [await envelopesOf(making, part), await photosOf(store.db, part)];
  const header: CarriedHeader = {
    ...name,
    kunci: key.id,
    nama: saya.nama.slice(0, 120),
    entri: sumOf([part], ({ rows }) => rows.length),
    foto: photos.length,
  };
  const { file, receiptKey } = await sealCargo(header, { envelopes, photos }, key.kunci);
  await store.db.titipan.put({
    id: `${name.ikat}.${name.bagian}`,
    jenis: 'keluar',
    at: clock(),
    kunci: receiptKey,
    diSini: 1,
    perintah: part.sheets.map(({ rows }) => rows.map(({ id }) => id)),
  });
  return { bytes: file, header };
};

/** Parts of earlier exports of which nothing waits any more can go: their receipts have nothing left to settle. */
const forgetSettled = async (db: AccountDatabase, { open, foto }: Waiting): Promise<void> => {
  const still = new Set(open.map(({ id }) => id));
  const old = (await titipanKeluar(db)).filter(
    ({ perintah }) => foto.length === 0 && !perintah.flat().some((id) => still.has(id)),
  );
  await db.titipan.bulkDelete(old.map(({ id }) => id));
};

/**
 * Makes the files: signed by this phone, sealed to the server's key, at most `most` bytes each. Null where this phone
 * never learnt that key; it does at its first contact with the server.
 */
export const buatTitipan = async (source: Source, most: number): Promise<BerkasTitipan[] | null> => {
  const { db } = source.store;
  const [saya, key] = [await getMeta(db, 'saya'), await getMeta(db, 'kunciServer')];
  if (!saya || !key) return null;
  const what = await waiting(db);
  await forgetSettled(db, what);
  const parts = divide(what, most);
  const ikat = toBase64Url(crypto.getRandomValues(new Uint8Array(12)));
  const files: BerkasTitipan[] = [];
  for (const [i, part] of parts.entries()) {
    const name = { ikat, bagian: i + 1, dari: parts.length };
    files.push(await makeOne({ ...source, saya, key, open: what.open }, part, name));
  }
  return files;
};

/** Files have left this screen, by an app that took them or into the phone's own folder: now they count as handed over. */
export const titipanPergi = async (
  { store: { db }, clock }: Source,
  files: readonly Pick<BerkasTitipan, 'header'>[],
): Promise<void> => {
  for (const { header } of files)
    await db.titipan
      .where('id')
      .equals(`${header.ikat}.${header.bagian}`)
      .modify((row) => {
        Object.assign(row, { at: clock() });
        if (row.jenis === 'keluar') delete row.diSini;
      });
};

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Keeps a colleague's file until it can be brought; one that is here already stays as it is. */
const keep = async ({ store: { db }, clock }: Source, bytes: Uint8Array<ArrayBuffer>): Promise<Diterima> => {
  const header = splitCarried(bytes)?.header;
  if (!header) return { ok: false, code: 'titipan_rusak' };
  const id = hex(await crypto.subtle.digest('SHA-256', bytes));
  const { nama, entri, foto, bagian, dari } = header;
  const row = { id, jenis: 'masuk', at: clock(), nama, entri, foto, bagian, dari } as const;
  await db.transaction('rw', [db.titipan, db.bytes], async () => {
    const known = await db.titipan.get(id);
    if (known?.jenis === 'masuk' && known.status !== 'ditolak') return;
    await db.titipan.put({ ...row, status: 'menunggu', offset: 0 });
    await db.bytes.put({ sha: id, bytes: bytes.slice().buffer });
  });
  return { ok: true, jenis: 'titipan', nama };
};

/** Settles the owner's rows by what the receipt says, exactly as an answer would have. */
const settle = async ({ store: { db } }: Source, bytes: Uint8Array): Promise<Diterima> => {
  const parts = splitReceipt(bytes);
  if (!parts) return { ok: false, code: 'titipan_rusak' };
  const own = await db.titipan.get(`${parts.header.ikat}.${parts.header.bagian}`);
  if (own?.jenis !== 'keluar') return { ok: false, code: 'bukti_asing' };
  const receipt = await openReceipt(parts, own.kunci);
  if (!receipt) return { ok: false, code: 'titipan_rusak' };
  let jumlah = 0;
  for (const [i, ids] of own.perintah.entries()) {
    const answer = receipt.amplop[i];
    if (!answer) continue;
    const rows = await db.journal.bulkGet([...ids]);
    const pairs = rows.flatMap((row, k) => {
      const verdict = answer.res[k];
      return row && verdict?.o === row.number ? [[row, verdict] as const] : [];
    });
    await applyCarried(db, { pairs, now: answer.now, dev: answer.dev });
    for (const [sha, { off }] of Object.entries(answer.blob)) await arrived(db, sha, off);
    jumlah += pairs.length;
  }
  return { ok: true, jenis: 'bukti', jumlah };
};

const arrived = async (db: AccountDatabase, sha: string, off: number): Promise<void> => {
  const photo = await db.photos.get(sha);
  if (photo?.status === 'antri' && off >= photo.size)
    await db.photos.update(sha, {
      status: 'terkirim',
      offset: photo.size,
      code: undefined,
      carried: 1,
    });
};

/** Takes in a file that somebody opened or shared here: a colleague's, to be brought, or the receipt for an own one. */
export const terimaBerkas = async (source: Source, file: ArrayBuffer): Promise<Diterima> => {
  const bytes = new Uint8Array(file);
  const kind = carriedKind(bytes);
  if (!kind) return { ok: false, code: 'bukan_titipan' };
  return kind === 'titipan' ? keep(source, bytes) : settle(source, bytes);
};

/** Lets go of a colleague's file that was delivered or refused. */
export const buangTitipan = async ({ store: { db } }: Source, id: string): Promise<void> => {
  await db.transaction('rw', [db.titipan, db.bytes], async () => {
    await db.titipan.delete(id);
    await db.bytes.delete(id);
  });
};
