import { expect, test } from 'vitest';
import {
  catatBanyak,
  catatEntri,
  hapusEntri,
  newDraft,
  setujuiEntri,
  ubahEntri,
} from '../../../client/actions/index.ts';
import { entriInMonth, entriOnDate } from '../../../client/store/index.ts';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI } from '../../support/server.ts';

const aTeacher = async () => aReadyPhone(await aServer(), SRI);

test('a saved entry is on the screen, in the journal, and its draft is gone', async () => {
  const phone = await aTeacher();
  const draft = await newDraft(phone.acting, { values: { uraian: 'Mengajar' } });
  const saved = await catatEntri(phone.acting, anEntri(), { draftId: draft.id });
  if (!saved.ok) throw new Error(saved.code);
  const [row] = await entriOnDate(phone.store, SRI.id, anEntri().tanggal);
  expect(row).toMatchObject({
    id: saved.id,
    state: { tahap: 'DIAJUKAN' },
    kirim: { kunci: 'tersimpan' },
    n: 0,
  });
  expect(await phone.journal()).toMatchObject([{ id: saved.id, status: 'antri', number: 1 }]);
  expect(await phone.db.drafts.count()).toBe(0);
});

test('a save that breaks in the middle leaves everything as it was', async () => {
  const phone = await aTeacher();
  const draft = await newDraft(phone.acting);
  phone.db.records.hook('creating', () => {
    throw new Error('killed');
  });
  await expect(catatEntri(phone.acting, anEntri(), { draftId: draft.id })).rejects.toThrow('killed');
  expect(await phone.journal()).toEqual([]);
  expect(await phone.db.drafts.count()).toBe(1);
  expect(await phone.db.meta.get('lastNumber')).toBeUndefined();
});

test('of several entries saved together, one that the rules refuse keeps all of them out', async () => {
  const phone = await aTeacher();
  const contents = [anEntri(), anEntri({ uraian: 'pendek' })];
  expect(await catatBanyak(phone.acting, contents)).toMatchObject({ ok: false, code: 'teks_pendek' });
  expect(await phone.journal()).toEqual([]);
  expect(await entriInMonth(phone.store, SRI.id, anEntri().tanggal.slice(0, 7))).toEqual([]);
});

test('two tabs that save at once never use a number twice', async () => {
  const phone = await aTeacher();
  const tab = await phone.tab();
  const saves = Array.from({ length: 20 }, (_, i) =>
    catatEntri((i % 2 ? phone : tab).acting, anEntri({ uraian: `Kegiatan ke-${i} di kelas` })),
  );
  for (const saved of await Promise.all(saves)) expect(saved.ok).toBe(true);
  const numbers = (await phone.journal()).map(({ number }) => number);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

test('what the rules refuse on the phone writes nothing', async () => {
  const phone = await aTeacher();
  const saved = await catatEntri(phone.acting, anEntri());
  if (!saved.ok) throw new Error(saved.code);
  expect(await setujuiEntri(phone.acting, [saved.id])).toEqual([{ ok: false, code: 'di_luar_wewenang' }]);
  expect(await ubahEntri(phone.acting, 'd_x.1.AAAAAAAAAAA', anEntri())).toEqual({
    ok: false,
    code: 'tidak_ada',
  });
  expect(await phone.journal()).toHaveLength(1);
});

test('changes made before anything was sent build on each other', async () => {
  const phone = await aTeacher();
  const saved = await catatEntri(phone.acting, anEntri());
  if (!saved.ok) throw new Error(saved.code);
  await ubahEntri(phone.acting, saved.id, anEntri({ uraian: 'Mengajar IPA kelas 5B' }));
  await hapusEntri(phone.acting, saved.id);
  const [made, changed, removed] = await phone.journal();
  expect(changed?.base).toBe(made?.id);
  expect(removed?.base).toBe(changed?.id);
  expect(await phone.entri(saved.id)).toMatchObject({
    deleted: true,
    content: { uraian: 'Mengajar IPA kelas 5B' },
  });
});

test('approving lands on the version that was seen, or on none', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  const saved = await catatEntri(sri.acting, anEntri());
  if (!saved.ok) throw new Error(saved.code);
  await sri.run();
  const head = await aReadyPhone(server, PAK_TRISNO);
  const seen = (await head.entri(saved.id))!;
  await ubahEntri(sri.acting, saved.id, anEntri({ uraian: 'Bukan yang tadi dilihat' }));
  await sri.run();
  await head.run();
  await setujuiEntri(head.acting, [seen]);
  await head.run();
  expect((await head.entri(saved.id))?.state.tahap).toBe('DIAJUKAN');
});

test('a second tap does what the first one did, once', async () => {
  const phone = await aTeacher();
  const saved = await catatEntri(phone.acting, anEntri());
  if (!saved.ok) throw new Error(saved.code);
  const taps = await Promise.all([1, 2, 3].map(() => hapusEntri(phone.acting, saved.id)));
  expect(taps).toEqual([saved, saved, saved]);
  expect((await phone.journal()).map(({ kind }) => kind)).toEqual(['entri.catat', 'entri.hapus']);
  expect(await phone.entri(saved.id)).toMatchObject({ deleted: true, variants: [] });
});

test('two changes made at the same moment follow one another', async () => {
  const phone = await aTeacher();
  const tab = await phone.tab();
  const saved = await catatEntri(phone.acting, anEntri());
  if (!saved.ok) throw new Error(saved.code);
  await Promise.all([
    ubahEntri(phone.acting, saved.id, anEntri({ uraian: 'Perubahan di halaman ini' })),
    ubahEntri(tab.acting, saved.id, anEntri({ uraian: 'Perubahan di halaman lain' })),
  ]);
  const [, first, second] = await phone.journal();
  expect(second?.base).toBe(first?.id);
  expect((await phone.entri(saved.id))?.variants).toEqual([]);
});
