import {
  bertugasPada,
  HARI_TERTINGGAL,
  hariTidakHadir,
  jenisHari,
  type KendalaTercatat,
  orangBertugasDiHp,
  tambahHari,
  tanggalRentang,
} from '../../shared/domain/index.ts';
import type { RecordOf, Satker } from '../../shared/records/index.ts';
import type { AccountStore, RecordRow } from './database.ts';

/** As far back as a head's look at his school goes. */
const HARI = 28;

type Sekolah = { readonly shard: string; readonly satker: Satker | null; readonly hariIni: string };

/** Rows that count: an own command that the server would not have counts nowhere but with its author. */
export const isTerhitung = ({ hapus, tahap, lokal }: RecordRow): boolean =>
  hapus === 0 && tahap !== 'DITARIK' && lokal !== 'ditolak';

/**
 * How many of a head's teachers have fallen behind, and how many of them with yesterday: the numbers of his screens, counted
 * here by no more than a reminder needs, since every phone keeps the worker. Nobody where the app lock has sealed who serves
 * there and who was ill: a number could be wrong then.
 */
export const jumlahTertinggal = async (
  { db, accountId }: AccountStore,
  { shard, satker, hariIni }: Sekolah,
): Promise<{ readonly jumlah: number; readonly baru: number }> => {
  const dari = async (kind: string): Promise<RecordRow[]> =>
    (await db.records.where('[shard+kind]').equals([shard, kind]).toArray()).filter(isTerhitung);
  const isi = async <T>(kind: string): Promise<T[]> => (await dari(kind)).map(({ visible }) => visible as T);
  const pegawai = await isi<RecordOf<'pegawai'>>('pegawai');
  const penugasan = await isi<RecordOf<'penugasan'>>('penugasan');
  const kendala = await isi<KendalaTercatat>('kendala');
  if (!satker || ![...pegawai, ...penugasan, ...kendala].every(Boolean)) return { jumlah: 0, baru: 0 };
  const terakhir = new Map<string, string>();
  let mulai = hariIni;
  for (const { owner, tanggal } of await dari('entri')) {
    if (tanggal < mulai) mulai = tanggal;
    if (tanggal < hariIni && tanggal > (terakhir.get(owner) ?? '')) terakhir.set(owner, tanggal);
  }
  const awal = tambahHari(hariIni, -HARI);
  const kerja = tanggalRentang(awal, tambahHari(hariIni, -1)).filter(
    (tanggal) => tanggal >= mulai && jenisHari(tanggal, satker).jenis === 'kerja',
  );
  const absen = hariTidakHadir(kendala);
  const batas = HARI_TERTINGGAL[satker.logHarian];
  const kosong = orangBertugasDiHp({ pegawai, penugasan })
    .filter((satu) => satu.id !== accountId && bertugasPada(satu, hariIni))
    .map(
      (satu) =>
        kerja.filter(
          (hari) =>
            hari > (terakhir.get(satu.id) ?? '') &&
            bertugasPada(satu, hari) &&
            !absen.get(satu.id)?.has(hari),
        ).length,
    );
  return {
    jumlah: kosong.filter((hari) => hari >= batas).length,
    baru: kosong.filter((hari) => hari === batas).length,
  };
};
