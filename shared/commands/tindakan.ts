import * as z from 'zod/mini';
import { JumlahTindakan, Tindakan } from '../records/tindakan.ts';
import { type AnyDefinition, changing, creating, no, onlySistem } from './definition.ts';

const mulai = creating<'tindakan', Tindakan>({
  kind: 'tindakan.mulai',
  record: 'tindakan',
  body: Tindakan,
  may: onlySistem,
  apply: (isi, { actor }) => ({
    ok: true,
    change: { owner: actor.id, state: { tahap: 'BERJALAN' }, content: isi },
  }),
});

const selesai = changing({
  kind: 'tindakan.selesai',
  record: 'tindakan',
  body: z.strictObject({ jumlah: JumlahTindakan }),
  may: onlySistem,
  apply: ({ state }, { jumlah }) =>
    state.tahap === 'BERJALAN'
      ? { ok: true, change: { state: { tahap: 'DILAKUKAN', jumlah } } }
      : no('tahap_salah', { tahap: state.tahap }),
});

/** Marks an act as taken back; one that broke off half-way can be taken back as well. */
const urungkan = changing({
  kind: 'tindakan.urungkan',
  record: 'tindakan',
  body: z.strictObject({}),
  may: onlySistem,
  apply: ({ state }) =>
    state.tahap === 'DIURUNGKAN'
      ? { ok: true, change: 'sama' }
      : { ok: true, change: { state: { ...state, tahap: 'DIURUNGKAN' } } },
});

/** Acts of an instansi about what keeps teachers from filling in. */
export const tindakanCommands: readonly AnyDefinition[] = [mulai, selesai, urungkan];
