import { tambahBulan, tambahHari } from './tanggal.ts';

/** Kinds of period: the instansi evaluates either each month or each quarter, and every year (Kepmendikdasmen 271/O/2025). */
export const TIPE_PERIODE = ['bulanan', 'triwulanan', 'tahunan'] as const;
/** One of {@link TIPE_PERIODE}. */
export type TipePeriode = (typeof TIPE_PERIODE)[number];

/** Part of a year, both ends included: one SKP's where the year has more than one (mutasi, promotion, another penilai). */
export type Bagian = { readonly awal: string; readonly akhir: string };

/**
 * A period of evaluation. `angka` is BKN's angka periodik: month 1 to 12, quarter 1 to 4, always 1 for a year. A year that
 * was served under two SKP is evaluated by its parts, each by the penilai of that part (PermenPANRB 6/2022).
 */
export type Periode = {
  readonly tahun: number;
  readonly tipe: TipePeriode;
  readonly angka: number;
  readonly bagian?: Bagian | undefined;
};

/** How many periods of a kind a year has. */
const BANYAK = { bulanan: 12, triwulanan: 4, tahunan: 1 } as const satisfies Record<TipePeriode, number>;
const HURUF = { bulanan: 'B', triwulanan: 'T', tahunan: 'A' } as const satisfies Record<TipePeriode, string>;

/** True for an angka periodik that the kind has. */
export const angkaAda = ({ tipe, angka }: Periode): boolean => angka >= 1 && angka <= BANYAK[tipe];

/** All periods of one kind in a year, in order: together they cover it without gap or overlap. */
export const periodeSetahun = (tahun: number, tipe: TipePeriode): Periode[] =>
  Array.from({ length: BANYAK[tipe] }, (_, i) => ({ tahun, tipe, angka: i + 1 }));

/** A part is of a year, within it, and not upside down. */
export const bagianAda = ({ tahun, tipe, bagian }: Periode): boolean =>
  bagian === undefined ||
  (tipe === 'tahunan' &&
    bagian.awal <= bagian.akhir &&
    bagian.awal.startsWith(`${tahun}-`) &&
    bagian.akhir.startsWith(`${tahun}-`));

/** Name of a period as a whole, such as `2026-B11`, `2026-T4`, `2026-A1`: what holds for all of its parts goes by it. */
export const kodeUtuh = ({ tahun, tipe, angka }: Periode): string => `${tahun}-${HURUF[tipe]}${angka}`;

const hariBulan = (tanggal: string): string => tanggal.slice(5).replace('-', '');

/** Short name of a period, with its days where it is a part (`2026-A1-0701-1231`): the same period, the same name. */
export const kodePeriode = (periode: Periode): string => {
  const { bagian } = periode;
  const utuh = kodeUtuh(periode);
  return bagian ? `${utuh}-${hariBulan(bagian.awal)}-${hariBulan(bagian.akhir)}` : utuh;
};

/** The period that {@link kodePeriode} names; null where the text names none. */
export const bacaKodePeriode = (kode: string): Periode | null => {
  const [, tahun, huruf, angka, awal, akhir] =
    /^(20\d{2})-([BTA])([1-9]\d?)(?:-(\d{4})-(\d{4}))?$/.exec(kode) ?? [];
  const tipe = TIPE_PERIODE.find((satu) => HURUF[satu] === huruf);
  const tanggal = (hari: string): string => `${tahun}-${hari.slice(0, 2)}-${hari.slice(2)}`;
  const bagian = awal && akhir ? { bagian: { awal: tanggal(awal), akhir: tanggal(akhir) } } : {};
  const periode = tipe && { tahun: Number(tahun), tipe, angka: Number(angka), ...bagian };
  return periode && angkaAda(periode) && bagianAda(periode) ? periode : null;
};

/** First and last day of a period, both included. */
export const rentangPeriode = ({ tahun, tipe, angka, bagian }: Periode): Bagian => {
  if (bagian) return bagian;
  const bulan = 12 / BANYAK[tipe];
  const mulai = tambahBulan(`${tahun}-01`, (angka - 1) * bulan);
  return { awal: `${mulai}-01`, akhir: tambahHari(`${tambahBulan(mulai, bulan)}-01`, -1) };
};

/** True where the same days would be evaluated twice: periods of one year overlap unless one of them is the year itself. */
export const bertumpangPeriode = (a: Periode, b: Periode): boolean => {
  if ((a.tipe === 'tahunan') !== (b.tipe === 'tahunan')) return false;
  const [x, y] = [rentangPeriode(a), rentangPeriode(b)];
  return x.awal <= y.akhir && y.awal <= x.akhir;
};

/**
 * How the instansi evaluates from the year `sejak` on; `batasHari` is how many days after a period's end it may be filled
 * in, `batasTahunan` the same of the year, `batasSkp` the month and day (`MM-DD`) by which SKP of the year are fixed.
 */
export type AturanPeriode = {
  readonly sejak: number;
  readonly tipe: Exclude<TipePeriode, 'tahunan'>;
  readonly batasHari: number;
  readonly batasTahunan?: number | undefined;
  readonly batasSkp?: string | undefined;
};

/** Where the instansi has said nothing: each month, to be filled in by the 5th of the next. */
const BAWAAN: AturanPeriode = { sejak: 0, tipe: 'bulanan', batasHari: 5 };
/** The yearly evaluation is closed by about 10 January (SE Kepala BKN 11/2023 in practice). */
export const BATAS_TAHUNAN = 10;
/** SKP are fixed by the end of January (PermenPANRB 6/2022; Kepmendikdasmen 271/O/2025). */
export const BATAS_SKP = '01-31';

/** The rule of a year: the latest that began by then; monthly with five days where there is none. */
export const aturanPeriode = (
  satker: { readonly periodik?: readonly AturanPeriode[] | undefined } | null,
  tahun: number,
): AturanPeriode =>
  (satker?.periodik ?? []).reduce(
    (best, aturan) => (aturan.sejak <= tahun && aturan.sejak >= best.sejak ? aturan : best),
    BAWAAN,
  );

/** Batas pengisian: the last day on which a period should be filled in. Afterwards people are reminded, nothing is refused. */
export const batasPengisian = (
  periode: Periode,
  { batasHari, batasTahunan = BATAS_TAHUNAN }: AturanPeriode,
): string => tambahHari(rentangPeriode(periode).akhir, periode.tipe === 'tahunan' ? batasTahunan : batasHari);

/** The last day on which SKP of a year should be handed in. Afterwards people are reminded, nothing is refused. */
export const batasSkp = (tahun: number, aturan: Pick<AturanPeriode, 'batasSkp'>): string =>
  `${tahun}-${aturan.batasSkp ?? BATAS_SKP}`;

/**
 * The periods of a year under the instansi's rule, the year itself last: by its parts where it was served under several SKP
 * (`skp`, their periods).
 */
export const periodeTahun = (
  tahun: number,
  aturan: AturanPeriode,
  skp: readonly Bagian[] = [],
): Periode[] => [
  ...periodeSetahun(tahun, aturan.tipe),
  ...periodeSetahun(tahun, 'tahunan').flatMap((setahun) =>
    skp.length > 1 ? skp.map(({ awal, akhir }) => ({ ...setahun, bagian: { awal, akhir } })) : [setahun],
  ),
];
