import type { SebabKendala } from '../../../shared/domain/index.ts';
import type { BarisPantau, SatuPantau } from '../../../shared/protocol/index.ts';

/** Orders of the table. */
export const URUTAN = ['perhatian', 'isian', 'menunggu', 'nama'] as const;
/** One of {@link URUTAN}. */
export type Urutan = (typeof URUTAN)[number];

/** All that waits in a school, and since when. */
export const menungguDi = ({ tunggu }: Pick<BarisPantau, 'tunggu'>) => ({
  jumlah: tunggu.reduce((sum, { jumlah }) => sum + jumlah, 0),
  sejak: tunggu.flatMap(({ sejak }) => sejak ?? []).sort()[0] ?? null,
});

/** True where a daily log is asked for or welcome and none of the teachers has recorded anything: no figure speaks of them. */
export const belumMulai = ({ mulai, guru, log }: BarisPantau): boolean =>
  mulai === false && guru > 0 && log !== 'mati';
const belumMulaiDulu = (a: BarisPantau, b: BarisPantau): number =>
  Number(belumMulai(b)) - Number(belumMulai(a));

const bagian = ({ terisi, hariKerja }: BarisPantau): number => (hariKerja === 0 ? 2 : terisi / hariKerja);
const BELUM = '9';

const BANDING: Readonly<Record<Urutan, (a: BarisPantau, b: BarisPantau) => number>> = {
  perhatian: (a, b) =>
    belumMulaiDulu(a, b) ||
    b.tertinggal / Math.max(1, b.guru) - a.tertinggal / Math.max(1, a.guru) ||
    bagian(a) - bagian(b),
  isian: (a, b) => belumMulaiDulu(a, b) || bagian(a) - bagian(b),
  menunggu: (a, b) => (menungguDi(a).sejak ?? BELUM).localeCompare(menungguDi(b).sejak ?? BELUM),
  nama: () => 0,
};

/** The schools that a search finds, in an order; of equal ones by name. */
export const urutkan = (
  list: readonly BarisPantau[],
  { urutan, cari }: { readonly urutan: Urutan; readonly cari: string },
): BarisPantau[] => {
  const dicari = cari.trim().toLowerCase();
  return list
    .filter(({ nama, npsn, kabupaten }) => `${nama} ${npsn} ${kabupaten}`.toLowerCase().includes(dicari))
    .sort((a, b) => BANDING[urutan](a, b) || a.nama.localeCompare(b.nama, 'id'));
};

/** All schools together. */
export const jumlahSekolah = (list: readonly BarisPantau[]) => {
  const semua = (dari: (satu: BarisPantau) => number): number =>
    list.reduce((sum, satu) => sum + dari(satu), 0);
  const tunggu = list.flatMap((satu) => satu.tunggu);
  return {
    guru: semua(({ guru }) => guru),
    belumMulai: list.filter(belumMulai).length,
    terisi: semua(({ terisi }) => terisi),
    hariKerja: semua(({ hariKerja }) => hariKerja),
    tertinggal: semua(({ tertinggal }) => tertinggal),
    periksa: semua(({ periksa }) => periksa.jumlah),
    tepat: semua(({ periksa }) => periksa.tepat),
    ...{ menunggu: menungguDi({ tunggu }) },
  };
};

/** Causes over all schools, the most frequent first. */
export const sebabSekolah = (
  list: readonly BarisPantau[],
): { readonly sebab: SebabKendala; readonly guru: number; readonly sekolah: number }[] => {
  const per = new Map<SebabKendala, { guru: number; sekolah: number }>();
  for (const { sebab, guru } of list.flatMap(({ kendala }) => kendala)) {
    const ada = per.get(sebab) ?? { guru: 0, sekolah: 0 };
    per.set(sebab, { guru: ada.guru + guru, sekolah: ada.sekolah + 1 });
  }
  return [...per].map(([sebab, jumlah]) => ({ sebab, ...jumlah })).sort((a, b) => b.guru - a.guru);
};

type Rinci = NonNullable<SatuPantau['rinci']>;
/** A first sign with the name of whom it is about. */
export type TandaSekolah = Rinci['tanda'][number] & { readonly nama: string };
/** An RHK as it is done in the school. */
export type RhkSekolah = Rinci['rhk'][number];

/** First signs by name; those of people who are not among the school's any more are left out. */
export const tandaBernama = ({ rinci, orang }: Pick<SatuPantau, 'rinci' | 'orang'>): TandaSekolah[] => {
  const nama = new Map(orang.map((satu) => [satu.id, satu.nama]));
  return (rinci?.tanda ?? []).flatMap((tanda) => {
    const siapa = nama.get(tanda.id);
    return siapa === undefined ? [] : [{ ...tanda, nama: siapa }];
  });
};
