import { getMeta } from '../../client/store/index.ts';
import type { SimPhone } from './phone.ts';

/** I3: what of one account's saves is not whole: numbers given twice, a form or a photo left behind by its own save. */
export const savesOf = async (phone: SimPhone, account: string): Promise<string[]> => {
  const store = await phone.store(account);
  if (!store) return [];
  const { db } = store;
  const rows = await db.journal.toArray();
  const last = (await getMeta(db, 'lastNumber')) ?? 0;
  const drafts = new Set((await db.drafts.toArray()).map(({ values }) => values.uraian));
  const photos = new Set(await db.photos.where('status').equals('draf').primaryKeys());
  const numbers = new Set<string>();
  return rows.flatMap((row) => {
    const key = `${row.device}.${row.number}`;
    const doubled = numbers.has(key) && row.status !== 'gugur';
    numbers.add(key);
    const body = row.body as { uraian?: string; foto?: { sha: string }[] } | null;
    return [
      ...(doubled ? [`number ${key} was given twice on one phone`] : []),
      ...(row.number > last ? [`${row.id} has a number beyond the counter, ${last}`] : []),
      ...(row.kind === 'entri.catat' && drafts.has(body?.uraian)
        ? [`${row.id} is saved, and its form is still open`]
        : []),
      ...(body?.foto?.some(({ sha }) => photos.has(sha))
        ? [`${row.id} is saved, and its photo is not queued`]
        : []),
    ];
  });
};
