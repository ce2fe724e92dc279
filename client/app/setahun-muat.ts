import {
  type Konversi,
  konversiAk,
  type LangkahRiwayat,
  type Masukan,
  masukan,
  SELISIH_JAM,
  type Setahun,
  setahun,
} from '../../shared/domain/index.ts';
import type { HistoryLine } from '../../shared/protocol/index.ts';
import { jenisKerja } from '../../shared/publik/index.ts';
import {
  catatanAk,
  entriMenurutId,
  entriSetahun,
  evaluasiOf,
  hariPertama,
  kendalaOf,
  kunciMasukan,
  pegawaiOf,
  praktikOf,
  riwayatTersimpan,
  satkerOf,
  skpAll,
  umpanFor,
} from '../store/index.ts';
import type { App } from './context.ts';
import { muatDariServer } from './riwayat-muat.ts';

const langkahDari = ({ record, kind, nama, body, receipt }: HistoryLine, saya: string): LangkahRiwayat => {
  const { alasan, teks, tentang } = (body ?? {}) as {
    alasan?: string;
    teks?: string;
    tentang?: string | null;
  };
  return {
    record,
    kind,
    pada: receipt.receivedAt,
    oleh: nama,
    teks: alasan ?? teks ?? '',
    tentang: tentang ?? null,
    sendiri: receipt.actor === saya,
  };
};

/** First moment of a year at the school. */
const awalTahun = (tahun: number, zona: string): number =>
  Date.UTC(tahun, 0, 1) - (SELISIH_JAM[zona] ?? 7) * 3_600_000;

/** A year of the person out of this phone, and when the feedback of her history was last loaded (null: never). */
export type TahunSaya = {
  readonly tahun: Setahun;
  readonly masukan: readonly Masukan[];
  /** Texts of the entries that feedback is about. */
  readonly uraian: ReadonlyMap<string, string>;
  readonly dimuatPada: number | null;
  /** What she noted herself of angka kredit for that year, on this phone alone. */
  readonly catatan: readonly Konversi[];
  readonly log: 'wajib' | 'opsional' | 'mati';
  readonly sekolah: string;
  readonly shards: readonly string[];
};

/** Works a year out of what lies on the phone; needs no network. */
export const bacaTahun = async (app: App, tahun: number, hariIni: string): Promise<TahunSaya> => {
  const { store, actor, diri } = app;
  const saya = actor.id;
  const [entri, kendala, skp, evaluasi, praktik, pesan, pegawai, satker, mulai] = await Promise.all([
    entriSetahun(store, saya, tahun),
    kendalaOf(store, saya),
    skpAll(store, saya),
    evaluasiOf(store, saya),
    praktikOf(store.db, saya, tahun),
    umpanFor(store, saya),
    pegawaiOf(store, saya),
    satkerOf(store, diri),
    hariPertama(store, saya),
  ]);
  const shards = [...new Set([diri, ...entri.map(({ shard }) => shard)])];
  const tersimpan = (
    await Promise.all(shards.map((shard) => riwayatTersimpan(store, kunciMasukan(shard))))
  ).filter((satu) => satu !== undefined);
  const riwayat = tersimpan.flatMap(({ answer }) => answer.lines.map((line) => langkahDari(line, saya)));
  const disebut = await entriMenurutId(store, [
    ...new Set([
      ...riwayat.map(({ record }) => record),
      ...pesan.flatMap(({ content }) => content.tentang ?? []),
    ]),
  ]);
  const semua = [...new Map([...entri, ...disebut].map((satu) => [satu.id, satu])).values()];
  const catatan = (await catatanAk(store)).baris
    .filter((baris) => baris.tahun === tahun)
    .map((baris) => konversiAk(baris))
    .filter((hasil) => typeof hasil !== 'string');
  const zona = satker?.content.zona ?? 'Asia/Jakarta';
  return {
    tahun: setahun({
      tahun,
      hariIni,
      mulai,
      entri,
      kendala,
      skp,
      evaluasi,
      satker: satker?.content ?? null,
      jenjang: pegawai?.content.jenjang ?? '',
      jenisDari: jenisKerja,
    }),
    // What nobody has told this phone the moment of is taken for this year's.
    masukan: masukan({
      saya,
      dari: awalTahun(tahun, zona),
      sampai: awalTahun(tahun + 1, zona),
      entri: semua,
      pesan,
      evaluasi: evaluasi.filter(({ content }) => content.periode.tahun === tahun),
      praktik,
      riwayat,
    }).filter(({ pada }) => pada !== null || hariIni.startsWith(`${tahun}-`)),
    uraian: new Map(semua.map(({ id, content }) => [id, content.uraian])),
    dimuatPada:
      tersimpan.length < shards.length ? null : Math.min(...tersimpan.map(({ dimuatPada }) => dimuatPada)),
    catatan,
    log: satker?.content.logHarian ?? 'opsional',
    sekolah: satker?.content.nama ?? '',
    shards,
  };
};

/** Pages of a hundred lines: more feedback than that nobody gets in a year. */
const HALAMAN = 5;

/** Loads what the server knows of feedback back to the beginning of a year, and keeps it for offline; says whether that worked. */
export const muatMasukan = async (app: App, shards: readonly string[], tahun: number): Promise<boolean> => {
  for (const shard of shards) {
    let before: number | null = null;
    for (let halaman = 0; halaman < HALAMAN; halaman += 1) {
      const fetched = await muatDariServer(app, kunciMasukan(shard), before);
      if (!fetched.ok) return false;
      const terakhir = fetched.answer.lines.at(-1)?.receipt;
      if (!fetched.answer.more || !terakhir || terakhir.receivedAt < awalTahun(tahun, 'Asia/Jayapura')) break;
      before = terakhir.n;
    }
  }
  return true;
};
