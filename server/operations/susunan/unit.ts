import {
  JENIS_KEPALA,
  namaLengkap,
  type Tugas,
  tanggalPada,
  tugasBerlaku,
  ZONA_TERDEPAN,
} from '../../../shared/domain/index.ts';
import type { Pegawai, Penugasan, RecordKind, RecordOf } from '../../../shared/records/index.ts';
import type { ReadTx, StoredGrant } from '../../store/index.ts';

/** A unit with everybody who is or was in it: records, assignments, rights. */
export type UnitDibaca = {
  readonly shard: string;
  readonly npsn: string;
  readonly nama: string;
  readonly zona: string;
  /** No school: where heads are rated, or where the instansi keeps whoever belongs to none. */
  readonly wilayah: boolean;
  readonly pegawai: readonly RecordOf<'pegawai'>[];
  readonly tugas: readonly RecordOf<'penugasan'>[];
  readonly hak: readonly StoredGrant[];
};

/** An assignment in a unit; `id` null for one that no record says because it is older than such records. */
export type TugasOrang = Tugas &
  Pick<Penugasan, 'alasan' | 'terkait'> & {
    readonly id: string | null;
    readonly orang: string;
    readonly unit: string;
  };

/** Since when somebody is where she always was. */
export const SEJAK_DULU = '2015-01-01';
const ZONA = 'Asia/Jakarta';

const semua = async <K extends RecordKind>(tx: ReadTx, shard: string, kind: K): Promise<RecordOf<K>[]> =>
  (await tx.recordsOfKind(shard, kind))
    .map(({ record }) => record as RecordOf<K>)
    .filter(({ deleted }) => !deleted);

/** Reads one unit. */
export const bacaUnit = async (tx: ReadTx, shard: string): Promise<UnitDibaca> => {
  const [satker] = await semua(tx, shard, 'satker');
  const npsn = shard.slice(shard.indexOf(':') + 1);
  return {
    shard,
    npsn,
    nama: satker?.content.nama ?? npsn,
    zona: satker?.content.zona ?? ZONA,
    wilayah: /^\D/.test(npsn),
    pegawai: await semua(tx, shard, 'pegawai'),
    tugas: await semua(tx, shard, 'penugasan'),
    hak: await tx.grantsIn(shard),
  };
};

/** The date in a unit at an instant, epoch ms. */
export const hariDi = ({ zona }: Pick<UnitDibaca, 'zona'>, saat: number): string => tanggalPada(saat, zona);

/** The date by which an admin's screens go: it is the same for all of Indonesia's zones but for two hours. */
export const hariPusat = (saat: number): string => tanggalPada(saat, ZONA_TERDEPAN);

const berlaku = ({ since, until }: StoredGrant, now: number): boolean =>
  since <= now && (until === null || now < until);

const dulu = (orang: string, unit: string, jenis: Penugasan['jenis']): TugasOrang => ({
  ...{ id: null, orang, unit, jenis, mulai: SEJAK_DULU, akhir: null, sebab: null },
  ...{ alasan: '', terkait: null },
});

/**
 * Every assignment in a unit. People of an import, of the command line and of before have none written: whoever holds the
 * right of a penilai heads the unit, whoever has a record there works there.
 */
export const tugasUnit = ({ shard, pegawai, tugas, hak }: UnitDibaca, now: number): TugasOrang[] => {
  const tertulis = tugas.map(
    ({ id, owner, content }): TugasOrang => ({ ...content, id, orang: owner, unit: shard }),
  );
  const punya = (jenis: readonly string[]): Set<string> =>
    new Set(tertulis.flatMap((satu) => (jenis.includes(satu.jenis) ? [satu.orang] : [])));
  const [memimpin, bekerja] = [punya(JENIS_KEPALA), punya(['induk', 'nonInduk', 'kepala'])];
  const kepala = new Set(
    hak.flatMap((satu) =>
      satu.peran === 'penilai' && berlaku(satu, now) && !memimpin.has(satu.account) ? [satu.account] : [],
    ),
  );
  const lain = pegawai.flatMap(({ owner }) =>
    bekerja.has(owner) || kepala.has(owner) ? [] : [dulu(owner, shard, 'induk')],
  );
  return [...tertulis, ...[...kepala].map((orang) => dulu(orang, shard, 'kepala')), ...lain];
};

/** Whoever is to be named as penilai on a day: the head; without one who stands in for him, and last who does so by the day. */
export const penilaiUnit = (tugas: readonly TugasOrang[], hari: string): TugasOrang | null => {
  const kini = tugas.filter((satu) => JENIS_KEPALA.includes(satu.jenis) && tugasBerlaku(satu, hari));
  for (const jenis of JENIS_KEPALA) {
    const [satu] = kini.filter((lain) => lain.jenis === jenis);
    if (satu) return satu;
  }
  return null;
};

const AWALAN: Partial<Record<Penugasan['jenis'], string>> = { plt: 'Plt. ', plh: 'Plh. ' };

/** How a penilai is named in the records of those whom he rates. */
export const sebutanPenilai = (
  { orang, jenis }: Pick<TugasOrang, 'orang' | 'jenis'>,
  isi: Pick<Pegawai, 'nama' | 'gelarDepan' | 'gelarBelakang' | 'jabatan'>,
): NonNullable<Pegawai['penilai']> => ({
  id: orang,
  nama: namaLengkap(isi),
  jabatan: AWALAN[jenis] ? `${AWALAN[jenis]}Kepala Sekolah` : isi.jabatan,
});
