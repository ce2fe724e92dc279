import { bertugasAntara, bertugasPada } from '../domain/bertugas.ts';
import { sebaranRhk } from '../domain/sebaran-rhk.ts';
import { tandaAwal } from '../domain/tanda-awal.ts';
import { tambahHari } from '../domain/tanggal.ts';
import { type EntriSekolah, isianDari, jumlahIsian, pekanTerakhir } from '../domain/wawasan.ts';
import type { RecordOf } from '../records/record.ts';
import { type BahanSekolah, hariDariJumlah, isianBahan, rentangPantau } from './sekolah.ts';

/*
 * One school that is opened from above, by the rules of the head's own screen: week by week, first signs, where the work
 * goes. Figures all through: no word of an entry and no id of one leaves these functions, and no count of days from which
 * somebody's illness could be worked out.
 */

/** Weeks of the plot, as on a head's phone. */
export const PEKAN_PANTAU = 8;
/** People who owed a day of a week at least, for its share to be said: of fewer it would tell who was ill. As in the public tables. */
const ORANG_TERSEDIKIT = 5;
/** First signs beside emptiness, which the list of people says already. */
export const JENIS_TANDA = ['dikembalikan', 'tanpa_bukti', 'teks_sama'] as const;

/** A week: the share of owed days that are filled, whole percent (null where too few people owed any), and entries. */
export type PekanRingkas = {
  readonly awal: string;
  readonly akhir: string;
  readonly bagian: number | null;
  readonly kegiatan: number;
};

/** A first sign of somebody, in numbers; see `TandaAwal`. */
export type TandaRingkas = {
  readonly id: string;
  readonly jenis: (typeof JENIS_TANDA)[number];
  readonly jumlah: number;
  readonly dari: number;
  readonly sejak: string | null;
};

/** An RHK with how much is done for it and by whom; see `SebaranRhk`. */
export type RhkRingkas = {
  readonly rhk: string | null;
  readonly jumlah: number;
  readonly disetujui: number;
  readonly guru: number;
  readonly pemilik: number;
  readonly perGuru: { id: string; nama: string; jumlah: number }[];
};

/** Days of sums that {@link trenPantau} wants. */
export const HARI_TREN = 7 * PEKAN_PANTAU;

/** The last weeks up to yesterday, from sums alone; weeks before the school's first entry are left out. */
export const trenPantau = ({ satker, orang, jumlah, mulai, hariIni }: BahanSekolah): PekanRingkas[] => {
  const { terisi, tidakHadir } = hariDariJumlah(jumlah);
  const dikenal = new Set(orang.map(({ id }) => id));
  return pekanTerakhir(tambahHari(hariIni, -1), PEKAN_PANTAU)
    .filter(({ akhir }) => akhir >= (mulai ?? hariIni))
    .map((rentang) => {
      const isian = isianDari({ satker, orang, terisi, tidakHadir }, rentang);
      const hari = jumlahIsian(isian);
      const berutang = isian.filter(({ hariKerja }) => hariKerja > 0).length;
      const kegiatan = jumlah
        .filter(({ apa, hari: pada, siapa }) => {
          const sepekan = pada >= rentang.awal && pada <= rentang.akhir;
          return apa === 'terisi' && sepekan && dikenal.has(siapa);
        })
        .reduce((sum, { nilai }) => sum + nilai, 0);
      const bagian = berutang < ORANG_TERSEDIKIT ? null : Math.round((hari.terisi / hari.hariKerja) * 100);
      return { ...rentang, bagian, kegiatan };
    });
};

type Skp = Pick<RecordOf<'skp'>, 'owner' | 'content' | 'deleted' | 'state'>;

/** First signs and the spread over RHK, for a pengawas: people by name, their work by number. */
export const rincianSekolah = (
  bahan: BahanSekolah,
  { entri, skp }: { readonly entri: readonly EntriSekolah[]; readonly skp: readonly Skp[] },
): { readonly tanda: TandaRingkas[]; readonly rhk: RhkRingkas[] } => {
  const { satker, orang, hariIni } = bahan;
  const { awal } = rentangPantau(bahan);
  const dilihat = new Map(
    orang.flatMap((satu) => (bertugasAntara(satu, awal, hariIni) ? [[satu.id, satu] as const] : [])),
  );
  const sebulan = entri.filter(({ owner, content }) => dilihat.has(owner) && content.tanggal >= awal);
  const kini = isianBahan(bahan).filter(({ owner }) => {
    const satu = dilihat.get(owner);
    return satu !== undefined && bertugasPada(satu, hariIni);
  });
  const pemilik = new Map(sebulan.map(({ id, owner }) => [id, owner]));
  const berlaku = skp.filter(
    ({ owner, content, state }) =>
      dilihat.has(owner) && state.tahap === 'DISETUJUI' && content.tahun >= Number(awal.slice(0, 4)),
  );
  return {
    tanda: tandaAwal(kini, sebulan, satker.logHarian).flatMap(({ owner, jenis, jumlah, dari, sejak }) =>
      jenis === 'kosong' ? [] : [{ id: owner, jenis, jumlah, dari, sejak }],
    ),
    rhk: sebaranRhk(sebulan, berlaku).map(({ entri: ids, ...baris }) => {
      const per = new Map<string, number>();
      for (const id of ids) per.set(pemilik.get(id) ?? '', (per.get(pemilik.get(id) ?? '') ?? 0) + 1);
      const perGuru = [...per]
        .map(([id, jumlah]) => ({ id, nama: dilihat.get(id)?.nama ?? '', jumlah }))
        .sort((a, b) => b.jumlah - a.jumlah || a.nama.localeCompare(b.nama));
      return { ...baris, perGuru };
    }),
  };
};
