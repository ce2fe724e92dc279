import { refuse } from '../../shared/protocol/index.ts';
import type { HasilObservasi, KonfirmasiDokumen, Praktik } from '../../shared/records/index.ts';
import { type PraktikRow, praktikOf } from '../store/index.ts';
import { actOnce, type Done } from './act.ts';
import { type Acting, Refused } from './journal.ts';
import { buangPerintah } from './perbaiki.ts';

/** What was on the screen: what is decided can land only on that (I14). */
type Dilihat = Pick<PraktikRow, 'id' | 'head'>;

const on =
  (kind: string) =>
  (acting: Acting, { id, head }: Dilihat, body: unknown = {}): Promise<Done> =>
    actOnce(acting, { kind, record: id, base: head, body });

/** Keeps what she has written: new where `dilihat` is null, else a change of the one she saw. One a year. */
export const simpanPraktik = (acting: Acting, content: Praktik, dilihat: Dilihat | null): Promise<Done> =>
  dilihat
    ? on('praktik.ubah')(acting, dilihat, content)
    : actOnce(
        acting,
        { kind: 'praktik.susun', record: null, base: null, body: content },
        {
          before: async (db) => {
            if ((await praktikOf(db, acting.actor.id, content.tahun)).length > 0)
              throw new Refused(refuse('sudah_ada'));
          },
        },
      );

/** Puts the text that was refused because another phone had begun the year first into that one. */
export const pakaiPraktik = async (acting: Acting, ditolak: PraktikRow, utama: Dilihat): Promise<Done> => {
  const done = await simpanPraktik(acting, ditolak.content, utama);
  return done.ok ? buangPerintah(acting, ditolak.id) : done;
};

/** Settles two texts of one year. */
export const pilihPraktik = (
  acting: Acting,
  id: string,
  pilihan: { readonly varian: string; readonly pakai: 'varian' | 'kini' },
): Promise<Done> => actOnce(acting, { kind: 'praktik.pilih', record: id, body: pilihan });

/** A step of hers, on the record as it now stands on this phone. */
export const langkahPraktik = (
  acting: Acting,
  id: string,
  langkah: 'ajukan' | 'tarik' | 'tindakLanjut' | 'selesai',
): Promise<Done> => actOnce(acting, { kind: `praktik.${langkah}`, record: id, body: {} });

/** The penilai agrees on a day (`YYYY-MM-DD`) and an hour (`HH:MM`), or moves them. */
export const jadwalkanObservasi: (
  acting: Acting,
  dilihat: Dilihat,
  jadwal: { readonly tanggal: string; readonly mulai: string },
) => Promise<Done> = on('praktik.jadwalkan');

/** The penilai's lembar observasi. */
export const catatObservasi: (
  acting: Acting,
  dilihat: Dilihat,
  isi: Pick<HasilObservasi, 'tanggal' | 'hasil' | 'catatan'>,
) => Promise<Done> = on('praktik.amati');

/** Gives a step back with a reason. */
export const kembalikanPraktik = (acting: Acting, dilihat: Dilihat, alasan: string): Promise<Done> =>
  on('praktik.kembalikan')(acting, dilihat, { alasan });

/** Confirms a document by its code, or takes that back (null). */
export const konfirmasiDokumen = (
  acting: Acting,
  { id }: Dilihat,
  isi: { readonly kode: string; readonly hasil: Omit<KonfirmasiDokumen, 'oleh' | 'pada'> | null },
): Promise<Done> => actOnce(acting, { kind: 'praktik.konfirmasi', record: id, body: isi });
