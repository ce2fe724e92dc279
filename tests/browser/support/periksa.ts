import type { Locator } from 'playwright-core';
import { penilai } from '../../../client/i18n/id/penilai.ts';
import { LAPTOP, type Phone, startPhone } from './chromium.ts';
import { aKegiatan, catatDi } from './kegiatan.ts';
import { signIn } from './person.ts';
import { onServer } from './phone-db.ts';
import { until } from './until.ts';
import { aWorld, type World } from './world.ts';

/** A teacher's phone, and her head's laptop with Periksa open on what she has handed in. */
export type MejaPeriksa = {
  readonly world: World;
  readonly phone: Phone;
  readonly laptop: Phone;
  /** The row of an activity in the head's list. */
  readonly baris: (uraian: string) => Locator;
  /** Opens it on the laptop. */
  readonly buka: (uraian: string) => Promise<void>;
  /** Waits until an activity stands there on the server. */
  readonly tahap: (uraian: string, wanted: string) => Promise<unknown>;
  readonly tutup: () => Promise<void>;
};

/** Hands in activities of the first teacher, five minutes each, and sits the head down before them. */
export const mejaPeriksa = async (kegiatan: readonly string[]): Promise<MejaPeriksa> => {
  const world = await aWorld();
  const phone = await startPhone();
  const laptop = await startPhone({ size: LAPTOP });
  await signIn(phone.page, world.url, world.anyGuru);
  for (const [i, uraian] of kegiatan.entries())
    await catatDi(phone.page, world.url, aKegiatan(uraian, { mulai: `0${i}:00`, selesai: `0${i}:05` }));
  for (const uraian of kegiatan) await until(uraian, () => onServer(world, uraian).length === 1);
  await signIn(laptop.page, world.url, world.head);
  await laptop.page.goto(`${world.url}/periksa`);
  await laptop.page.getByLabel(penilai.periksa.saringGuru).selectOption(world.anyGuru.id);
  const baris = (uraian: string): Locator => laptop.page.locator('.periksa-baris', { hasText: uraian });
  return {
    world,
    phone,
    laptop,
    baris,
    buka: async (uraian) => {
      await baris(uraian).locator('button').click();
      await laptop.page.locator('.periksa-isi h2', { hasText: uraian }).waitFor();
    },
    tahap: (uraian, wanted) => until(`${uraian}: ${wanted}`, () => onServer(world, uraian)[0] === wanted),
    tutup: async () => {
      await phone.close();
      await laptop.close();
      await world.close();
    },
  };
};
