import { type Minta, type Sumber, susunDokumen, type Tersusun } from '../../../shared/documents/index.ts';
import type { App } from '../../app/context.ts';
import {
  catatanAk,
  entriInMonth,
  evaluasiOf,
  matriksAll,
  pegawaiOf,
  photoBlob,
  satkerOf,
  skpAll,
} from '../../store/index.ts';

/** The phone as the source of a document: nothing is fetched. */
const sumberHp = ({ store, shard, diri, actor }: App, pemilik: string): Sumber => ({
  pegawai: async (id) => (await pegawaiOf(store, id))?.content ?? null,
  satker: async () => (await satkerOf(store, pemilik === actor.id ? diri : shard))?.content ?? null,
  entri: (pemilik, bulan) => entriInMonth(store, pemilik, bulan),
  skp: (pemilik) => skpAll(store, pemilik),
  evaluasi: (pemilik) => evaluasiOf(store, pemilik),
  pimpinan: async () => (await matriksAll(store)).map(({ content }) => content.pimpinan).reverse(),
});

/** Has the school's logo on the phone before a document is wanted without a network. */
export const siapkanLogo = async ({ store, shard, diri }: App): Promise<void> => {
  for (const di of new Set([diri, shard])) {
    const logo = (await satkerOf(store, di))?.content.logo;
    if (logo) await photoBlob(store, logo, di);
  }
};

/** Makes a document from what lies on this phone. */
export const muatDokumen = async (app: App, minta: Omit<Minta, 'ak'>): Promise<Tersusun> =>
  susunDokumen({ ...minta, ak: await catatanAk(app.store) }, sumberHp(app, minta.pemilik));
