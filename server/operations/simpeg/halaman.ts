import {
  BARIS_SEHALAMAN,
  type BarisImpor,
  type HalamanImpor,
  type Saringan,
} from '../../../shared/protocol/index.ts';
import type { Beda, HasilPeriksa, Rencana } from '../../../shared/simpeg/index.ts';
import { namaBaris } from './perintah.ts';

/** The rows of a preview, made once; people first, then who is missing. Rows that are no person are left out. */
export type Tampilan = readonly BarisImpor[];

const bedaTampil = ({ bidang, sebelum, sesudah, dibetulkan }: Beda) => ({
  ...{ bidang, sebelum, sesudah },
  ...(dibetulkan ? { dibetulkan } : {}),
});

/** Makes the rows of a preview; columns are called as the file calls them. */
export const tampilan = (hasil: HasilPeriksa, rencana: Rencana): Tampilan => {
  const judul = new Map(
    hasil.lembar.flatMap(({ nama, judul: kolom }) =>
      (kolom ?? []).map((satu): [string, string] => [`${nama}\n${satu.kolom}`, satu.judul]),
    ),
  );
  const orang = rencana.baris.flatMap(({ baris, tindakan, nip, beda, ditahan, sepakat }): BarisImpor[] => {
    const { lembar, nomor, nilai, npsn, salah } = baris;
    if (nilai === null) return [];
    return [
      {
        ...{ kunci: namaBaris(baris), lembar, nomor, nip: nip || nilai.nip, npsn, tindakan },
        nama: nilai.nama,
        salah: salah.map(({ kolom, kelas, nilai: isi, usul }) => ({
          ...{ kelas, nilai: isi, usul },
          kolom: kolom === null ? '' : (judul.get(`${lembar}\n${kolom}`) ?? kolom),
        })),
        beda: beda.map(bedaTampil),
        ditahan: ditahan.map(bedaTampil),
        ...(sepakat.length > 0 ? { sepakat: [...sepakat] } : {}),
      },
    ];
  });
  const hilang = rencana.hilang.map(
    ({ nip, nama, npsn }): BarisImpor => ({
      ...{ kunci: `hilang:${nip}`, lembar: '', nomor: 0, nip, nama, npsn, tindakan: 'hilang' },
      ...{ salah: [], beda: [], ditahan: [] },
    }),
  );
  return [...orang, ...hilang];
};

const LOLOS: Readonly<Record<Saringan, (baris: BarisImpor) => boolean>> = {
  semua: () => true,
  baru: ({ tindakan }) => tindakan === 'new',
  berubah: ({ tindakan }) => tindakan === 'changed',
  sama: ({ tindakan }) => tindakan === 'unchanged',
  bermasalah: ({ salah }) => salah.length > 0,
  ditolak: ({ tindakan }) => tindakan === 'refused',
  hilang: ({ tindakan }) => tindakan === 'hilang',
};

/** How many rows each filter shows. */
export const jumlahDari = (baris: Tampilan): Record<Saringan, number> =>
  Object.fromEntries(
    Object.entries(LOLOS).map(([saring, lolos]) => [saring, baris.filter(lolos).length]),
  ) as Record<Saringan, number>;

/** One page of what a filter and a search leave. */
export const halamanDari = (
  baris: Tampilan,
  { saring, cari, mulai }: { readonly saring: Saringan; readonly cari: string; readonly mulai: number },
): HalamanImpor => {
  const kata = cari.trim().toLowerCase();
  const lolos = baris.filter(
    (satu) =>
      LOLOS[saring](satu) &&
      (kata === '' || `${satu.nama}\n${satu.nip}\n${satu.npsn}`.toLowerCase().includes(kata)),
  );
  return { jumlah: lolos.length, baris: lolos.slice(mulai, mulai + BARIS_SEHALAMAN) };
};
