import * as z from 'zod/mini';
import { SKALA_OBSERVASI } from '../domain/alur.ts';
import { canonicalJson } from '../protocol/identity.ts';
import { LIMITS } from '../protocol/limits.ts';
import { Praktik, type PraktikState } from '../records/praktik.ts';
import type { RecordOf } from '../records/record.ts';
import { kode, text } from '../records/text.ts';
import { Jam, Tanggal } from '../records/waktu.ts';
import { bertahap, oleh } from './bertahap.ts';
import {
  type AnyDefinition,
  changing,
  creating,
  no,
  onlyOwner,
  onlyPegawai,
  onlyPenilaiOf,
} from './definition.ts';
import { memilih } from './memilih.ts';

/*
 *   PERSIAPAN ─ajukan─▶ DIAJUKAN ─jadwalkan─▶ DIJADWALKAN ─amati─▶ DIOBSERVASI ─tindakLanjut─▶ DITINDAKLANJUTI ─selesai─▶ SELESAI
 *      ▲                   │  └──────────────amati────────────────────▲ │ amati again                │             │
 *      └── tarik, kembalikan (also from DIJADWALKAN) ──┘              └─┴────── tarik, kembalikan ───┴─────────────┘
 *
 * Each document is the teacher's while its step is hers, and stands afterwards. Documents are confirmed at any time.
 */

type PraktikRecord = RecordOf<'praktik'>;
type Tahap = PraktikState['tahap'];
type Refused = ReturnType<typeof no>;

const Nothing = z.strictObject({});
const Alasan = z.strictObject({ alasan: text({ min: 1, max: LIMITS.catatanLetters }) });

/** Parts of the content that are hers at a stage; documents and ways of learning are at all. */
const TERBUKA: Readonly<Record<Tahap, readonly (keyof Praktik)[]>> = {
  PERSIAPAN: ['fokus', 'persiapan'],
  DIAJUKAN: [],
  DIJADWALKAN: [],
  DIOBSERVASI: ['tindakLanjut'],
  DITINDAKLANJUTI: ['refleksi'],
  SELESAI: [],
};
const BAGIAN = ['fokus', 'persiapan', 'tindakLanjut', 'refleksi'] as const;

/** Stages to which a step is taken back. */
const MUNDUR: Partial<Record<Tahap, Tahap>> = {
  DIAJUKAN: 'PERSIAPAN',
  DIJADWALKAN: 'PERSIAPAN',
  DITINDAKLANJUTI: 'DIOBSERVASI',
  SELESAI: 'DITINDAKLANJUTI',
};

const verb = bertahap('praktik', Nothing);

const susun = creating({
  kind: 'praktik.susun',
  record: 'praktik',
  body: Praktik,
  unique: true,
  may: onlyPegawai,
  apply: (content, { actor, siblings = [] }) => {
    const lain = siblings.some(
      (one) => one.kind === 'praktik' && !one.deleted && one.content.tahun === content.tahun,
    );
    if (lain) return no('sudah_ada', { periode: String(content.tahun) });
    return { ok: true, change: { owner: actor.id, state: { tahap: 'PERSIAPAN' }, content } };
  },
});

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const menulis = (praktik: PraktikRecord, content: Praktik): Refused | null => {
  const { tahap } = praktik.state;
  if (content.tahun !== praktik.content.tahun) return no('isi_salah', { bidang: 'tahun' });
  const beku = BAGIAN.find(
    (bagian) => !TERBUKA[tahap].includes(bagian) && !same(content[bagian], praktik.content[bagian]),
  );
  if (beku) return no('tahap_salah', { tahap });
  const kode = content.dokumen.map((satu) => satu.kode);
  if (new Set(kode).size < kode.length) return no('isi_salah', { bidang: 'dokumen' });
  // What was confirmed is that document and no other: it stays until the penilai takes that back.
  const dikonfirmasi = praktik.content.dokumen.filter((satu) => praktik.state.dokumen?.[satu.kode]);
  const utuh = dikonfirmasi.every((satu) => content.dokumen.some((lain) => same(lain, satu)));
  return utuh ? null : no('terkunci');
};

const ubah = changing({
  kind: 'praktik.ubah',
  record: 'praktik',
  body: Praktik,
  carriesContent: true,
  persists: true,
  may: onlyOwner,
  apply: (praktik, content) => menulis(praktik, content) ?? { ok: true, change: { content } },
});

const pilih = memilih({
  record: 'praktik',
  terima: (praktik, variant) => {
    const content = Praktik.safeParse(variant.content);
    if (!content.success) return no('versi_tidak_ada');
    return menulis(praktik, content.data) ?? { content: content.data };
  },
});

const terisi = (...texts: readonly string[]): boolean => texts.every((one) => one.trim() !== '');

const ajukan = verb({
  kind: 'praktik.ajukan',
  body: Nothing,
  may: onlyOwner,
  dari: ['PERSIAPAN'],
  sudah: ({ tahap }) => tahap === 'DIAJUKAN' || tahap === 'DIJADWALKAN',
  ke: ({ content: { fokus, persiapan }, state: { alasan: _, ...state } }, _body, { now }) =>
    terisi(fokus.nama, persiapan.targetGuru) && fokus.perilaku.length > 0
      ? { ...state, tahap: 'DIAJUKAN', pada: now }
      : no('praktik_kosong'),
});

const tarik = verb({
  kind: 'praktik.tarik',
  body: Nothing,
  may: onlyOwner,
  dari: ['DIAJUKAN', 'DITINDAKLANJUTI', 'SELESAI'],
  sudah: ({ tahap }) => tahap === 'PERSIAPAN',
  ke: ({ state }, _body, { now }) => ({ ...state, tahap: MUNDUR[state.tahap] ?? state.tahap, pada: now }),
});

