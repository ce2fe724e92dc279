import { selisihHari, tambahHari } from './tanggal.ts';

/** Why somebody cannot fill in, as she says it herself: causes, not faults. */
export const SEBAB_KENDALA = ['SINYAL', 'HP', 'DATA', 'SAKIT', 'CUTI', 'SIBUK', 'BELUM_TAHU'] as const;
/** One of {@link SEBAB_KENDALA}. */
export type SebabKendala = (typeof SEBAB_KENDALA)[number];

/** Causes that may be told above the school: of illness and leave nothing is said but that the days are owed by nobody. */
export const SEBAB_TERSEBUT = ['SINYAL', 'HP', 'DATA', 'SIBUK', 'BELUM_TAHU'] as const;

/** Days that one kendala may span at most: a year of leave; whoever is away longer says so again. */
export const KENDALA_HARI_MAX = 366;

/** A record of a kendala, as far as sums need it. */
export type KendalaTercatat = {
  readonly owner: string;
  readonly content: { readonly sebab: SebabKendala; readonly mulai: string; readonly selesai: string };
  readonly state: { readonly tahap: string };
  readonly deleted: boolean;
};

/** Ill or on leave: she was not at work, so nothing was owed on those days. */
export const isTidakHadir = (sebab: SebabKendala): boolean => sebab === 'SAKIT' || sebab === 'CUTI';

/** A withdrawn one counts nowhere. */
export const kendalaBerlaku = ({ deleted, state }: KendalaTercatat): boolean =>
  !deleted && state.tahap !== 'DITARIK';

/** Dates of a stretch, both ends included, in order; none where it ends before it begins. */
export const tanggalRentang = (mulai: string, selesai: string): string[] =>
  Array.from({ length: Math.max(0, selisihHari(mulai, selesai) + 1) }, (_, i) => tambahHari(mulai, i));

/** The dates on which each person was ill or on leave; whoever never was has no line. */
export const hariTidakHadir = (
  kendalaList: readonly KendalaTercatat[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const days = new Map<string, Set<string>>();
  for (const kendala of kendalaList) {
    const { sebab, mulai, selesai } = kendala.content;
    if (!kendalaBerlaku(kendala) || !isTidakHadir(sebab)) continue;
    const own = days.get(kendala.owner) ?? new Set();
    for (const tanggal of tanggalRentang(mulai, selesai)) own.add(tanggal);
    days.set(kendala.owner, own);
  }
  return days;
};
