import * as z from 'zod/mini';
import { batasKeberatan } from '../domain/keberatan.ts';
import { aturanPeriode, bertumpangPeriode, kodePeriode, rentangPeriode } from '../domain/periode.ts';
import { predikatDari, RATING } from '../domain/predikat.ts';
import { dapatDitarik } from '../domain/tarik-evaluasi.ts';
import { canonicalJson } from '../protocol/identity.ts';
import { LIMITS } from '../protocol/limits.ts';
import { Evaluasi, type EvaluasiState, Penilaian } from '../records/evaluasi.ts';
import type { RecordOf } from '../records/record.ts';
import { text } from '../records/text.ts';
import { bertahap, oleh } from './bertahap.ts';
import {
  type AnyDefinition,
  changing,
  creating,
  no,
  onlyAtasanOf,
  onlyOwner,
  onlyPegawai,
  onlyPenilaiOf,
} from './definition.ts';
import { memilih } from './memilih.ts';

/*
 *   DRAF ──kirim──▶ DIAJUKAN ──tetapkan──▶ DITETAPKAN, then baca, keberatan.ajukan, .jelaskan, .putuskan
 *    ▲ ubah ◀─tarik─ │ ▲ kembalikan            │
 *    └─ DIKEMBALIKAN ┘ └─────── bukaLagi ──────┘
 *
 * Ratings come with the final word. What a penilai puts down before that is a record of his own (penilaian.ts).
 *
 * The decision of the atasan is final (PP 30/2019 article 59): nothing moves after it.
 */

type EvaluasiRecord = RecordOf<'evaluasi'>;
type Tahap = EvaluasiState['tahap'];
type Refused = ReturnType<typeof no>;

const Nothing = z.strictObject({});
const Alasan = z.strictObject({ alasan: text({ min: 1, max: LIMITS.catatanLetters }) });

/** Stages in which the evaluation is the teacher's to change. */
const MILIKNYA: readonly Tahap[] = ['DRAF', 'DIKEMBALIKAN'];

const verb = bertahap('evaluasi', Nothing);

/** Ratings, read mark and predikat belong to one result: they go when that is opened again. */
const tanpaHasil = ({ nilai: _, predikat: __, dibaca: ___, ...state }: EvaluasiState): EvaluasiState => state;

const diputuskan = ({ keberatan }: EvaluasiState): boolean => keberatan?.keputusan !== undefined;

const susun = creating({
  kind: 'evaluasi.susun',
  record: 'evaluasi',
  body: Evaluasi,
  unique: true,
  may: onlyPegawai,
  apply: (content, { actor, hariIni, satker, siblings = [] }) => {
    const { periode } = content;
    const { awal } = rentangPeriode(periode);
    if (awal > hariIni) return no('tanggal_masa_depan', { tanggal: awal });
    if (periode.tipe !== 'tahunan' && periode.tipe !== aturanPeriode(satker, periode.tahun).tipe)
      return no('periode_asing', { periode: kodePeriode(periode) });
    const lain = siblings.find(
      (one) => one.kind === 'evaluasi' && !one.deleted && bertumpangPeriode(one.content.periode, periode),
    );
    if (lain) return no('sudah_ada', { periode: kodePeriode(periode) });
    return { ok: true, change: { owner: actor.id, state: { tahap: 'DRAF' }, content } };
  },
});

const menulis = (evaluasi: EvaluasiRecord, content: Evaluasi): Refused | null => {
  const { tahap } = evaluasi.state;
  if (!MILIKNYA.includes(tahap)) return no('tahap_salah', { tahap });
  return kodePeriode(content.periode) === kodePeriode(evaluasi.content.periode)
    ? null
    : no('isi_salah', { bidang: 'periode' });
};

const ubah = changing({
  kind: 'evaluasi.ubah',
  record: 'evaluasi',
  body: Evaluasi,
  carriesContent: true,
  persists: true,
  may: onlyOwner,
  apply: (evaluasi, content) => menulis(evaluasi, content) ?? { ok: true, change: { content } },
});

const pilih = memilih({
  record: 'evaluasi',
  terima: (evaluasi, variant) => {
    const content = Evaluasi.safeParse(variant.content);
    if (!content.success) return no('versi_tidak_ada');
    return menulis(evaluasi, content.data) ?? { content: content.data };
  },
});

const kirim = verb({
  kind: 'evaluasi.kirim',
  body: Nothing,
  may: onlyOwner,
  dari: MILIKNYA,
  sudah: ({ tahap }) => tahap === 'DIAJUKAN',
  ke: ({ content }, _body, { now }) =>
    content.hasil.some(({ ukuran }) => ukuran.some(({ realisasi }) => realisasi.trim() !== ''))
      ? { tahap: 'DIAJUKAN', pada: now }
      : no('realisasi_kosong'),
});

/** Handed in by mistake: hers again while nobody has answered. Where it was given back meanwhile, she has it already. */
const tarik = verb({
  kind: 'evaluasi.tarik',
  body: Nothing,
  may: onlyOwner,
  // It touches no text; an answer that came first refuses it by its stage.
  superseded: 'terapkan',
  dari: ['DIAJUKAN'],
  sudah: ({ tahap }) => MILIKNYA.includes(tahap),
  ke: ({ state }) => (dapatDitarik(state) ? { tahap: 'DRAF' } : no('tahap_salah', { tahap: state.tahap })),
});

