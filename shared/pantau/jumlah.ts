import { kendalaBerlaku, SEBAB_KENDALA, type SebabKendala } from '../domain/kendala.ts';
import { berlaku } from '../domain/ringkas.ts';
import { tanggalPada } from '../domain/tanggal.ts';
import type { AnyRecord, RecordOf } from '../records/record.ts';

/*
 * What a school's figures are kept as: sums by kind, day and somebody or something. Each record adds a few of them, so a
 * record that changes takes its old ones away and brings its new ones, in any order and with the same end.
 *
 *   terisi   entries that count            day of the work    owner
 *   tunggu   what waits for the penilai    since when         kind, owner and, of an entry, the day of arrival
 *   periksa  answers to entries            day of the answer  days it took
 *   kendala  causes that were told         first day          cause, last day and owner
 */

/** Changes with the rules below: sums of another version are counted anew. */
export const VERSI_JUMLAH = 2;

/** Kinds of sums. */
export const APA_JUMLAH = ['terisi', 'tunggu', 'periksa', 'kendala'] as const;
/** One of {@link APA_JUMLAH}. */
export type ApaJumlah = (typeof APA_JUMLAH)[number];

/** One sum of a school. */
export type Jumlah = {
  readonly apa: ApaJumlah;
  /** `YYYY-MM-DD`. */
  readonly hari: string;
  readonly siapa: string;
  readonly nilai: number;
};

/** Kinds of work that wait for whoever rates; evaluations wait for their teacher too, but not for him. */
export const JENIS_TUNGGU = ['entri', 'skp', 'evaluasi', 'praktik', 'kendala'] as const;
/** One of {@link JENIS_TUNGGU}. */
export type JenisTunggu = (typeof JENIS_TUNGGU)[number];

/** Instants are dated where most of the country is: a day at either end changes no figure that anybody reads. */
const ZONA = 'Asia/Jakarta';
const HARI = 86_400_000;
/** An answer that took longer counts as so many days. */
export const PERIKSA_TERLAMA = 99;

const tunggu = (jenis: JenisTunggu, hari: string, owner: string, tiba: number | null = null): Jumlah => ({
  apa: 'tunggu',
  hari,
  siapa: tiba === null ? `${jenis} ${owner}` : `${jenis} ${owner} ${tanggalPada(tiba, ZONA)}`,
  nilai: 1,
});

const jumlahEntri = (entri: RecordOf<'entri'>, tiba: number | null): Jumlah[] => {
  if (!berlaku(entri)) return [];
  const { tanggal } = entri.content;
  const { tahap, pada } = entri.state;
  const terisi: Jumlah = { apa: 'terisi', hari: tanggal, siapa: entri.owner, nilai: 1 };
  if (tahap === 'DIAJUKAN') return [terisi, tunggu('entri', tanggal, entri.owner, tiba)];
  if (tiba === null || pada === undefined) return [terisi];
  const lama = Math.min(PERIKSA_TERLAMA, Math.max(0, Math.floor((pada - tiba) / HARI)));
  return [terisi, { apa: 'periksa', hari: tanggalPada(pada, ZONA), siapa: String(lama), nilai: 1 }];
};

const jumlahKendala = (kendala: RecordOf<'kendala'>): Jumlah[] => {
  if (!kendalaBerlaku(kendala)) return [];
  const { sebab, mulai, selesai } = kendala.content;
  const siapa = `${sebab} ${selesai} ${kendala.owner}`;
  const satu: Jumlah = { apa: 'kendala', hari: mulai, siapa, nilai: 1 };
  return kendala.state.tahap === 'DILAPORKAN' ? [satu, tunggu('kendala', mulai, kendala.owner)] : [satu];
};

/** True where how long the answer took is one of the record's sums: then {@link jumlahRekam} wants to know when it had come. */
export const adaPutusan = ({ kind, state }: AnyRecord): boolean =>
  kind === 'entri' && (state.tahap === 'DISETUJUI' || state.tahap === 'DIKEMBALIKAN');

/** True where an entry waits for an answer: then {@link jumlahRekam} wants to know since when it is there to be answered. */
export const menungguPutusan = ({ kind, state }: AnyRecord): boolean =>
  kind === 'entri' && state.tahap === 'DIAJUKAN';

/**
 * The sums that a record brings. `tiba` is when the version that was answered, or that waits for it, had arrived (epoch ms;
 * null where that is not known any more): a teacher's own time to mend an entry, or to write one down, is not the penilai's.
 */
export const jumlahRekam = (record: AnyRecord, tiba: number | null): Jumlah[] => {
  if (record.kind === 'entri') return jumlahEntri(record, tiba);
  if (record.kind === 'kendala') return jumlahKendala(record);
  if (record.kind !== 'skp' && record.kind !== 'evaluasi' && record.kind !== 'praktik') return [];
  if (record.deleted || record.state.tahap !== 'DIAJUKAN') return [];
  const { pada } = record.state as { readonly pada?: number };
  return [tunggu(record.kind, pada === undefined ? '' : tanggalPada(pada, ZONA), record.owner)];
};

const kunci = ({ apa, hari, siapa }: Jumlah): string => `${apa} ${hari} ${siapa}`;

/** Sums put together, those that come to nothing left out. */
export const gabungJumlah = (daftar: Iterable<Jumlah>): Jumlah[] => {
  const semua = new Map<string, Jumlah>();
  for (const satu of daftar) {
    const nama = kunci(satu);
    const ada = semua.get(nama);
    semua.set(nama, ada ? { ...ada, nilai: ada.nilai + satu.nilai } : satu);
  }
  return [...semua.values()].filter(({ nilai }) => nilai !== 0);
};

/** What a change of a record does to the sums. */
export const selisihJumlah = (dulu: readonly Jumlah[], kini: readonly Jumlah[]): Jumlah[] =>
  gabungJumlah([...dulu.map((satu) => ({ ...satu, nilai: -satu.nilai })), ...kini]);

/** What stands in the name of a sum of `kendala`. */
export const bacaKendala = (
  siapa: string,
): { readonly sebab: SebabKendala; readonly selesai: string; readonly owner: string } => {
  const [nama = '', selesai = '', owner = ''] = siapa.split(' ');
  return { sebab: SEBAB_KENDALA.find((satu) => satu === nama) ?? 'BELUM_TAHU', selesai, owner };
};

/** What stands in the name of a sum of `tunggu`. */
export const bacaTunggu = (
  siapa: string,
): { readonly jenis: JenisTunggu; readonly owner: string; readonly tiba: string | null } => {
  const [nama = '', owner = '', tiba] = siapa.split(' ');
  return { jenis: JENIS_TUNGGU.find((satu) => satu === nama) ?? 'entri', owner, tiba: tiba ?? null };
};
