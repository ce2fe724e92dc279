import type { HariKhusus } from '../records/satker.ts';

/** What names a stretch of a school's calendar: its days and its name. Whether it is free may be changed. */
export type NamaHari = Pick<HariKhusus, 'mulai' | 'selesai' | 'nama'>;

const namaHari = ({ mulai, selesai, nama }: NamaHari): string => `${mulai} ${selesai} ${nama}`;

const urut = (a: HariKhusus, b: HariKhusus): number =>
  a.mulai.localeCompare(b.mulai) ||
  a.selesai.localeCompare(b.selesai) ||
  a.nama.localeCompare(b.nama, 'id') ||
  0;

/** A calendar with stretches put in, by date: one that is there already under the same days and name is replaced. */
export const tambahHariKhusus = (
  kalender: readonly HariKhusus[],
  baru: readonly HariKhusus[],
): HariKhusus[] => {
  const semua = new Map([...kalender, ...baru].map((hari) => [namaHari(hari), hari]));
  return [...semua.values()].sort(urut);
};

/** A calendar without stretches. */
export const hapusHariKhusus = (
  kalender: readonly HariKhusus[],
  gugur: readonly NamaHari[],
): HariKhusus[] => {
  const nama = new Set(gugur.map(namaHari));
  return kalender.filter((hari) => !nama.has(namaHari(hari)));
};
