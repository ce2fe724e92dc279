import type { KopDokumen } from '../../shared/documents/index.ts';
import { type AccountStore, getMeta, setMeta } from './database.ts';
import { digest } from './signer.ts';

/** Letterheads that are kept at most: a person prints a few documents a year, her head forty times as many. */
const TERBANYAK = 400;

const sidik = async (isi: string): Promise<string> =>
  [...(await digest(isi)).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The letterhead that a document of these words was issued with, as this phone was told; null where it was not. */
export const kopTerbitOf = async ({ db }: AccountStore, isi: string): Promise<KopDokumen | null> => {
  const kunci = await sidik(isi);
  return (await getMeta(db, 'kopTerbit'))?.find(([satu]) => satu === kunci)?.[1] ?? null;
};

/** Remembers it. */
export const ingatKopTerbit = async ({ db }: AccountStore, isi: string, kop: KopDokumen): Promise<void> => {
  const kunci = await sidik(isi);
  const lain = ((await getMeta(db, 'kopTerbit')) ?? []).filter(([satu]) => satu !== kunci);
  await setMeta(db, 'kopTerbit', [...lain, [kunci, kop] as const].slice(-TERBANYAK));
};
