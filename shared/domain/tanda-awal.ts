import { HARI_TERTINGGAL, type LogHarian } from './alur.ts';
import { berlaku } from './ringkas.ts';
import { teksPolos } from './teks-polos.ts';
import type { EntriSekolah, IsianGuru } from './wawasan.ts';

/**
 * A first sign of trouble, for a talk rather than a verdict. `jumlah` of `dari`: empty working days at the end, entries
 * sent back that still wait for their author, entries without evidence, entries of one and the same text. `entri` are
 * those entries, the newest first; `sejak` is the oldest day of what is meant.
 */
export type TandaAwal = {
  readonly owner: string;
  readonly jenis: 'kosong' | 'dikembalikan' | 'tanpa_bukti' | 'teks_sama';
  readonly jumlah: number;
  readonly dari: number;
  readonly sejak: string | null;
  readonly entri: readonly string[];
};

/** From how many on a sign is worth a head's look. Shares count from so many entries on, that one busy day is no sign. */
export const AMBANG = {
  dikembalikan: 2,
  entriCukup: 8,
  tanpaBuktiPersen: 80,
  teksSama: 6,
  teksSamaPersen: 50,
} as const;

const terbaruDulu = (a: EntriSekolah, b: EntriSekolah): number =>
  b.content.tanggal.localeCompare(a.content.tanggal) || b.content.mulai.localeCompare(a.content.mulai);

const tanda = (
  jenis: TandaAwal['jenis'],
  entri: readonly EntriSekolah[],
  { owner, dari }: { owner: string; dari: number },
): TandaAwal => {
  const urut = [...entri].sort(terbaruDulu);
  return {
    owner,
    jenis,
    jumlah: urut.length,
    dari,
    sejak: urut.at(-1)?.content.tanggal ?? null,
    entri: urut.map(({ id }) => id),
  };
};

const kosong = ({ owner, kosongAkhir, hariKerja }: IsianGuru, log: LogHarian): TandaAwal[] =>
  kosongAkhir.length >= HARI_TERTINGGAL[log]
    ? [
        {
          owner,
          jenis: 'kosong',
          jumlah: kosongAkhir.length,
          dari: hariKerja,
          sejak: kosongAkhir[0] ?? null,
          entri: [],
        },
      ]
    : [];

const dikembalikan = (owner: string, milik: readonly EntriSekolah[]): TandaAwal[] => {
  const kembali = milik.filter(({ state }) => state.tahap === 'DIKEMBALIKAN');
  return kembali.length >= AMBANG.dikembalikan
    ? [tanda('dikembalikan', kembali, { owner, dari: milik.length })]
    : [];
};

const tanpaBukti = (owner: string, milik: readonly EntriSekolah[]): TandaAwal[] => {
  const tanpa = milik.filter(({ content }) => content.foto.length + content.tautan.length === 0);
  return milik.length >= AMBANG.entriCukup && tanpa.length * 100 >= milik.length * AMBANG.tanpaBuktiPersen
    ? [tanda('tanpa_bukti', tanpa, { owner, dari: milik.length })]
    : [];
};

const teksSama = (owner: string, milik: readonly EntriSekolah[]): TandaAwal[] => {
  const perTeks = new Map<string, EntriSekolah[]>();
  for (const entri of milik) {
    const teks = teksPolos(entri.content.uraian);
    const kembar = perTeks.get(teks) ?? [];
    kembar.push(entri);
    perTeks.set(teks, kembar);
  }
  let terbanyak: EntriSekolah[] = [];
  for (const kembar of perTeks.values()) if (kembar.length > terbanyak.length) terbanyak = kembar;
  return terbanyak.length >= AMBANG.teksSama && terbanyak.length * 100 >= milik.length * AMBANG.teksSamaPersen
    ? [tanda('teks_sama', terbanyak, { owner, dari: milik.length })]
    : [];
};

const URUTAN: readonly TandaAwal['jenis'][] = ['kosong', 'dikembalikan', 'teks_sama', 'tanpa_bukti'];

/**
 * The first signs of everybody in `isian`: what lasts longest first. Evidence is nobody's duty (Ruang GTK asks for none),
 * so its lack comes last and is worded as a question.
 */
export const tandaAwal = (
  isian: readonly IsianGuru[],
  entri: readonly EntriSekolah[],
  log: LogHarian,
): TandaAwal[] => {
  const perOrang = new Map<string, EntriSekolah[]>();
  for (const one of entri) {
    if (!berlaku(one)) continue;
    const milik = perOrang.get(one.owner) ?? [];
    milik.push(one);
    perOrang.set(one.owner, milik);
  }
  return isian
    .flatMap((orang) => {
      const milik = perOrang.get(orang.owner) ?? [];
      return [
        ...kosong(orang, log),
        ...dikembalikan(orang.owner, milik),
        ...teksSama(orang.owner, milik),
        ...tanpaBukti(orang.owner, milik),
      ];
    })
    .sort(
      (a, b) =>
        URUTAN.indexOf(a.jenis) - URUTAN.indexOf(b.jenis) ||
        (a.sejak ?? '').localeCompare(b.sejak ?? '') ||
        b.jumlah - a.jumlah,
    );
};
