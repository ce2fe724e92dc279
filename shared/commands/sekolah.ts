import * as z from 'zod/mini';
import { LOG_HARIAN } from '../domain/alur.ts';
import { hapusHariKhusus, tambahHariKhusus } from '../domain/kalender-sekolah.ts';
import { LIMITS } from '../protocol/limits.ts';
import { Jadwal, Pegawai } from '../records/pegawai.ts';
import type { RecordKind, RecordKinds } from '../records/record.ts';
import {
  AturanAlur,
  CapaianSekolah,
  HariKhusus,
  IdentitasSatker,
  KALENDER_TERBANYAK,
  LogoSatker,
  Periodik,
  Satker,
  TANGGAL_DIBUKA_TERBANYAK,
} from '../records/satker.ts';
import { Skp } from '../records/skp.ts';
import { text } from '../records/text.ts';
import { Bulan, Tanggal } from '../records/waktu.ts';
import { type AnyDefinition, changing, creating, is, no, onlySistem } from './definition.ts';

const OwnerId = text({ max: 40 });

/** Master data that the server lays down itself, from the demo or an import: created once, replaced as a whole. */
const tetapkan = <K extends 'pegawai' | 'jadwal' | 'skp' | 'satker'>(
  record: K,
  content: z.ZodMiniType<RecordKinds[K]['content']>,
  state: RecordKinds[K]['state'],
): AnyDefinition[] => {
  const body = z.strictObject({ pemilik: OwnerId, isi: content }) as unknown as z.ZodMiniType<{
    pemilik: string;
    isi: RecordKinds[K]['content'];
  }>;
  return [
    creating<K, { pemilik: string; isi: RecordKinds[K]['content'] }>({
      kind: `${record}.tetapkan`,
      record,
      body,
      may: onlySistem,
      apply: ({ pemilik, isi }) => ({ ok: true, change: { owner: pemilik, state, content: isi } }),
    }),
    changing<K, { pemilik: string; isi: RecordKinds[K]['content'] }>({
      kind: `${record}.perbarui`,
      record,
      body,
      carriesContent: true,
      may: onlySistem,
      apply: (_record, { isi }) => ({ ok: true, change: { content: isi, state } }),
    }),
  ];
};

const onlyPenilai = (actor: Parameters<typeof onlySistem>[0]) =>
  is(actor, 'penilai') || is(actor, 'sistem') ? null : 'di_luar_wewenang';

const kunciBulan = changing({
  kind: 'bulan.kunci',
  record: 'satker',
  body: z.strictObject({ bulan: Bulan }),
  superseded: 'terapkan',
  may: onlyPenilai,
  apply: ({ content }, { bulan }, { hariIni }) => {
    if (content.bulanTerkunci.includes(bulan)) return { ok: true, change: 'sama' };
    if (bulan > hariIni.slice(0, 7)) return no('tanggal_masa_depan', { tanggal: bulan });
    return {
      ok: true,
      change: { content: { ...content, bulanTerkunci: [...content.bulanTerkunci, bulan].sort() } },
    };
  },
});

const bukaBulan = changing({
  kind: 'bulan.buka',
  record: 'satker',
  body: z.strictObject({ bulan: Bulan, alasan: text({ min: 1, max: LIMITS.catatanLetters }) }),
  superseded: 'terapkan',
  may: onlyPenilai,
  apply: ({ content }, { bulan }) =>
    content.bulanTerkunci.includes(bulan)
      ? {
          ok: true,
          change: {
            content: { ...content, bulanTerkunci: content.bulanTerkunci.filter((other) => other !== bulan) },
          },
        }
      : { ok: true, change: 'sama' },
});

const bukaTanggal = changing({
  kind: 'tanggal.buka',
  record: 'satker',
  body: z.strictObject({ pemilik: OwnerId, tanggal: Tanggal }),
  superseded: 'terapkan',
  may: onlyPenilai,
  apply: ({ content }, izin) =>
    content.tanggalDibuka.some(({ pemilik, tanggal }) => pemilik === izin.pemilik && tanggal === izin.tanggal)
      ? { ok: true, change: 'sama' }
      : {
          ok: true,
          change: {
            content: {
              ...content,
              tanggalDibuka: [...content.tanggalDibuka, izin].slice(-TANGGAL_DIBUKA_TERBANYAK),
            },
          },
        },
});

/** Takes back that a date was opened for somebody; what she recorded on it meanwhile stays. */
const tutupTanggal = changing({
  kind: 'tanggal.tutup',
  record: 'satker',
  body: z.strictObject({ pemilik: OwnerId, tanggal: Tanggal }),
  superseded: 'terapkan',
  may: onlyPenilai,
  apply: ({ content }, { pemilik, tanggal }) => {
    const sisa = content.tanggalDibuka.filter((izin) => izin.pemilik !== pemilik || izin.tanggal !== tanggal);
    return sisa.length === content.tanggalDibuka.length
      ? { ok: true, change: 'sama' }
      : { ok: true, change: { content: { ...content, tanggalDibuka: sisa } } };
  },
});

/** Sets how the school evaluates from a year on; years before keep their rule. */
const aturPeriode = changing({
  kind: 'periode.atur',
  record: 'satker',
  body: Periodik,
  superseded: 'terapkan',
  may: onlyPenilai,
  apply: ({ content }, aturan) => {
    const lain = (content.periodik ?? []).filter(({ sejak }) => sejak !== aturan.sejak);
    return { ok: true, change: { content: { ...content, periodik: [...lain, aturan] } } };
  },
});

