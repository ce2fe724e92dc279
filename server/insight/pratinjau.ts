import { readFileSync } from 'node:fs';
import { tambahBulan, tanggalPada } from '../../shared/domain/index.ts';
import { type Tabel, type Terbitan, tanggalTerbit } from '../../shared/publik/index.ts';
import type { Store } from '../store/index.ts';
import { bingkai } from './bingkai.ts';
import { ringkasan } from './halaman.ts';
import { publikasiKosong } from './publikasi.ts';
import { hitungTerbitan } from './terbit.ts';

const GAYA = new URL('../../client/public/publik.css', import.meta.url);
const BULAN = 3;

/** Last periods of a table that are due, or the last that is over where none is. */
const periodeTerakhir = (tabel: Tabel, hariIni: string): string[] => {
  if (tabel === 'predikat') {
    const tahun = Number(hariIni.slice(0, 4));
    return [String(tanggalTerbit('predikat', String(tahun - 1)) <= hariIni ? tahun - 1 : tahun - 2)];
  }
  const bulan = hariIni.slice(0, 7);
  const lalu = Array.from({ length: BULAN + 1 }, (_, i) => tambahBulan(bulan, i - BULAN - 1));
  return lalu.filter((satu) => tanggalTerbit(tabel, satu) <= hariIni).slice(-BULAN);
};

type Dilihat = {
  readonly instansi: string;
  readonly tabel: readonly Tabel[];
  /** False where the service shows it, and its style comes from there. */
  readonly berkas?: boolean;
};

/**
 * The public page as it would be with these tables, counted now and kept nowhere: one file that opens without the
 * service, or a page of the service.
 */
export const pratinjau = async (
  rooms: { readonly store: Store; readonly clock: () => number },
  { instansi, tabel, berkas = true }: Dilihat,
): Promise<string> => {
  const hariIni = tanggalPada(rooms.clock(), 'Asia/Jakarta');
  const daftar = tabel.flatMap((satu) =>
    periodeTerakhir(satu, hariIni).map((periode) => ({ tabel: satu, periode })),
  );
  const dihitung = await hitungTerbitan(rooms, daftar);
  const milik = (satu: Tabel): Terbitan[] => dihitung.filter((terbitan) => terbitan.tabel === satu);
  const terbitan = {
    ...{ pengisian: milik('pengisian'), periksa: milik('periksa'), jenis: milik('jenis') },
    ...{ beban: milik('beban'), detik: milik('detik'), predikat: milik('predikat') },
  };
  const { judul, isi } = ringkasan({ ...publikasiKosong(instansi, tabel), terbitan });
  const gaya = berkas ? { gaya: readFileSync(GAYA, 'utf8') } : {};
  return String(bingkai({ judul: `Pratinjau: ${judul}`, isi, ...gaya }));
};