const kembalikan = verb({
  kind: 'evaluasi.kembalikan',
  body: Alasan,
  may: onlyPenilaiOf,
  dari: ['DIAJUKAN'],
  sudah: ({ tahap, alasan }, body) => tahap === 'DIKEMBALIKAN' && alasan === body.alasan,
  ke: ({ state }, { alasan }, context) => ({ ...state, tahap: 'DIKEMBALIKAN', ...oleh(context), alasan }),
});

/** Makes it final: the predikat is worked out here, by the quadrant of the period, from two ratings that must be there. */
const tetapkan = verb({
  kind: 'evaluasi.tetapkan',
  body: Penilaian,
  may: onlyPenilaiOf,
  dari: ['DIAJUKAN'],
  sudah: ({ tahap, nilai }, body) => tahap === 'DITETAPKAN' && canonicalJson(nilai) === canonicalJson(body),
  ke: ({ content, state }, nilai, context) => {
    const predikat = predikatDari(nilai, rentangPeriode(content.periode).akhir);
    return predikat
      ? { ...state, tahap: 'DITETAPKAN', ...oleh(context), nilai, predikat }
      : no('nilai_belum_lengkap');
  },
});

const bukaLagi = verb({
  kind: 'evaluasi.bukaLagi',
  body: Alasan,
  may: onlyPenilaiOf,
  // That she has read it meanwhile does not keep a mistake in force.
  superseded: 'terapkan',
  dari: ['DITETAPKAN'],
  sudah: ({ tahap, alasan }, body) => tahap === 'DIAJUKAN' && alasan === body.alasan,
  ke: ({ state }, { alasan }, context) =>
    diputuskan(state)
      ? no('keputusan_final')
      : { ...tanpaHasil(state), tahap: 'DIAJUKAN', ...oleh(context), alasan },
});

const baca = verb({
  kind: 'evaluasi.baca',
  body: Nothing,
  may: onlyOwner,
  dari: ['DITETAPKAN'],
  sudah: ({ dibaca }) => dibaca !== undefined,
  ke: ({ state }, _body, { now }) => ({ ...state, dibaca: now }),
});

/**
 * An objection. The window is kept by the phone when it is written (as the limit of days, docs/decisions/0001); one that
 * arrives after it for lack of signal is taken and marked `terlambat`, by the receiver's clock, for people to judge.
 */
const ajukan = verb({
  kind: 'keberatan.ajukan',
  body: Alasan,
  may: onlyOwner,
  // An objection is never put aside because something else moved meanwhile.
  superseded: 'terapkan',
  dari: ['DITETAPKAN'],
  sudah: ({ keberatan }, { alasan }) => keberatan?.alasan === alasan,
  ke: ({ state }, { alasan }, { now }) => {
    const { dibaca = now, pada = 0, keberatan } = state;
    if (diputuskan(state)) return no('keputusan_final');
    if (keberatan && keberatan.pada >= pada) return no('sudah_ada');
    return { ...state, dibaca, keberatan: { alasan, pada: now, terlambat: now > batasKeberatan(dibaca) } };
  },
});

const jelaskan = verb({
  kind: 'keberatan.jelaskan',
  body: z.strictObject({ teks: text({ min: 1, max: LIMITS.catatanLetters }) }),
  may: onlyPenilaiOf,
  superseded: 'terapkan',
  dari: ['DITETAPKAN', 'DIAJUKAN'],
  sudah: ({ keberatan }, { teks }) => keberatan?.penjelasan?.teks === teks,
  ke: ({ state }, { teks }, context) =>
    state.keberatan && !diputuskan(state)
      ? { ...state, keberatan: { ...state.keberatan, penjelasan: { teks, ...oleh(context) } } }
      : no(state.keberatan ? 'keputusan_final' : 'tahap_salah'),
});

/**
 * What the atasan makes of an objection: the two ratings stand as he leaves them, with his reasons; the predikat follows
 * from them as ever. What it was before stays beside it.
 */
const putuskan = verb({
  kind: 'keberatan.putuskan',
  body: z.strictObject({
    hasil: z.enum(RATING),
    perilaku: z.enum(RATING),
    alasan: text({ min: 1, max: LIMITS.catatanLetters }),
  }),
  may: onlyAtasanOf,
  dari: ['DITETAPKAN'],
  sudah: ({ nilai, keberatan }, { alasan, hasil, perilaku }) =>
    keberatan?.keputusan?.alasan === alasan && nilai?.hasil === hasil && nilai.perilaku === perilaku,
  ke: ({ content, state }, { alasan, ...dua }, context) => {
    const { keberatan, nilai, predikat, pada = 0 } = state;
    if (diputuskan(state)) return no('keputusan_final');
    if (!keberatan || !nilai || !predikat || keberatan.pada < pada) return no('tahap_salah');
    const baru = predikatDari(dua, rentangPeriode(content.periode).akhir);
    const semula = { hasil: nilai.hasil, perilaku: nilai.perilaku, predikat };
    const keputusan = { alasan, ...oleh(context), semula };
    return baru
      ? { ...state, nilai: { ...nilai, ...dua }, predikat: baru, keberatan: { ...keberatan, keputusan } }
      : no('nilai_belum_lengkap');
  },
});

/** Every verb of an evaluation. */
export const evaluasiCommands: readonly AnyDefinition[] = [
  susun,
  ubah,
  pilih,
  kirim,
  tarik,
  kembalikan,
  tetapkan,
  bukaLagi,
  baca,
  ajukan,
  jelaskan,
  putuskan,
];
