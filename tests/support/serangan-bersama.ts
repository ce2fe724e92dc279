import { ATURAN, type Satuan, type Terbitan } from '../../shared/publik/index.ts';
import { serang, type Terkuak } from './serangan-publik.ts';

/** A published table of a month, and what it was made of: the attacker knows how many people of which school, no figure. */
export type Bulan = { readonly terbitan: Terbitan; readonly satuan: readonly Satuan[] };

/** The line in which a school stands, by the schools in it. */
const gandengan = ({ terbitan }: Bulan, npsn: string): string | null => {
  const baris = terbitan.baris.find(
    (satu) => satu.npsn === npsn || satu.anggota.some((lain) => lain.npsn === npsn),
  );
  return baris ? (baris.npsn ?? baris.nama) : null;
};

/**
 * What can be worked out of many months and tables together: each month's own intervals, and of everybody who stands in
 * several months the share over all of them. Months share no person's figure, so the least and the most of a sum are the
 * sums of the least and the most; a table that two months print of one target adds its interval to the same sum.
 */
export const serangBersama = (semua: readonly Bulan[]): Terkuak[] => {
  const sendiri = semua.flatMap(({ terbitan, satuan }) => serang(terbitan, satuan));
  const sepanjang = new Map<string, Terkuak[]>();
  for (const satu of sendiri) {
    const kunci = `${satu.tabel} ${satu.siapa} ${satu.kategori}`;
    sepanjang.set(kunci, [...(sepanjang.get(kunci) ?? []), satu]);
  }
  const rata = [...sepanjang.values()]
    .filter((bulan) => bulan.length > 1)
    .map((bulan): Terkuak => {
      const [pertama] = bulan;
      if (!pertama) throw new Error('no month');
      const tengah = (sisi: 0 | 1): number =>
        bulan.reduce((sum, { rentang }) => sum + rentang[sisi], 0) / bulan.length;
      return { ...pertama, periode: 'semua', rentang: [tengah(0), tengah(1)] };
    });
  return [...sendiri, ...rata, ...selisih(semua)];
};

/**
 * Two tables of one month of the same people, laid side by side: where a school stands alone in one and among others in
 * the other, what the others bring is known and its own figure is what is left, however small it is.
 */
const selisih = (semua: readonly Bulan[]): Terkuak[] =>
  semua.flatMap((a) =>
    semua
      .filter(
        (b) => b.terbitan.periode === a.terbitan.periode && b !== a && orangSama(a.terbitan, b.terbitan),
      )
      .flatMap((b) =>
        a.satuan
          .filter(({ orang }) => orang.length > 0 && orang.length < ATURAN[a.terbitan.tabel].minimal)
          .filter(({ npsn }) => gandengan(a, npsn) !== gandengan(b, npsn))
          .map(({ npsn }): Terkuak => {
            const { tabel, periode } = a.terbitan;
            return { tabel, periode, siapa: npsn, kategori: 'pengelompokan', rentang: [0, 0] };
          }),
      ),
  );

/** Tables that speak of the same people: of who records, or of who reported what recording costs. */
const orangSama = (a: Terbitan, b: Terbitan): boolean =>
  [
    ['pengisian', 'periksa', 'jenis'],
    ['beban', 'detik'],
  ].some((sama) => sama.includes(a.tabel) && sama.includes(b.tabel));

/** The figures of a CSV download, one text each: period, whose, teachers, category, percent, bound. */
export const dariCsv = (csv: string): string[] =>
  csv
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const [periode, tingkat, kabupaten, npsn, , guru, kategori, persen, batas] = line
        .slice(1, -1)
        .split('","');
      const siapa = tingkat === 'instansi' ? 'instansi' : tingkat === 'kabupaten' ? kabupaten : npsn;
      return [periode, siapa, guru, kategori, persen, batas].join('|');
    });
