import type { RecordOf } from '../records/record.ts';
import { batasKeberatan } from './keberatan.ts';
import {
  type AturanPeriode,
  aturanPeriode,
  batasPengisian,
  batasSkp,
  kodePeriode,
  type Periode,
  periodeTahun,
  rentangPeriode,
} from './periode.ts';
import { bagianTahun, type SkpTercatat } from './skp-berlaku.ts';
import { tambahHari, tanggalPada } from './tanggal.ts';

/** Something that is to be done from one day to another, both included. */
export type Tenggat = { readonly kode: string; readonly awal: string; readonly akhir: string } & (
  | { readonly jenis: 'skp'; readonly tahun: number }
  | { readonly jenis: 'evaluasi'; readonly periode: Periode }
  | { readonly jenis: 'keberatan'; readonly periode: Periode }
);

type Satker = { readonly periodik?: readonly AturanPeriode[] | undefined; readonly zona: string } | null;
type Evaluasi = Pick<RecordOf<'evaluasi'>, 'content' | 'state' | 'deleted'>;

/** What a person's own records say of it: an SKP that was handed in and an evaluation that was sent are done. */
export type BahanTenggat = {
  readonly satker: Satker;
  readonly skp: readonly SkpTercatat[];
  readonly evaluasi: readonly Evaluasi[];
};

const ZONA = 'Asia/Jakarta';

const tenggatSkp = (tahun: number, { satker, skp }: BahanTenggat): Tenggat[] =>
  skp.some(
    ({ content, state, deleted }) =>
      !deleted && content.tahun === tahun && (state.tahap === 'DIAJUKAN' || state.tahap === 'DISETUJUI'),
  )
    ? []
    : [
        {
          jenis: 'skp',
          kode: `skp-${tahun}`,
          tahun,
          awal: `${tahun}-01-01`,
          akhir: batasSkp(tahun, aturanPeriode(satker, tahun)),
        },
      ];

const tenggatEvaluasi = (tahun: number, { satker, skp, evaluasi }: BahanTenggat): Tenggat[] => {
  const aturan = aturanPeriode(satker, tahun);
  const sudah = new Set(
    evaluasi
      .filter(
        ({ state, deleted }) => !deleted && (state.tahap === 'DIAJUKAN' || state.tahap === 'DITETAPKAN'),
      )
      .map(({ content }) => kodePeriode(content.periode)),
  );
  return periodeTahun(tahun, aturan, bagianTahun(skp, tahun))
    .filter((periode) => !sudah.has(kodePeriode(periode)))
    .map((periode) => ({
      jenis: 'evaluasi' as const,
      kode: `evaluasi-${kodePeriode(periode)}`,
      periode,
      awal: tambahHari(rentangPeriode(periode).akhir, 1),
      akhir: batasPengisian(periode, aturan),
    }));
};

/** From the read mark on (PP 30/2019 pasal 59); nothing where she has objected already. */
const tenggatKeberatan = ({ satker, evaluasi }: BahanTenggat): Tenggat[] =>
  evaluasi.flatMap(({ content: { periode }, state: { tahap, dibaca, keberatan }, deleted }) => {
    if (deleted || tahap !== 'DITETAPKAN' || dibaca === undefined || keberatan) return [];
    const zona = satker?.zona ?? ZONA;
    return [
      {
        jenis: 'keberatan' as const,
        kode: `keberatan-${kodePeriode(periode)}`,
        periode,
        awal: tanggalPada(dibaca, zona),
        akhir: tanggalPada(batasKeberatan(dibaca), zona),
      },
    ];
  });

/**
 * What a person still has to do of a year and is not past, the nearest end first. The year before counts too while its
 * last days run into this one.
 */
export const tenggatBerikut = (hariIni: string, bahan: BahanTenggat): Tenggat[] => {
  const tahun = Number(hariIni.slice(0, 4));
  return [
    ...[tahun - 1, tahun].flatMap((satu) => tenggatEvaluasi(satu, bahan)),
    ...[tahun, tahun + 1].flatMap((satu) => tenggatSkp(satu, bahan)),
    ...tenggatKeberatan(bahan),
  ]
    .filter(({ akhir }) => akhir >= hariIni)
    .sort((a, b) => a.akhir.localeCompare(b.akhir) || a.kode.localeCompare(b.kode));
};