const kembalikan = verb({
  kind: 'praktik.kembalikan',
  body: Alasan,
  may: onlyPenilaiOf,
  dari: ['DIAJUKAN', 'DIJADWALKAN', 'DITINDAKLANJUTI', 'SELESAI'],
  sudah: ({ tahap, alasan }, body) => MUNDUR[tahap] === undefined && alasan === body.alasan,
  ke: ({ state: { jadwal, ...state } }, { alasan }, context) => {
    const tahap = MUNDUR[state.tahap] ?? state.tahap;
    const tetap = jadwal && tahap !== 'PERSIAPAN' ? { jadwal } : {};
    return { ...state, ...tetap, tahap, ...oleh(context), alasan };
  },
});

/** Agrees on the day of the observation, or moves it. */
const jadwalkan = verb({
  kind: 'praktik.jadwalkan',
  body: z.strictObject({ tanggal: Tanggal, mulai: Jam }),
  may: onlyPenilaiOf,
  dari: ['DIAJUKAN', 'DIJADWALKAN'],
  sudah: ({ tahap, jadwal }, body) =>
    tahap === 'DIJADWALKAN' && jadwal?.tanggal === body.tanggal && jadwal.mulai === body.mulai,
  ke: ({ content, state }, jadwal, context) =>
    jadwal.tanggal.startsWith(String(content.tahun))
      ? { ...state, tahap: 'DIJADWALKAN', ...oleh(context), jadwal: { ...jadwal, ...oleh(context) } }
      : no('isi_salah', { bidang: 'tanggal' }),
});

const Observasi = z.strictObject({
  tanggal: Tanggal,
  hasil: z
    .array(z.strictObject({ perilaku: text({ min: 1, max: 200 }), skala: z.enum(SKALA_OBSERVASI) }))
    .check(z.maxLength(6)),
  catatan: text({ max: LIMITS.catatanLetters }),
});

/** Lembar observasi: every behaviour with what was seen. It may be mended until the follow-up has been handed in. */
const amati = verb({
  kind: 'praktik.amati',
  body: Observasi,
  may: onlyPenilaiOf,
  dari: ['DIAJUKAN', 'DIJADWALKAN', 'DIOBSERVASI'],
  sudah: ({ tahap, observasi }, { tanggal, hasil, catatan }) =>
    tahap === 'DIOBSERVASI' &&
    observasi !== undefined &&
    same(
      { tanggal, hasil, catatan },
      { tanggal: observasi.tanggal, hasil: observasi.hasil, catatan: observasi.catatan },
    ),
  ke: ({ content, state }, observasi, context) => {
    if (observasi.tanggal > context.hariIni) return no('tanggal_masa_depan', { tanggal: observasi.tanggal });
    const dinilai = observasi.hasil.map(({ perilaku }) => perilaku);
    if (!same(dinilai, content.fokus.perilaku)) return no('observasi_kurang');
    return {
      ...state,
      tahap: 'DIOBSERVASI',
      ...oleh(context),
      observasi: { ...observasi, ...oleh(context) },
    };
  },
});

/** Hands in the follow-up: unlocked by the observation, as in Ruang GTK. */
const tindakLanjut = verb({
  kind: 'praktik.tindakLanjut',
  body: Nothing,
  may: onlyOwner,
  dari: ['DIOBSERVASI'],
  sudah: ({ tahap }) => tahap === 'DITINDAKLANJUTI',
  ke: ({ content, state: { alasan: _, ...state } }, _body, { now }) =>
    terisi(content.tindakLanjut.tujuan)
      ? { ...state, tahap: 'DITINDAKLANJUTI', pada: now }
      : no('praktik_kosong'),
});

/** Hands in the reflection: the cycle is whole. */
const selesai = verb({
  kind: 'praktik.selesai',
  body: Nothing,
  may: onlyOwner,
  dari: ['DITINDAKLANJUTI'],
  sudah: ({ tahap }) => tahap === 'SELESAI',
  ke: ({ content, state: { alasan: _, ...state } }, _body, { now }) =>
    terisi(content.refleksi.perubahan) ? { ...state, tahap: 'SELESAI', pada: now } : no('praktik_kosong'),
});

const Konfirmasi = z.strictObject({
  kode,
  /** Null takes a confirmation back. */
  hasil: z.nullable(
    z.strictObject({
      ada: z.boolean(),
      sah: z.boolean(),
      memadai: z.boolean(),
      catatan: text({ max: LIMITS.catatanLetters }),
    }),
  ),
});

/** The penilai says of one document that he has seen it: there, valid, sufficient. The last word on each one holds. */
const konfirmasi = changing({
  kind: 'praktik.konfirmasi',
  record: 'praktik',
  body: Konfirmasi,
  carriesContent: true,
  superseded: 'terapkan',
  may: onlyPenilaiOf,
  apply: ({ content, state }, { kode: satu, hasil }, context) => {
    if (!content.dokumen.some((dokumen) => dokumen.kode === satu)) return no('tidak_ada');
    const { [satu]: kini, ...lain } = state.dokumen ?? {};
    const lama = kini && { ada: kini.ada, sah: kini.sah, memadai: kini.memadai, catatan: kini.catatan };
    if (same(lama ?? null, hasil)) return { ok: true, change: 'sama' };
    const dokumen = hasil ? { ...lain, [satu]: { ...hasil, ...oleh(context) } } : lain;
    return { ok: true, change: { state: { ...state, dokumen } } };
  },
});

/** Every verb of the teachers' flow. */
export const praktikCommands: readonly AnyDefinition[] = [
  susun,
  ubah,
  pilih,
  ajukan,
  tarik,
  kembalikan,
  jadwalkan,
  amati,
  tindakLanjut,
  selesai,
  konfirmasi,
];
