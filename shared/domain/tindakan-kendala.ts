import type { ProblemParams } from '../protocol/problem-codes.ts';
import type { Tanggapan } from '../records/kendala.ts';
import type { Satker } from '../records/satker.ts';
import type { CaraTindakan, IsiTindakan } from '../records/tindakan.ts';
import { type KendalaTercatat, kendalaBerlaku, tanggalRentang } from './kendala.ts';
import { periksaTanggal } from './periksa-entri.ts';
import { bulanDari, tambahHari } from './tanggal.ts';

/*
 * What can be done about a kendala, by the same rule for a head on his phone and for an instansi on the server:
 *
 *   running   told, not taken back, begun, and ended no longer than four weeks ago
 *   closed    days of it, until today, that its author can no longer fill in by herself, and the locked months among them
 *   answer    goes to every running kendala of the cause that does not hold the same one already
 *
 * So an act that is said again writes what is missing and no more.
 */

/** Days after its end for which a kendala is still acted on: as long as the tables above the school count it. */
const HARI_BERJALAN = 28;
/** A visit can be announced so many days ahead. */
const KUNJUNGAN_TERJAUH = 366;

type Konteks = { readonly satker: Satker | null; readonly hariIni: string };
type Rentang = Pick<KendalaTercatat, 'owner'> & {
  readonly content: { readonly mulai: string; readonly selesai: string };
};

/** A kendala with the answers that it holds. */
export type KendalaDijawab = KendalaTercatat & {
  readonly state: {
    readonly tahap: string;
    readonly tanggapan?: readonly (Tanggapan & { readonly tindakan?: string })[];
  };
};

/** A date that is to be open for somebody. */
export type IzinTanggal = Satker['tanggalDibuka'][number];

/** What an act writes in one school; `penuh` dates find no room among those that a school can hold open. */
export type RencanaTindakan<K> = {
  readonly kendala: readonly K[];
  readonly buka: readonly IzinTanggal[];
  readonly bulan: readonly string[];
  readonly penuh: number;
};

/** The days of a kendala that its author can no longer fill in by herself, and the locked months among them. */
export const hariTertutup = (
  { owner, content }: Rentang,
  { satker, hariIni }: Konteks,
): { readonly hari: string[]; readonly bulan: string[] } => {
  const lalu = tanggalRentang(content.mulai, content.selesai).filter((tanggal) => tanggal <= hariIni);
  const ditolak = (kode: string): string[] =>
    lalu.filter((tanggal) =>
      periksaTanggal(tanggal, { hariIni, satker, saat: 'isi', pemilik: owner }).some(
        (temuan) => temuan.kode === kode,
      ),
    );
  return { hari: ditolak('lewat_batas'), bulan: [...new Set(ditolak('bulan_terkunci').map(bulanDari))] };
};

const berjalan = (kendala: KendalaTercatat, hariIni: string): boolean =>
  kendalaBerlaku(kendala) &&
  kendala.content.mulai <= hariIni &&
  kendala.content.selesai >= tambahHari(hariIni, -HARI_BERJALAN);

/** The answer that an act leaves in each kendala. */
export const tanggapanDari = ({
  cara,
  tanggal,
  teks,
}: Pick<IsiTindakan, 'cara' | 'tanggal' | 'teks'>): Tanggapan => {
  if (cara === 'KUNJUNGAN') return { cara, tanggal, teks };
  return { cara: cara === 'JAWABAN' ? cara : 'DIBUKA', tanggal: null, teks };
};

const sudahDijawab = ({ state }: KendalaDijawab, isi: Tanggapan): boolean =>
  (state.tanggapan ?? []).some(
    (satu) =>
      satu.tindakan !== undefined &&
      satu.cara === isi.cara &&
      satu.tanggal === isi.tanggal &&
      satu.teks === isi.teks,
  );

const membuka = (cara: CaraTindakan): boolean => cara === 'TANGGAL' || cara === 'BULAN';

/** Each date once, the latest first: where there is no room for all, the oldest go without. */
const urutIzin = (semua: readonly IzinTanggal[]): IzinTanggal[] =>
  [...new Map(semua.map((izin) => [`${izin.tanggal} ${izin.pemilik}`, izin])).entries()]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([, izin]) => izin);

/**
 * What an act of the instansi comes to in a school, as the school stands now; nothing where it has been done. `muat` is how
 * many dates a school can hold open: what others have opened is never pushed out.
 */
export const rencanaTindakan = <K extends KendalaDijawab>(
  isi: Pick<IsiTindakan, 'sebab' | 'cara' | 'tanggal' | 'teks'>,
  {
    satker,
    kendala,
    hariIni,
    muat,
  }: {
    readonly satker: Satker;
    readonly kendala: readonly K[];
    readonly hariIni: string;
    readonly muat: number;
  },
): RencanaTindakan<K> => {
  const kena = kendala.filter((satu) => satu.content.sebab === isi.sebab && berjalan(satu, hariIni));
  if (!membuka(isi.cara))
    return {
      ...{ buka: [], bulan: [], penuh: 0 },
      kendala: kena.filter((satu) => !sudahDijawab(satu, tanggapanDari(isi))),
    };
  const bulan =
    isi.cara === 'BULAN'
      ? [...new Set(kena.flatMap((satu) => hariTertutup(satu, { satker, hariIni }).bulan))].sort()
      : [];
  const sesudah = {
    ...satker,
    bulanTerkunci: satker.bulanTerkunci.filter((satu) => !bulan.includes(satu)),
  };
  const perKendala = kena.map((satu) => ({
    satu,
    hari: hariTertutup(satu, { satker: sesudah, hariIni }).hari,
    terkunci: hariTertutup(satu, { satker, hariIni }).bulan.some((nama) => bulan.includes(nama)),
  }));
  const izin = urutIzin(
    perKendala.flatMap(({ satu, hari }) => hari.map((tanggal) => ({ pemilik: satu.owner, tanggal }))),
  );
  const buka = izin.slice(0, Math.max(0, muat - satker.tanggalDibuka.length));
  const dibuka = new Set(buka.map(({ pemilik, tanggal }) => `${tanggal} ${pemilik}`));
  return {
    kendala: perKendala
      .filter(
        ({ satu, hari, terkunci }) =>
          terkunci || hari.some((tanggal) => dibuka.has(`${tanggal} ${satu.owner}`)),
      )
      .map(({ satu }) => satu),
    ...{ buka, bulan, penuh: izin.length - buka.length },
  };
};

/** What is wrong with an act before it touches anything: a visit wants a day to come, an answer wants words; null where nothing is. */
export const periksaTindakan = (
  { cara, tanggal, teks }: Pick<IsiTindakan, 'cara' | 'tanggal' | 'teks'>,
  hariIni: string,
): { readonly code: 'isi_salah'; readonly params: ProblemParams } | null => {
  const salah = (bidang: string) => ({ code: 'isi_salah' as const, params: { bidang } });
  const terjauh = tambahHari(hariIni, KUNJUNGAN_TERJAUH);
  if (cara === 'KUNJUNGAN' && (!tanggal || tanggal < hariIni || tanggal > terjauh)) return salah('tanggal');
  return cara === 'JAWABAN' && teks.trim() === '' ? salah('teks') : null;
};