/** Sets which flow the school follows from a year on; years before keep theirs. */
const aturAlur = changing({
  kind: 'alur.atur',
  record: 'satker',
  body: AturanAlur,
  superseded: 'terapkan',
  may: onlyPenilai,
  apply: ({ content }, aturan) => {
    const lain = (content.alur ?? []).filter(({ sejak }) => sejak !== aturan.sejak);
    return { ok: true, change: { content: { ...content, alur: [...lain, aturan] } } };
  },
});

/** Says whether the daily log is owed, welcome or not asked for (Kepmendikdasmen 271/O/2025 knows no daily duty of teachers). */
const aturLog = changing({
  kind: 'log.atur',
  record: 'satker',
  body: z.strictObject({ logHarian: z.enum(LOG_HARIAN) }),
  superseded: 'terapkan',
  may: onlyPenilai,
  apply: ({ content }, { logHarian }) =>
    content.logHarian === logHarian
      ? { ok: true, change: 'sama' }
      : { ok: true, change: { content: { ...content, logHarian } } },
});

/** Stretches in one command: a year of holidays and a school's own days. */
const HARI_SEKALI = 100;

/** Puts days into the school's calendar, free or not; what was recorded on them stays. */
const tambahKalender = changing({
  kind: 'kalender.tambah',
  record: 'satker',
  body: z.strictObject({ hari: z.array(HariKhusus).check(z.minLength(1), z.maxLength(HARI_SEKALI)) }),
  superseded: 'terapkan',
  may: onlyPenilai,
  apply: ({ content }, { hari }) => {
    const terbalik = hari.find(({ mulai, selesai }) => selesai < mulai);
    if (terbalik) return no('tanggal_terbalik', { tanggal: terbalik.mulai });
    const kalender = tambahHariKhusus(content.kalender, hari);
    if (kalender.length > KALENDER_TERBANYAK) return no('kalender_penuh', { paling: KALENDER_TERBANYAK });
    const sama = JSON.stringify(kalender) === JSON.stringify(content.kalender);
    return { ok: true, change: sama ? 'sama' : { content: { ...content, kalender } } };
  },
});

/** Takes days out of the school's calendar; one that is not in it is passed over. */
const hapusKalender = changing({
  kind: 'kalender.hapus',
  record: 'satker',
  body: z.strictObject({
    hari: z.array(z.omit(HariKhusus, { libur: true })).check(z.minLength(1), z.maxLength(HARI_SEKALI)),
  }),
  superseded: 'terapkan',
  may: onlyPenilai,
  apply: ({ content }, { hari }) => {
    const kalender = hapusHariKhusus(content.kalender, hari);
    const sama = kalender.length === content.kalender.length;
    return { ok: true, change: sama ? 'sama' : { content: { ...content, kalender } } };
  },
});

/** Notes the organisation's result of a period, as the leader above has fixed it. */
const catatCapaian = changing({
  kind: 'capaian.catat',
  record: 'satker',
  body: CapaianSekolah,
  superseded: 'terapkan',
  may: onlyPenilai,
  apply: ({ content }, satu) => {
    const lain = (content.capaian ?? []).filter(({ periode }) => periode !== satu.periode);
    return { ok: true, change: { content: { ...content, capaian: [...lain, satu].slice(-1000) } } };
  },
});

/** Writes name and letterhead, in the name of the admin who did; documents that were issued keep theirs. */
const ubahIdentitas = changing({
  kind: 'satker.identitas',
  record: 'satker',
  body: IdentitasSatker,
  superseded: 'terapkan',
  may: onlySistem,
  apply: ({ content }, identitas) => {
    const next = { ...content, ...identitas };
    const sama = (Object.keys(identitas) as (keyof IdentitasSatker)[]).every(
      (bidang) => JSON.stringify(identitas[bidang]) === JSON.stringify(content[bidang]),
    );
    return { ok: true, change: sama ? 'sama' : { content: next } };
  },
});

/** Names the logo of the letterhead, whose picture the service has looked at before. */
const gantiLogo = changing({
  kind: 'satker.logo',
  record: 'satker',
  body: LogoSatker,
  superseded: 'terapkan',
  may: onlySistem,
  apply: ({ content }, { logo }) => ({
    ok: true,
    change: (content.logo ?? null) === logo ? 'sama' : { content: { ...content, logo } },
  }),
});

/** Takes back that a person was written here: an import that was undone. She must have no work of her own yet. */
const cabutPegawai = changing({
  kind: 'pegawai.cabut',
  record: 'pegawai',
  body: z.strictObject({}),
  may: onlySistem,
  apply: ({ deleted }) => (deleted ? { ok: true, change: 'sama' } : { ok: true, change: { deleted: true } }),
});

/** The school's own settings and master data. */
export const sekolahCommands: readonly AnyDefinition[] = [
  ...tetapkan('satker', Satker, { tahap: 'TETAP' }),
  ...tetapkan('pegawai', Pegawai, { tahap: 'TETAP' }),
  cabutPegawai,
  ...tetapkan('jadwal', Jadwal, { tahap: 'TETAP' }),
  ...tetapkan('skp', Skp, { tahap: 'DISETUJUI' }),
  kunciBulan,
  bukaBulan,
  bukaTanggal,
  tutupTanggal,
  aturPeriode,
  aturAlur,
  aturLog,
  tambahKalender,
  hapusKalender,
  catatCapaian,
  ubahIdentitas,
  gantiLogo,
];

/** Kinds of record that only the server writes. */
export const masterKinds: readonly RecordKind[] = ['satker', 'pegawai', 'jadwal', 'skp'];
