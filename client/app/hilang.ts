import { periksaSemua } from '../actions/index.ts';
import { hilang as words } from '../i18n/id/hilang.ts';
import { forgetTyped, getSetting, type Lenyap, setSetting } from '../store/index.ts';
import { fetchTransport } from '../sync/index.ts';
import { beriTahu } from './snackbar.ts';
import type { Dunia } from './world.ts';

type Tempat = Pick<Dunia, 'registry' | 'clock'>;

/** Hands over and wipes what is to be wiped, of everybody but whoever is at work here; how many accounts went just now. */
export const kerjakanHilang = async (tempat: Tempat, kecuali: string | null): Promise<number> => {
  const lenyap = await periksaSemua({ ...tempat, transport: fetchTransport }, kecuali);
  // What the service worker wiped left these words behind: it has no `localStorage`.
  for (const { id } of await getSetting(tempat.registry, 'lenyap')) forgetTyped(id);
  return lenyap;
};

/** The same, in the quiet of a start, told to whoever is at work. */
export const jagaHilang = async (tempat: Tempat, active: string | null): Promise<void> => {
  const jumlah = await kerjakanHilang(tempat, active);
  if (jumlah === 0) return;
  if (!active) return location.replace('/hilang');
  await sudahDibaca(tempat);
  beriTahu(words.akunLain(jumlah));
};

/** What was wiped and not read about yet. */
export const kabarHilang = async ({ registry }: Tempat): Promise<readonly Lenyap[]> =>
  (await getSetting(registry, 'lenyap')).filter(({ dibaca }) => !dibaca);

/** Read: the sign-in comes back. What the service has not heard yet is kept until it has. */
export const sudahDibaca = async ({ registry }: Tempat): Promise<void> => {
  const semua = await getSetting(registry, 'lenyap');
  await setSetting(
    registry,
    'lenyap',
    semua.filter(({ lapor }) => lapor !== null).map((satu) => ({ ...satu, dibaca: true })),
  );
};
