import { laporanBeban, teksLaporan } from '../../shared/domain/index.ts';
import { type AccountStore, getMeta, setMeta, ukuranBeban } from '../store/index.ts';

/** Whether her phone may count her in. */
export const izinBeban = async ({ db }: AccountStore): Promise<boolean> =>
  (await getMeta(db, 'bebanIzin')) === true;

/** Lays the report of last week beside the next sync, where she agreed and it was not sent yet. */
export const laporkanBeban = async (store: AccountStore, hariIni: string): Promise<void> => {
  const { db } = store;
  const laporan = (await izinBeban(store)) ? laporanBeban(await ukuranBeban(store), hariIni) : null;
  if (!laporan || ((await getMeta(db, 'bebanPekan')) ?? '') >= laporan.pekan) return;
  await setMeta(db, 'bebanLapor', teksLaporan(laporan));
  await setMeta(db, 'bebanPekan', laporan.pekan);
};

/** She agrees, or takes it back: then nothing that waits goes any more. */
export const aturIzinBeban = async (store: AccountStore, izin: boolean, hariIni: string): Promise<void> => {
  await setMeta(store.db, 'bebanIzin', izin);
  if (izin) await laporkanBeban(store, hariIni);
  else await store.db.meta.delete('bebanLapor');
};
