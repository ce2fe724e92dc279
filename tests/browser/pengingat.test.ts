import { expect, onTestFinished, test } from 'vitest';
import { kendala, sebabKendala } from '../../client/i18n/id/kendala.ts';
import { startPhone } from './support/chromium.ts';
import { ketukan } from './support/pekerja.ts';
import { signIn } from './support/person.ts';
import { until } from './support/until.ts';
import { aWorld } from './support/world.ts';

test('a teacher is told once a day what waits for her, in a number and no word of her work, and nothing on a day on which she is ill', async () => {
  const world = await aWorld();
  onTestFinished(() => world.close());
  const phone = await startPhone();
  onTestFinished(() => phone.close());
  const { page, context } = phone;
  await signIn(page, world.url, world.anyGuru);
  const { knock, shown } = await ketukan(page, context, world.url);
  const tutup = (): Promise<void> =>
    page.evaluate(async () => {
      for (const one of await (await navigator.serviceWorker.ready).getNotifications()) one.close();
    });
  const [kembali] = world.rows<{ n: number }>(
    `SELECT count(*) AS n FROM records WHERE kind = 'entri' AND deleted = 0
     AND json_extract(state, '$.tahap') = 'DIKEMBALIKAN'
     AND owner = (SELECT id FROM accounts WHERE nip = ?)`,
    world.anyGuru.nip,
  );
  expect(kembali?.n).toBeGreaterThan(0);
  await page.goto(`${world.url}/kendala`);
  await page.getByRole('button', { name: sebabKendala.SAKIT }).click();
  await page.getByText(kendala.menunggu).waitFor();
  await knock();
  await page.waitForTimeout(1500);
  expect(await shown()).toEqual([]);
  await page.getByRole('button', { name: kendala.tarik }).click();
  await page.getByText(kendala.belumAda).waitFor();
  await knock();
  await until('a notification', async () => (await shown()).length === 1);
  expect(await shown()).toEqual([
    `e-Kinerja: ${kembali?.n} kegiatan dikembalikan. Buka untuk melihat alasannya.`,
  ]);
  await tutup();
  await knock();
  await page.waitForTimeout(1500);
  expect(await shown()).toEqual([]);
});
