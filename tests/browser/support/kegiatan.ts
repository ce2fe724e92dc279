import type { Page } from 'playwright-core';
import { isi, type Ketikan, simpan } from './person.ts';

/** An activity of today before school, when nobody of the demo school has any. */
export const aKegiatan = (uraian: string, over: Partial<Ketikan> = {}): Ketikan => ({
  mulai: '04:00',
  selesai: '04:20',
  uraian,
  rhkKode: null,
  volume: 1,
  satuan: 'kegiatan',
  catatan: '',
  ...over,
});

/** Opens an empty form by its address and fills it in. */
export const bukaForm = async (page: Page, url: string, ketikan: Ketikan): Promise<void> => {
  await page.goto(`${url}/catat`);
  await page.waitForURL(/\/catat\/draf-/);
  await isi(page, ketikan);
};

/** Records one activity by the form's address, wherever the person is. */
export const catatDi = async (page: Page, url: string, ketikan: Ketikan): Promise<void> => {
  await bukaForm(page, url, ketikan);
  await simpan(page);
};
