import {
  bertugasAntara,
  bertugasPada,
  hariTidakHadir,
  type KendalaTercatat,
  kedudukan,
  orangBertugasDiHp,
  type RingkasBulan,
  ringkasBulan,
  selamaBertugas,
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
  /** Her days there: none of the month where she served elsewhere. */
  readonly ringkas: RingkasBulan;
  /** False for who has left, or has not come yet: she falls behind with nothing. */
  readonly bertugas: boolean;
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

/** The staff who served there in one month, without the head himself, the emptiest first. */
export const guruSebulan = (
  bulan: string,
  hariIni: string,
  konteks: {
    entri: readonly EntriRow[];
    kendala: readonly KendalaTercatat[];
    pegawai: readonly RecordOf<'pegawai'>[];
    penugasan: readonly RecordOf<'penugasan'>[];
    satker: RecordOf<'satker'> | undefined;
    saya: string;
  },
): GuruBulan[] => {
  const perGuru = byOwner(konteks.entri);
  const absen = hariTidakHadir(konteks.kendala);
  const masa = new Map(orangBertugasDiHp(konteks).map((satu) => [satu.id, satu]));
  return konteks.pegawai
    .flatMap((pegawai) => {
      const orang = masa.get(pegawai.owner);
      if (pegawai.owner === konteks.saya || !orang || !bertugasAntara(orang, `${bulan}-01`, `${bulan}-31`))
        return [];
      const milik = perGuru.get(pegawai.owner) ?? [];
      const ringkas = tanpaAbsen(
        selamaBertugas(ringkasBulan(bulan, milik, konteks.satker?.content ?? null, hariIni), orang, hariIni),
        absen.get(pegawai.owner) ?? new Set(),
      );
      const count = (tahap: string) => milik.filter(({ state }) => state.tahap === tahap).length;
      const terisi = [...new Set(milik.map(({ content }) => content.tanggal))].sort();
      const bertugas = bertugasPada(orang, hariIni);
      return [
        {
          pegawai,
          ringkas,
          bertugas,
          menunggu: count('DIAJUKAN'),
          dikembalikan: count('DIKEMBALIKAN'),
          disetujui: count('DISETUJUI'),
          kosongBerturut: bertugas ? kosongDiAkhir(ringkas.kosong, terisi, hariIni) : 0,
        },
      ];
    })
    .sort(
      (a, b) =>
        a.ringkas.terisi - b.ringkas.terisi || a.pegawai.content.nama.localeCompare(b.pegawai.content.nama),
    );
};

/** Who teaches there too, and is rated at her own school: her name alone belongs here. */
export const guruTamu = (
  { penugasan, pegawai }: Pick<Parameters<typeof guruSebulan>[2], 'penugasan' | 'pegawai'>,
  hariIni: string,
): RecordOf<'pegawai'>[] => {
  const tugas = penugasan.map(({ owner, content }) => ({ owner, ...content }));
  return pegawai.filter(
    ({ owner }) =>
      kedudukan(
        tugas.filter((satu) => satu.owner === owner),
        hariIni,
      ) === 'nonInduk',
  );
};
