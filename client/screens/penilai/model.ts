import {
  hariTidakHadir,
  type KendalaTercatat,
  type RingkasBulan,
  ringkasBulan,
  type Tanda,
  tandaPeriksa,
  tanpaAbsen,
} from '../../../shared/domain/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import type { EntriRow } from '../../store/index.ts';

/** An entry as the head reads it: with its author's name and what deserves a second look. */
export type EntriPeriksa = {
  readonly entri: EntriRow;
  readonly nama: string;
  readonly tanda: readonly Tanda[];
  readonly berubah: boolean;
};

/** One teacher of the school in one month. */
export type GuruBulan = {
  readonly pegawai: RecordOf<'pegawai'>;
  readonly ringkas: RingkasBulan;
  readonly menunggu: number;
  readonly dikembalikan: number;
  readonly disetujui: number;
  /** Working days without an entry at the end of the month so far; today is not over and is not among them. */
  readonly kosongBerturut: number;
};

const byOwner = (entriList: readonly EntriRow[]): Map<string, EntriRow[]> => {
  const groups = new Map<string, EntriRow[]>();
  for (const entri of entriList) groups.set(entri.owner, [...(groups.get(entri.owner) ?? []), entri]);
  return groups;
};

/** Puts names and marks to entries; `sekolah` holds at least the other entries of the same days. */
export const untukDiperiksa = (
  menunggu: readonly EntriRow[],
  konteks: {
    sekolah: readonly EntriRow[];
    pegawai: readonly RecordOf<'pegawai'>[];
    satker: RecordOf<'satker'> | undefined;
    hariIni: string;
    sekarang: string;
  },
): EntriPeriksa[] => {
  const nama = new Map(konteks.pegawai.map((orang) => [orang.owner, orang.content.nama]));
  const perGuru = byOwner(konteks.sekolah);
  return menunggu.map((entri) => {
    const lain = (perGuru.get(entri.owner) ?? [])
      .filter((other) => other.id !== entri.id && other.content.tanggal === entri.content.tanggal)
      .map(({ id, content }) => ({
        id,
        tanggal: content.tanggal,
        mulai: content.mulai,
        selesai: content.selesai,
        uraian: content.uraian,
      }));
    return {
      entri,
      nama: nama.get(entri.owner) ?? '',
      tanda: tandaPeriksa(entri.content, { lain, satker: konteks.satker?.content ?? null, kini: konteks }),
      berubah: entri.variants.length > 0,
    };
  });
};

const kosongDiAkhir = (kosong: readonly string[], terisi: readonly string[], hariIni: string): number => {
  const terakhir = terisi.at(-1) ?? '';
  return kosong.filter((tanggal) => tanggal > terakhir && tanggal < hariIni).length;
};

/** The staff in one month, without the head himself, the emptiest first. */
export const guruSebulan = (
  bulan: string,
  hariIni: string,
  konteks: {
    entri: readonly EntriRow[];
    kendala: readonly KendalaTercatat[];
    pegawai: readonly RecordOf<'pegawai'>[];
    satker: RecordOf<'satker'> | undefined;
    saya: string;
  },
): GuruBulan[] => {
  const perGuru = byOwner(konteks.entri);
  const absen = hariTidakHadir(konteks.kendala);
  return konteks.pegawai
    .filter((orang) => orang.owner !== konteks.saya)
    .map((pegawai) => {
      const milik = perGuru.get(pegawai.owner) ?? [];
      const ringkas = tanpaAbsen(
        ringkasBulan(bulan, milik, konteks.satker?.content ?? null, hariIni),
        absen.get(pegawai.owner) ?? new Set(),
      );
      const count = (tahap: string) => milik.filter(({ state }) => state.tahap === tahap).length;
      const terisi = [...new Set(milik.map(({ content }) => content.tanggal))].sort();
      return {
        pegawai,
        ringkas,
        menunggu: count('DIAJUKAN'),
        dikembalikan: count('DIKEMBALIKAN'),
        disetujui: count('DISETUJUI'),
        kosongBerturut: kosongDiAkhir(ringkas.kosong, terisi, hariIni),
      };
    })
    .sort(
      (a, b) =>
        a.ringkas.terisi - b.ringkas.terisi || a.pegawai.content.nama.localeCompare(b.pegawai.content.nama),
    );
};
