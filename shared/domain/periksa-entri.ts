import type { ProblemCode, ProblemParams } from '../protocol/problem-codes.ts';
import type { Entri } from '../records/entri.ts';
import type { Satker } from '../records/satker.ts';
import { bertumpuk, lama } from './jam.ts';
import { jenisHari } from './kalender.ts';
import { bulanDari, selisihHari } from './tanggal.ts';
import { teksPolos } from './teks-polos.ts';

/** One thing that the rules say of an entry: a refusal (`tolak`) or something to look at again (`peringatan`). */
export type Temuan = {
  readonly kode: ProblemCode;
  readonly berat: 'tolak' | 'peringatan';
  readonly bidang: keyof Entri;
  readonly params?: ProblemParams;
};

/** Another entry of the same person, as far as overlap and doubling need it. */
export type EntriLain = Pick<Entri, 'tanggal' | 'mulai' | 'selesai' | 'uraian'> & { readonly id: string };

/** What the rules judge against. */
export type KonteksEntri = {
  /** The judge's own date: the phone's when typed, the server's (easternmost zone) when received. */
  readonly hariIni: string;
  /** The school's wall clock, `HH:MM`; left out where the hour does not matter. */
  readonly sekarang?: string;
  /**
   * `isi`: the person is typing, everything is said. `terima`: the server decides, and refuses only what no phone's
   * clock could have made right; the limit of days is the phone's to keep, since a text may wait for weeks for a signal.
   */
  readonly saat: 'isi' | 'terima';
  readonly satker: Satker | null;
  readonly pemilik: string;
  /** The date that the entry has already: the limit of days, which keeps late ones out, does not stop mending what is in. */
  readonly tanggalSemula?: string | undefined;
  readonly lain: readonly EntriLain[];
  /** RHK codes of the person's approved SKP; empty where there is none yet, which never stops recording. */
  readonly rhk: readonly string[];
};

const LAMA_JANGGAL = 10 * 60;
const VOLUME_JANGGAL = 40;
const SATUAN_BERHITUNG_WAKTU = new Set(['jp', 'jam', 'dokumen', 'kegiatan', 'hari']);

/** What the rules say of a date by itself, before the other fields of its entry can be read; refusals as in `periksaEntri`. */
export const periksaTanggal = (
  tanggal: string,
  {
    hariIni,
    satker,
    saat,
    pemilik,
    tanggalSemula,
  }: Pick<KonteksEntri, 'hariIni' | 'satker' | 'saat' | 'pemilik' | 'tanggalSemula'>,
): Temuan[] => {
  if (tanggal > hariIni)
    return [{ kode: 'tanggal_masa_depan', berat: 'tolak', bidang: 'tanggal', params: { tanggal } }];
  if (!satker) return [];
  if (satker.bulanTerkunci.includes(bulanDari(tanggal)))
    return [
      { kode: 'bulan_terkunci', berat: 'tolak', bidang: 'tanggal', params: { bulan: bulanDari(tanggal) } },
    ];
  const batas = satker.batasIsianHari;
  const dibuka = satker.tanggalDibuka.some(
    (izin) => izin.tanggal === tanggal && (izin.pemilik === '' || izin.pemilik === pemilik),
  );
  const ditagih = saat === 'isi' && !dibuka && tanggal !== tanggalSemula;
  if (ditagih && batas !== null && selisihHari(tanggal, hariIni) > batas)
    return [
      { kode: 'lewat_batas', berat: 'tolak', bidang: 'tanggal', params: { tanggal, hari: batas, hariIni } },
    ];
  const hari = jenisHari(tanggal, satker);
  if (hari.jenis === 'libur')
    return [{ kode: 'hari_libur', berat: 'peringatan', bidang: 'tanggal', params: { nama: hari.nama } }];
  if (hari.jenis === 'akhir-pekan')
    return [{ kode: 'bukan_hari_kerja', berat: 'peringatan', bidang: 'tanggal', params: { tanggal } }];
  return [];
};

