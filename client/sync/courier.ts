import { CourierAnswer, CourierKey, fromBase64Url } from '../../shared/protocol/index.ts';
import { getMeta, setMeta, type TitipanMasuk } from '../store/database.ts';
import { readAnswer, type Trouble } from './answer.ts';
import type { UploadParts } from './photos.ts';
import { offsetIn, putPiece, RESTART } from './pieces.ts';
import type { Signer } from './transport.ts';

const TIMEOUT = 30_000;
const WEEK = 7 * 86_400_000;
/** How often one run lets the server send a file back to an earlier byte. */
const MOST_BACK = 3;

/** Codes that say the file itself is not wanted: it is set aside with its reason, and the others go on. */
const UNWANTED: ReadonlySet<Trouble['code']> = new Set([
  'bukan_titipan',
  'kunci_titipan',
  'titipan_rusak',
  'titipan_asing',
  'terlalu_besar',
  'isi_salah',
]);

/** The server's public key for what only it may open; null where it did not answer. */
export const fetchCourierKey = async (transport: UploadParts['transport']): Promise<CourierKey | null> => {
  const read = await readAnswer(await transport({ method: 'GET', path: '/api/courier', timeout: TIMEOUT }));
  return read.ok ? (CourierKey.safeParse(read.json).data ?? null) : null;
};

/** What carrying needs of the world: the uploader's, and this phone's signature. */
export type CourierParts = UploadParts & { readonly sign: Signer };

/**
 * Brings colleagues' files to the server, in pieces, after the own text; and keeps the server's key at hand, so that this
 * phone can make such a file where there is no network. Files with photos keep to the person's choice about data.
 */
export const createCourier = (parts: CourierParts) => {
  const { store, transport, clock, sign, allowed } = parts;
  const { db } = store;

  const delivered = async (row: TitipanMasuk, response: Response): Promise<Trouble | null> => {
    const read = await readAnswer({ kind: 'jawaban', response });
    if (!read.ok) return read;
    const { data } = CourierAnswer.safeParse(read.json);
    if (!data) return { ok: false, code: 'server_diam', floor: 0 };
    const bukti = fromBase64Url(data.bukti).buffer;
    await db.transaction('rw', [db.titipan, db.bytes], async () => {
      await db.titipan.put({ ...row, nama: data.nama, status: 'terkirim', bukti });
      await db.bytes.delete(row.id);
    });
    return null;
  };

  /** What became of a piece that was not taken: the file is set aside, goes on elsewhere, or has to wait. */
  const notTaken = async (row: TitipanMasuk, piece: Trouble): Promise<TitipanMasuk | Trouble | null> => {
    if (RESTART.has(piece.code)) return { ...row, offset: offsetIn(piece) };
    if (!UNWANTED.has(piece.code)) return piece;
    await db.titipan.put({ ...row, status: 'ditolak', code: piece.code });
    return null;
  };

  /** One piece: the file as it is then, null where it is done with, or why it has to wait. */
  const step = async (row: TitipanMasuk, bytes: ArrayBuffer): Promise<TitipanMasuk | Trouble | null> => {
    const { id, offset } = row;
    const piece = await putPiece(parts, { path: `/api/courier/${id}`, bytes, offset, done: 200, sign });
    if (!piece.ok) return notTaken(row, piece);
    return piece.whole ? delivered(row, piece.whole) : { ...row, offset: piece.offset };
  };

  /** Sends one file from where the server's last byte is. One that goes back too often waits for the next run. */
  const sendOne = async (file: TitipanMasuk): Promise<Trouble | null> => {
    const stored = await db.bytes.get(file.id);
    let row = file;
    for (let back = 0; stored && back < MOST_BACK; ) {
      if (row.foto > 0 && !(await allowed())) return null;
      const next = await step(row, stored.bytes);
      if (!next || 'ok' in next) return next;
      if (next.offset <= row.offset) back += 1;
      row = next;
      await db.titipan.put(row);
    }
    return null;
  };

  const refreshKey = async (): Promise<void> => {
    const known = await getMeta(db, 'kunciServer');
    if (known?.bukti && clock() - known.at < WEEK) return;
    const key = await fetchCourierKey(transport);
    const bukti = known?.bukti ?? key?.bukti;
    if (key) await setMeta(db, 'kunciServer', { ...key, ...(bukti ? { bukti } : {}), at: clock() });
  };

  /** Brings what waits; ends at the first trouble with the line or the server. */
  const run = async (): Promise<Trouble | null> => {
    for (const row of await db.titipan.where('jenis').equals('masuk').toArray()) {
      const trouble = row.jenis === 'masuk' && row.status === 'menunggu' ? await sendOne(row) : null;
      // Too many files within the hour: they wait, the own text does not.
      if (trouble?.code === 'terlalu_sering') return null;
      if (trouble) return trouble;
    }
    await refreshKey();
    return null;
  };
  return { run };
};
