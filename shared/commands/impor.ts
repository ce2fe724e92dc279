import * as z from 'zod/mini';
import { selisihHari } from '../domain/tanggal.ts';
import { Impor, JumlahImpor } from '../records/impor.ts';
import { type AnyDefinition, changing, creating, no, onlySistem } from './definition.ts';

/** Days within which an import can be taken back. */
export const HARI_URUNG = 7;

const mulai = creating<'impor', Impor>({
  kind: 'impor.mulai',
  record: 'impor',
  body: Impor,
  may: onlySistem,
  apply: (isi, { actor }) => ({
    ok: true,
    change: { owner: actor.id, state: { tahap: 'BERJALAN' }, content: isi },
  }),
});

const selesai = changing({
  kind: 'impor.selesai',
  record: 'impor',
  body: z.strictObject({ jumlah: JumlahImpor }),
  may: onlySistem,
  apply: ({ state, content }, { jumlah }) =>
    state.tahap === 'BERJALAN'
      ? { ok: true, change: { state: { tahap: 'DITERAPKAN' }, content: { ...content, jumlah } } }
      : no('tahap_salah'),
});

/** Marks an import as taken back; one that broke off half-way can be taken back as well. */
const urungkan = changing({
  kind: 'impor.urungkan',
  record: 'impor',
  body: z.strictObject({}),
  may: onlySistem,
  apply: ({ state, content }, _, { hariIni }) => {
    if (state.tahap === 'DIURUNGKAN') return { ok: true, change: 'sama' };
    return selisihHari(content.pada, hariIni) > HARI_URUNG
      ? no('lewat_urung', { hari: HARI_URUNG })
      : { ok: true, change: { state: { tahap: 'DIURUNGKAN' } } };
  },
});

/** Imports of personnel data. */
export const imporCommands: readonly AnyDefinition[] = [mulai, selesai, urungkan];