/** Hours that have not begun yet. One that is under way is recorded as ever: the photo is taken in the lesson. */
const periksaKini = ({ tanggal, mulai }: Entri, { hariIni, sekarang }: KonteksEntri): Temuan[] =>
  sekarang !== undefined && tanggal === hariIni && mulai > sekarang
    ? [{ kode: 'jam_belum_tiba', berat: 'peringatan', bidang: 'mulai', params: { mulai, sekarang } }]
    : [];

const periksaJam = (entri: Entri): Temuan[] => {
  const panjang = lama(entri);
  if (panjang <= 0)
    return [
      {
        kode: 'jam_terbalik',
        berat: 'tolak',
        bidang: 'selesai',
        params: { mulai: entri.mulai, selesai: entri.selesai },
      },
    ];
  const temuan: Temuan[] = [];
  if (panjang > LAMA_JANGGAL)
    temuan.push({
      kode: 'lama_janggal',
      berat: 'peringatan',
      bidang: 'selesai',
      params: { jam: Math.round(panjang / 60) },
    });
  return temuan;
};

const periksaLain = (entri: Entri, lain: readonly EntriLain[]): Temuan[] => {
  const sehari = lain.filter((other) => other.tanggal === entri.tanggal);
  const kembar = sehari.find(
    (other) =>
      other.mulai === entri.mulai &&
      other.selesai === entri.selesai &&
      teksPolos(other.uraian) === teksPolos(entri.uraian),
  );
  if (kembar) return [{ kode: 'kembar', berat: 'peringatan', bidang: 'uraian', params: ringkas(kembar) }];
  const tumpuk = sehari.find((other) => bertumpuk(other, entri));
  return tumpuk ? [{ kode: 'bertumpuk', berat: 'peringatan', bidang: 'mulai', params: ringkas(tumpuk) }] : [];
};

const ringkas = (other: EntriLain): ProblemParams => ({
  id: other.id,
  uraian: other.uraian.length > 40 ? `${[...other.uraian].slice(0, 40).join('')}…` : other.uraian,
  mulai: other.mulai,
  selesai: other.selesai,
});

const periksaRhk = (entri: Entri, konteks: KonteksEntri): Temuan[] => {
  if (konteks.rhk.length === 0 || konteks.saat === 'terima') return [];
  if (entri.rhk === null) return [{ kode: 'rhk_kosong', berat: 'tolak', bidang: 'rhk' }];
  return konteks.rhk.includes(entri.rhk)
    ? []
    : [{ kode: 'rhk_asing', berat: 'peringatan', bidang: 'rhk', params: { rhk: entri.rhk } }];
};

const periksaVolume = (entri: Entri): Temuan[] =>
  entri.realisasi >= VOLUME_JANGGAL && SATUAN_BERHITUNG_WAKTU.has(entri.satuan.toLowerCase())
    ? [
        {
          kode: 'volume_janggal',
          berat: 'peringatan',
          bidang: 'realisasi',
          params: { realisasi: entri.realisasi, satuan: entri.satuan },
        },
      ]
    : [];

/**
 * Everything that the rules say of an entry whose fields are well formed, refusals first. The one place where overlaps,
 * holidays, weekends, future dates and hours, locked months and doubled entries are judged, on the phone and on the server.
 */
export const periksaEntri = (entri: Entri, konteks: KonteksEntri): Temuan[] => {
  const temuan = [
    ...periksaTanggal(entri.tanggal, konteks),
    ...periksaJam(entri),
    ...periksaKini(entri, konteks),
    ...periksaRhk(entri, konteks),
    ...periksaLain(entri, konteks.lain),
    ...periksaVolume(entri),
  ];
  return temuan.sort((a, b) => Number(b.berat === 'tolak') - Number(a.berat === 'tolak'));
};
