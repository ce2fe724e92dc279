import { periksaJadwal } from '../domain/jadwal-hari.ts';
import type { Refusal } from '../protocol/problem-codes.ts';
import { Jadwal } from '../records/pegawai.ts';
import { type AnyDefinition, changing, creating, no, onlyPegawai } from './definition.ts';

const halangan = (jadwal: Jadwal): Refusal | null => {
  const [salah] = periksaJadwal(jadwal);
  return salah ? no(salah.kode, { ...salah.lain, uraian: salah.lain.mapel }) : null;
};

/** Two phones may both have begun one: the one that was written last holds, and nothing is refused that a person typed. */
const susun = creating({
  kind: 'jadwal.susun',
  record: 'jadwal',
  body: Jadwal,
  may: onlyPegawai,
  apply: (content, { actor }) =>
    halangan(content) ?? {
      ok: true,
      change: { owner: actor.id, state: { tahap: 'SENDIRI' }, content },
    },
});

/** What the school has set is the school's: she begins one of her own from it. */
const ubah = changing({
  kind: 'jadwal.ubah',
  record: 'jadwal',
  body: Jadwal,
  carriesContent: true,
  superseded: 'terapkan',
  may: (actor, { owner, state }) =>
    actor.id === owner && state.tahap === 'SENDIRI' ? null : 'di_luar_wewenang',
  apply: (_jadwal, content) => halangan(content) ?? { ok: true, change: { content } },
});

/** A teacher's own timetable, beside the one that her school may have set: the last change wins. */
export const jadwalCommands: readonly AnyDefinition[] = [susun, ubah];
