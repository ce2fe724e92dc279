import { type AccountStore, getMeta, setMeta } from './database.ts';
import type { CatatanAk } from './rows.ts';

const KOSONG: CatatanAk = { awal: 0, baris: [] };

/** What the teacher noted of her angka kredit; nothing noted is 0 and no rows. */
export const catatanAk = async ({ db }: AccountStore): Promise<CatatanAk> =>
  (await getMeta(db, 'angkaKredit')) ?? KOSONG;

/** Keeps what a teacher noted of her angka kredit. It is her own reckoning and is sent nowhere. */
export const simpanCatatanAk = ({ db }: AccountStore, catatan: CatatanAk): Promise<void> =>
  setMeta(db, 'angkaKredit', catatan);
