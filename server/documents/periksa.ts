import {
  bacaKode,
  type Dokumen,
  type JenisDokumen,
  tanggalSurat,
  tulisKode,
} from '../../shared/documents/index.ts';
import { tanggalPada } from '../../shared/domain/index.ts';
import type { Store, StoredDocument } from '../store/index.ts';

/** Names of documents as the page that checks them says them. */
const NAMA: Readonly<Record<JenisDokumen, string>> = {
  rekap: 'Rekapitulasi kegiatan bulanan',
  skp: 'Sasaran Kinerja Pegawai (SKP)',
  progres: 'Progres harian',
  evaluasi: 'Evaluasi Kinerja Pegawai',
  penilaian: 'Dokumen Evaluasi Kinerja Pegawai',
  konversi: 'Konversi Predikat Kinerja ke Angka Kredit',
  akumulasi: 'Akumulasi Angka Kredit',
  penetapan: 'Penetapan Angka Kredit',
};
const ZONA = 'Asia/Jakarta';
/** Nobody types more than this by mistake. */
const TERPANJANG = 40;

/** What may be said of an issued document to anybody who holds it: rows of label and value, and when a newer one was issued. */
export type Diperiksa =
  | { readonly hasil: 'bukan_kode' }
  | { readonly hasil: 'tidak_dikenal'; readonly kode: string }
  | {
      readonly hasil: 'sah';
      readonly baris: readonly (readonly [label: string, isi: string])[];
      readonly lebihBaru: string | null;
    };

/**
 * A name as whoever holds the paper can recognise it and nobody else: the first letter of each word. Who has the code has
 * the paper, and on it the whole name; the page says no more than is needed to see that it is this one.
 */
export const samarkan = (nama: string): string =>
  (nama.split(',')[0] ?? '')
    .split(' ')
    .filter(Boolean)
    .map((kata) => `${Array.from(kata)[0] ?? ''}${'•'.repeat(Math.max(1, Array.from(kata).length - 1))}`)
    .join(' ');

const namaPemilik = ({ identitas }: Pick<Dokumen, 'identitas'>): string =>
  identitas[0]?.baris.find(([label]) => /Nama/.test(label))?.[1] ?? '';

const rincian = (
  one: StoredDocument,
  { satker, zona }: { readonly satker: string; readonly zona: string },
): readonly (readonly [string, string])[] => {
  const { dokumen } = JSON.parse(one.content) as { readonly dokumen: Dokumen };
  return [
    ['Dokumen', NAMA[dokumen.jenis]],
    ['Satuan kerja', satker],
    ['Tentang', one.about],
    ['Pemilik', samarkan(namaPemilik(dokumen))],
    ['Tanggal dokumen', tanggalSurat(dokumen.tanggal)],
    ['Diterbitkan', tanggalSurat(tanggalPada(one.issuedAt, zona))],
    ['Kode', tulisKode(one.code)],
  ];
};

/**
 * Looks a code up that somebody typed. Kind, office, period, dates, and whether a newer version exists; never a predikat,
 * rating or NIP, which are a person's own (UU 14/2008 pasal 17 h).
 */
export const periksaKode = async (store: Pick<Store, 'read'>, diketik: string): Promise<Diperiksa> => {
  const kode = bacaKode(diketik.slice(0, TERPANJANG));
  if (!kode) return { hasil: 'bukan_kode' };
  return store.read(async (tx) => {
    const [one] = await tx.documentsByCode(kode);
    if (!one) return { hasil: 'tidak_dikenal', kode: tulisKode(kode) };
    const record = (await tx.recordsOfKind(one.shard, 'satker'))[0]?.record;
    const satker = record?.kind === 'satker' ? record.content : null;
    const zona = satker?.zona ?? ZONA;
    const nama = satker ? [satker.nama, satker.kabupaten].filter(Boolean).join(', ') : one.shard;
    const [last] = await tx.documentsAbout(one);
    return {
      hasil: 'sah',
      baris: rincian(one, { satker: nama, zona }),
      lebihBaru: last && last.code !== one.code ? tanggalSurat(tanggalPada(last.issuedAt, zona)) : null,
    };
  });
};
