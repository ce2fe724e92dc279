import type { TabelDilihat } from '../../shared/protocol/index.ts';
import { lupakanTabel, simpanTabel, tabelDilihat } from '../store/index.ts';
import { fetchSatuPantau, fetchTabelSekolah, fetchTransport } from '../sync/index.ts';
import { denganBukti } from './bukti.ts';
import type { App } from './context.ts';

export { tabelDilihat } from '../store/index.ts';

/* Schools seen from above. The table of numbers stays on the phone for where there is no signal; of a school's people nothing does. */

/** Asks for the table and keeps it; what was kept is handed back with its new date where nothing has changed. */
export const ambilTabel = async ({ store, clock }: Pick<App, 'store' | 'clock'>) => {
  const dulu = await tabelDilihat(store);
  const hasil = await denganBukti(() => fetchTabelSekolah(fetchTransport, dulu?.etag));
  if (!hasil.ok) {
    if (hasil.code === 'tidak_ada') await lupakanTabel(store);
    return hasil;
  }
  const isi = 'sama' in hasil ? dulu : { tabel: hasil.isi, etag: hasil.etag };
  if (!isi) return { ok: false, code: 'server_diam', floor: 0 } as const;
  const dilihat: TabelDilihat = { tabel: isi.tabel, etag: isi.etag, pada: clock() };
  await simpanTabel(store, dilihat);
  return { ok: true, dilihat } as const;
};

/** Asks for a school with its people. */
export const ambilSekolah = (shard: string) => denganBukti(() => fetchSatuPantau(fetchTransport, shard));
