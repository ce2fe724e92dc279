import { expect, test } from 'vitest';
import {
  clearCamera,
  dropDraft,
  loadDraft,
  markCamera,
  newDraft,
  openDrafts,
  putBackPhoto,
  removePhoto,
  restoreAfterCamera,
  restoreDraft,
  saveDraft,
} from '../../../client/actions/index.ts';
import { putPhoto } from '../../../client/store/index.ts';
import type { FotoRujukan } from '../../../shared/records/index.ts';
import { aFakePhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, SRI } from '../../support/server.ts';

const aTeacher = async () => aFakePhone(await aServer(), SRI);
const foto = (letter: string): FotoRujukan => ({ sha: letter.repeat(64), size: 3, mime: 'image/webp' });

const addStored = async (phone: FakePhone, draftId: string, one: FotoRujukan): Promise<void> => {
  const bytes = Uint8Array.of(1, 2, 3).buffer;
  await putPhoto(phone.db, { foto: one, bytes, thumb: { bytes, mime: 'image/webp' } }, phone.acting.clock());
  const draft = (await loadDraft(phone.acting, draftId))!;
  await phone.db.drafts.put({ ...draft, foto: [...draft.foto, one] });
};

test('a draft is stored at once, keeps what is typed, and a late autosave loses no photo', async () => {
  const phone = await aTeacher();
  const draft = await newDraft(phone.acting);
  await addStored(phone, draft.id, foto('a'));
  expect(await saveDraft(phone.acting, { id: draft.id, values: { uraian: 'Menga', realisasi: '2x' } })).toBe(
    'tersimpan',
  );
  expect(await openDrafts(phone.acting)).toMatchObject([
    { values: { uraian: 'Menga', realisasi: '2x' }, foto: [foto('a')] },
  ]);
  expect(await saveDraft(phone.acting, { id: 'draf-x', values: {} })).toBe('tidak_ada');
});

test('a page that died while the camera was open comes back to its draft, and counts', async () => {
  const phone = await aTeacher();
  const draft = await newDraft(phone.acting);
  await markCamera(phone.acting, draft.id);
  expect(await restoreAfterCamera(phone.acting)).toMatchObject({ id: draft.id, cameraKills: 1 });
  expect(await restoreAfterCamera(phone.acting)).toBeUndefined();
  await markCamera(phone.acting, draft.id);
  expect(await restoreAfterCamera(phone.acting)).toMatchObject({ cameraKills: 2 });
  await markCamera(phone.acting, draft.id);
  await clearCamera(phone.acting, draft.id);
  expect(await restoreAfterCamera(phone.acting)).toBeUndefined();
  expect(await loadDraft(phone.acting, draft.id)).toMatchObject({ cameraKills: 0 });
});

test('a photo taken out of a draft can be put back while its bytes are there', async () => {
  const phone = await aTeacher();
  const draft = await newDraft(phone.acting);
  await addStored(phone, draft.id, foto('a'));
  await removePhoto(phone.acting, draft.id, foto('a').sha);
  expect(await putBackPhoto(phone.acting, draft.id, foto('a'))).toBe(true);
  expect(await putBackPhoto(phone.acting, draft.id, foto('a'))).toBe(true);
  expect(await loadDraft(phone.acting, draft.id)).toMatchObject({ foto: [foto('a')] });
  expect(await putBackPhoto(phone.acting, draft.id, foto('b'))).toBe(false);
});

test('a dropped draft can be brought back; an hour later its photos are gone unless something else names them', async () => {
  const server = await aServer();
  const phone = await aFakePhone(server, SRI);
  const [one, two] = [await newDraft(phone.acting), await newDraft(phone.acting)];
  await addStored(phone, one.id, foto('a'));
  await addStored(phone, two.id, foto('b'));
  const dropped = (await dropDraft(phone.acting, one.id))!;
  expect(await loadDraft(phone.acting, one.id)).toBeUndefined();
  await restoreDraft(phone.acting, dropped);
  expect(await loadDraft(phone.acting, one.id)).toMatchObject({ foto: [foto('a')] });
  await removePhoto(phone.acting, one.id, foto('a').sha);
  await newDraft(phone.acting);
  expect(await phone.db.bytes.count()).toBe(2);
  server.clock.forward(3_700_000);
  await newDraft(phone.acting);
  for (const table of [phone.db.photos, phone.db.bytes, phone.db.thumbs])
    expect(await table.toCollection().primaryKeys()).toEqual([foto('b').sha]);
});
