import { cleanText, type Jadwal } from '../../shared/records/index.ts';
import { jadwalOf } from '../store/index.ts';
import { actOnce, type Done } from './act.ts';
import type { Acting } from './journal.ts';

/** As the record wants it, member by member. */
const rapi = ({ pelajaran }: Jadwal): Jadwal => ({
  pelajaran: pelajaran.map(({ hari, jamKe, mulai, selesai, mapel, kelas }) => ({
    ...{ hari, jamKe, mulai, selesai },
    ...{ mapel: cleanText(mapel).trim(), kelas: cleanText(kelas).trim() },
  })),
});

/** Keeps her own timetable: begun beside what the school has set, else a change of the one that holds. */
export const simpanJadwal = async (acting: Acting, jadwal: Jadwal): Promise<Done> => {
  const kini = await jadwalOf(acting.store, acting.actor.id);
  const body = rapi(jadwal);
  return kini?.state.tahap === 'SENDIRI'
    ? actOnce(acting, { kind: 'jadwal.ubah', record: kini.id, body })
    : actOnce(acting, { kind: 'jadwal.susun', record: null, base: null, body });
};
