import { barisBkn, type EntriTercatat, KOLOM_BKN } from '../domain/index.ts';
import type { Skp } from '../records/skp.ts';
import { type Bahan, bulanSurat, identitas, kop, tandaTangan } from './bahan.ts';
import type { Dokumen } from './dokumen.ts';
import { entriBerlaku } from './rekap.ts';

const LEBAR = [18, 9, 7, 7, 28, 8, 9, 14] as const;

/** A month in the eight columns of BKN's progres harian, to be copied over row by row. */
export const dokumenProgres = (
  bahan: Bahan,
  { bulan, entriList, skp }: { bulan: string; entriList: readonly EntriTercatat[]; skp: Skp | null },
): Dokumen => ({
  jenis: 'progres',
  ...kop(bahan),
  judul: 'PROGRES HARIAN',
  keterangan: [`Bulan: ${bulanSurat(bulan)}`],
  identitas: identitas(bahan),
  bagian: [
    {
      judul: null,
      tabel: {
        kolom: KOLOM_BKN.map((judul, i) => ({ judul, lebar: LEBAR[i] ?? 10 })),
        baris: entriBerlaku(entriList, bulan).map(({ content }) => ({ sel: barisBkn(content, skp) })),
        kosong: 'Tidak ada kegiatan pada bulan ini.',
      },
    },
  ],
  tanda: tandaTangan(bahan),
  catatan: ['Urutan kolom sama dengan Progress Harian e-Kinerja BKN. Belum terkirim ke BKN.'],
  sah: false,
  arah: 'rebah',
  tanggal: bahan.tanggal,
});
