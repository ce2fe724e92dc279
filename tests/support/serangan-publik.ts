import {
  ATURAN,
  type BarisTerbitan,
  type Satuan,
  SISANYA,
  type Tabel,
  type Terbitan,
} from '../../shared/publik/index.ts';
import { interval, type Linear } from './linear.ts';

/**
 * What somebody can work out who has every published table, and knows besides how many people of which school are in each
 * line (more than is published). Of one person, or of a school that is hidden among others, she gets an interval for the
 * share of each category.
 */
export type Terkuak = {
  readonly tabel: Tabel;
  readonly periode: string;
  readonly siapa: string;
  readonly kategori: string;
  readonly rentang: readonly [number, number];
};

/** Which share of the line is printed under a name, as bounds. */
const batasDari = (
  { persen, batas }: BarisTerbitan['bagian'][number],
  ujung: number,
): readonly [number, number] => {
  if (batas === 'sedikitnya') return [persen / 100, 1];
  if (batas === 'sebanyaknya') return [0, persen / 100];
  return [Math.max(ujung, (persen - 0.5) / 100), Math.min(1 - ujung, (persen + 0.5) / 100)];
};

/** Unknowns: the target's share of each category, then that of the rest of the line. */
const kendala = (baris: BarisTerbitan, tabel: Tabel, pangsa: number): Linear => {
  const { kategori, ujung } = ATURAN[tabel];
  const k = kategori.length;
  const disebut = baris.bagian.map((satu) => satu.kategori);
  const seluruh = (dari: number): number[] =>
    Array.from({ length: 2 * k }, (_, i) => (Math.floor(i / k) === dari ? 1 : 0));
  const paling = baris.bagian.flatMap((satu) => {
    const termasuk = (nama: string): boolean =>
      satu.kategori === SISANYA ? !disebut.includes(nama) : satu.kategori === nama;
    const row = Array.from({ length: 2 * k }, (_, i) =>
      termasuk(kategori[i % k] ?? '') ? (i < k ? pangsa : 1 - pangsa) : 0,
    );
    const [low, high] = batasDari(satu, ujung);
    return [
      [row, high],
      [row.map((a) => -a), -low],
    ] as const;
  });
  return { sama: [[seluruh(0), 1], ...(pangsa < 1 ? [[seluruh(1), 1] as const] : [])], paling };
};

const rentang = (baris: BarisTerbitan, tabel: Tabel, pangsa: number) => {
  const { kategori } = ATURAN[tabel];
  const linear = kendala(baris, tabel, pangsa);
  return kategori.map((nama, i) => {
    const goal = Array.from({ length: 2 * kategori.length }, (_, j) => (i === j ? 1 : 0));
    const found = interval(goal, linear);
    if (!found) throw new Error('the published line contradicts itself');
    return [nama, found] as const;
  });
};

/** Everything that can be worked out of a published table about people and about schools that it hides. */
export const serang = (terbitan: Terbitan, satuanList: readonly Satuan[]): Terkuak[] =>
  terbitan.baris.flatMap((baris) => {
    const { tabel, periode } = terbitan;
    const npsn = baris.npsn === null ? baris.anggota.map((satu) => satu.npsn) : [baris.npsn];
    const isi = satuanList.filter((satuan) => npsn.includes(satuan.npsn));
    const total = isi.reduce((sum, { orang }) => sum + orang.length, 0);
    const kecil = isi.filter(({ orang }) => baris.npsn === null && orang.length < ATURAN[tabel].minimal);
    const sasaran = [
      { siapa: `seorang di ${baris.nama}`, pangsa: 1 / total },
      ...kecil.map(({ npsn: siapa, orang }) => ({ siapa, pangsa: orang.length / total })),
    ];
    return sasaran.flatMap(({ siapa, pangsa }) =>
      rentang(baris, tabel, pangsa).map(([kategori, found]) => ({
        tabel,
        periode,
        siapa,
        kategori,
        rentang: found,
      })),
    );
  });
