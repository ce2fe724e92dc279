import * as z from 'zod/mini';
import { isTidakHadir, KENDALA_HARI_MAX } from '../domain/kendala.ts';
import { selisihHari } from '../domain/tanggal.ts';
import { Kendala, Tanggapan } from '../records/kendala.ts';
import type { RecordOf } from '../records/record.ts';
import { text } from '../records/text.ts';
import {
  type Actor,
  type AnyDefinition,
  changing,
  creating,
  is,
  no,
  onlyPegawai,
  onlyPenilaiOf,
  onlySistem,
} from './definition.ts';

/** Answers that one kendala holds; more of them is a talk, which umpan is for. */
const TANGGAPAN_MAX = 20;

/**
 * She says why she cannot fill in. A head may note that somebody is ill or on leave who cannot say so herself, and
 * nothing else for others: every other cause is hers to tell.
 */
const lapor = creating({
  kind: 'kendala.lapor',
  record: 'kendala',
  body: z.strictObject({
    guru: text({ min: 1, max: 40 }),
    sebab: Kendala.shape.sebab,
    mulai: Kendala.shape.mulai,
    selesai: Kendala.shape.selesai,
    catatan: Kendala.shape.catatan,
  }),
  may: (actor, { guru, sebab }) => {
    if (actor.id === guru) return onlyPegawai(actor);
    return is(actor, 'penilai') && isTidakHadir(sebab) ? null : 'di_luar_wewenang';
  },
  apply: ({ guru, ...isi }, { actor }) => {
    const hari = selisihHari(isi.mulai, isi.selesai) + 1;
    return hari < 1 || hari > KENDALA_HARI_MAX
      ? no('isi_salah', { bidang: 'selesai' })
      : {
          ok: true,
          change: { owner: guru, state: { tahap: 'DILAPORKAN' }, content: { ...isi, dari: actor.id } },
        };
  },
});

/** Hers to take back, and the head's where he wrote it down himself. */
const mayTarik = (actor: Actor, { owner, content }: RecordOf<'kendala'>) =>
  actor.id === owner || (is(actor, 'penilai') && content.dari === actor.id) ? null : 'di_luar_wewenang';

const tarik = changing({
  kind: 'kendala.tarik',
  record: 'kendala',
  body: z.strictObject({}),
  superseded: 'terapkan',
  may: mayTarik,
  apply: ({ state }) =>
    state.tahap === 'DITARIK'
      ? { ok: true, change: 'sama' }
      : { ok: true, change: { state: { ...state, tahap: 'DITARIK' } } },
});

/** Takes a withdrawal back. */
const pulihkan = changing({
  kind: 'kendala.pulihkan',
  record: 'kendala',
  body: z.strictObject({}),
  superseded: 'terapkan',
  may: mayTarik,
  apply: ({ state }) =>
    state.tahap === 'DITARIK'
      ? { ok: true, change: { state: { ...state, tahap: state.tanggapan ? 'DITANGGAPI' : 'DILAPORKAN' } } }
      : { ok: true, change: 'sama' },
});

const tanggapi = changing({
  kind: 'kendala.tanggapi',
  record: 'kendala',
  body: Tanggapan,
  carriesContent: true,
  superseded: 'terapkan',
  may: onlyPenilaiOf,
  apply: ({ state }, tanggapan, { actor, now }) => {
    if (state.tahap === 'DITARIK') return no('tahap_salah', { tahap: state.tahap });
    if (tanggapan.cara === 'KUNJUNGAN' && !tanggapan.tanggal) return no('isi_salah', { bidang: 'tanggal' });
    const semua = [...(state.tanggapan ?? []), { ...tanggapan, oleh: actor.nama, pada: now }];
    return { ok: true, change: { state: { tahap: 'DITANGGAPI', tanggapan: semua.slice(-TANGGAPAN_MAX) } } };
  },
});

/** What the instansi did about a cause, written into each kendala that it touches; by its act's mark it is taken back. */
const tindak = changing({
  kind: 'kendala.tindak',
  record: 'kendala',
  body: z.strictObject({ ...Tanggapan.shape, tindakan: text({ min: 1, max: 40 }) }),
  superseded: 'terapkan',
  may: onlySistem,
  apply: ({ state }, tanggapan, { actor, now }) => {
    if (state.tahap === 'DITARIK') return no('tahap_salah', { tahap: state.tahap });
    const semua = [...(state.tanggapan ?? []), { ...tanggapan, oleh: actor.nama, pada: now }];
    return { ok: true, change: { state: { tahap: 'DITANGGAPI', tanggapan: semua.slice(-TANGGAPAN_MAX) } } };
  },
});

/** Takes an act of the instansi out again; what the head answered stays. */
const urungTindak = changing({
  kind: 'kendala.urungTindak',
  record: 'kendala',
  body: z.strictObject({ tindakan: text({ min: 1, max: 40 }) }),
  superseded: 'terapkan',
  may: onlySistem,
  apply: ({ state: { tahap, tanggapan = [] } }, { tindakan }) => {
    const sisa = tanggapan.filter((satu) => satu.tindakan !== tindakan);
    if (sisa.length === tanggapan.length) return { ok: true, change: 'sama' };
    const kini = tahap === 'DITARIK' || sisa.length > 0 ? tahap : 'DILAPORKAN';
    return { ok: true, change: { state: { tahap: kini, ...(sisa.length > 0 ? { tanggapan: sisa } : {}) } } };
  },
});

/** What keeps people from filling in, and what heads and the instansi do about it. */
export const kendalaCommands: readonly AnyDefinition[] = [
  ...[lapor, tarik, pulihkan, tanggapi],
  ...[tindak, urungTindak],
];
