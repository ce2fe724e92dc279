import type { Page } from 'playwright-core';
import type { Warga, World } from './world.ts';

/** All rows of one table of a person's own database, read in her browser. */
export const rowsOnPhone = <T>(page: Page, { id }: Pick<Warga, 'id'>, table: string): Promise<T[]> =>
  page.evaluate(
    async ([account, name]) => {
      const open = indexedDB.open(`kinerja-${account}`);
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      const all = db.transaction(String(name)).objectStore(String(name)).getAll();
      const rows = await new Promise<unknown[]>((resolve) => {
        all.onsuccess = () => resolve(all.result);
      });
      db.close();
      return rows as never[];
    },
    [id, table] as const,
  );

/** The bytes of one photo as her browser keeps them. */
export const photoBytes = async (page: Page, { id }: Pick<Warga, 'id'>, sha: string): Promise<Buffer> => {
  const numbers = await page.evaluate(
    async ([account, key]) => {
      const open = indexedDB.open(`kinerja-${account}`);
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      const get = db.transaction('bytes').objectStore('bytes').get(String(key));
      const row = await new Promise<{ bytes: ArrayBuffer }>((resolve) => {
        get.onsuccess = () => resolve(get.result);
      });
      db.close();
      return [...new Uint8Array(row.bytes)];
    },
    [id, sha] as const,
  );
  return Buffer.from(numbers);
};

/** How many of her commands the service has not taken yet. */
export const waiting = async (page: Page, warga: Pick<Warga, 'id'>): Promise<number> =>
  (await rowsOnPhone<{ status: string }>(page, warga, 'journal')).filter(({ status }) =>
    ['antri', 'menunggu'].includes(status),
  ).length;

/** Stage of every entry on the server with this text: one element for each copy. */
export const onServer = (world: World, uraian: string): string[] =>
  world
    .rows<{ tahap: string }>(
      "SELECT json_extract(state, '$.tahap') AS tahap FROM records WHERE kind = 'entri' AND deleted = 0 AND json_extract(content, '$.uraian') = ?",
      uraian,
    )
    .map(({ tahap }) => tahap);
