import type { Portofolio } from '../records/portofolio.ts';
import type { RecordOf } from '../records/record.ts';
import { bulanDari } from './tanggal.ts';

/** One piece of work as everybody sees it: her words, the month, and photos with theirs. */
export type ButirPublik = {
  readonly judul: string;
  readonly teks: string;
  /** Month of the entry, `YYYY-MM`. */
  readonly bulan: string;
  readonly foto: readonly { readonly sha: string; readonly keterangan: string }[];
};

/** A portfolio as everybody sees it. */
export type PortofolioPublik = {
  readonly nama: string;
  readonly sebutan: string;
  readonly pengantar: string;
  readonly sekolah: string | null;
  readonly dicari: boolean;
  readonly butir: readonly ButirPublik[];
};

type Entri = Pick<RecordOf<'entri'>, 'owner' | 'content' | 'state' | 'deleted'>;

/**
 * What of a portfolio may be seen now: pieces whose entry is her own and stands approved at this moment, and of their
 * photos those that the entry still names. The same for the preview on the phone and for every look from outside.
 */
export const portofolioPublik = (
  { nama, sebutan, pengantar, tampilSekolah, dicari, butir }: Portofolio,
  {
    owner,
    sekolah,
    entri,
  }: {
    readonly owner: string;
    readonly sekolah: string;
    readonly entri: (id: string) => Entri | undefined;
  },
): PortofolioPublik => ({
  nama,
  sebutan,
  pengantar,
  sekolah: tampilSekolah ? sekolah : null,
  dicari,
  butir: butir.flatMap(({ entri: id, judul, teks, foto }) => {
    const asal = entri(id);
    if (asal?.owner !== owner || asal.deleted || asal.state.tahap !== 'DISETUJUI') return [];
    const milik = new Set(asal.content.foto.map(({ sha }) => sha));
    const tampil = foto
      .filter(({ sha }) => milik.has(sha))
      .map(({ sha, keterangan }) => ({ sha, keterangan }));
    return [{ judul, teks, bulan: bulanDari(asal.content.tanggal), foto: tampil }];
  }),
});

/** Words that a reader takes for a result of hers; the page is about work, and a result is nobody's to publish unasked. */
const HASIL =
  /predikat|rating|di\s+atas\s+ekspektasi|sesuai\s+ekspektasi|di\s+bawah\s+ekspektasi|sangat\s+baik|angka\s+kredit/i;

/** Texts of a portfolio that speak of a result: a warning for her, no refusal. */
export const menyebutHasil = ({ pengantar, butir }: Portofolio): boolean =>
  [pengantar, ...butir.flatMap(({ judul, teks }) => [judul, teks])].some((teks) => HASIL.test(teks));
