import { expect, test } from 'vitest';
import { catatBanyak, catatEntri, hapusEntri, newDraft, saveDraft } from '../../../client/actions/index.ts';
import { kataMasalah } from '../../../client/i18n/id/masalah.ts';
import { getMeta } from '../../../client/store/index.ts';
import { LIMITS } from '../../../shared/protocol/index.ts';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, SRI } from '../../support/server.ts';

/** The next `times` writes of a journal row fail as the browser would have them fail. */
const failWrites = (phone: FakePhone, times: number, error: () => Error): void => {
  let left = times;
  phone.db.journal.hook('creating', () => {
    left -= 1;
    if (left >= 0) throw error();
  });
};
const quota = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError');
const lost = () =>
  new DOMException(
    'Connection to Indexed Database server lost. Refresh the page to try again',
    'UnknownError',
  );

test('on a full phone the reserve is given up for one more entry', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  expect(await getMeta(phone.db, 'ballast')).toBeDefined();
  failWrites(phone, 1, quota);
  expect(await catatEntri(phone.acting, anEntri())).toMatchObject({ ok: true });
  expect(await getMeta(phone.db, 'ballast')).toBeUndefined();
  expect(await phone.journal()).toHaveLength(1);
});

test('on a phone with nothing left to give up the save is refused, and the draft stays', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const draft = await newDraft(phone.acting, { values: { uraian: anEntri().uraian } });
  failWrites(phone, 9, quota);
  expect(await catatEntri(phone.acting, anEntri(), { draftId: draft.id })).toEqual({
    ok: false,
    code: 'hp_penuh',
  });
  expect(await phone.journal()).toEqual([]);
  expect(await phone.db.drafts.get(draft.id)).toMatchObject({ values: { uraian: anEntri().uraian } });
  expect(await saveDraft(phone.acting, { id: draft.id, values: { uraian: 'lagi' } })).toBe('tersimpan');
});

test('more unsent than the queue holds is refused for what it is, not for the phone’s storage', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const first = await catatEntri(phone.acting, anEntri());
  const [row] = await phone.journal();
  if (!first.ok || !row) throw new Error('nothing was recorded');
  await phone.db.journal.bulkAdd(
    Array.from({ length: LIMITS.queueFull - 1 }, (_, i) => ({
      ...row,
      id: `${row.id}-${i}`,
      number: row.number + 1 + i,
    })),
  );
  expect(await catatEntri(phone.acting, anEntri())).toEqual({ ok: false, code: 'antrean_penuh' });
  expect(await phone.journal()).toHaveLength(LIMITS.queueFull);
});

test('whatever a full phone could not save is said not to be saved, whichever screen asked', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const ada = await catatEntri(phone.acting, anEntri());
  if (!ada.ok) throw new Error(ada.code);
  failWrites(phone, 99, quota);
  for (const done of [
    await catatEntri(phone.acting, anEntri()),
    await catatBanyak(phone.acting, [anEntri(), anEntri()]),
    await hapusEntri(phone.acting, ada.id),
  ]) {
    const kata = done.ok ? '' : kataMasalah(done.code, done.params);
    expect(kata).toContain('belum tersimpan');
    expect(kata).not.toContain('sudah disimpan');
  }
});

test('a database connection that the browser lost is opened again, and the entry is saved once', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  failWrites(phone, 1, lost);
  expect(await catatEntri(phone.acting, anEntri())).toMatchObject({ ok: true });
  expect((await phone.journal()).map(({ number }) => number)).toEqual([1]);
});

test('where the connection was lost right after the commit, the entry is not saved twice', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const { db } = phone;
  const transaction = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>;
  let first = true;
  Object.assign(db, {
    transaction: async (...args: unknown[]) => {
      const result = await transaction(...args);
      if (first && args[0] === 'rw') {
        first = false;
        throw lost();
      }
      return result;
    },
  });
  const done = await catatEntri(phone.acting, anEntri());
  const rows = await phone.journal();
  expect(rows).toHaveLength(1);
  expect(done).toEqual({ ok: true, id: rows[0]?.id });
});
