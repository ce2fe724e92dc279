import { expect, test } from 'vitest';
import {
  catatEntri,
  draftOfEntri,
  dropUntouched,
  hapusEntri,
  kembalikanEntri,
  newDraft,
  openDrafts,
  pulihkanEntri,
  saveDraft,
  tulisUmpan,
  ubahEntri,
} from '../../../client/actions/index.ts';
import type { App } from '../../../client/app/context.ts';
import { nilaiIsian, simpanIsian } from '../../../client/screens/guru/catat-simpan.ts';
import { isianDari } from '../../../client/screens/guru/isian.ts';
import { setMeta } from '../../../client/store/index.ts';
import type { Entri } from '../../../shared/records/index.ts';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI } from '../../support/server.ts';

const aSaved = async (phone: FakePhone, part: Partial<Entri> = {}): Promise<string> => {
  const saved = await catatEntri(phone.acting, anEntri(part));
  if (!saved.ok) throw new Error(saved.code);
  return saved.id;
};
const asApp = ({ acting, orang }: FakePhone): App => ({ ...orang, ...acting }) as unknown as App;
const entri = async (phone: FakePhone, id: string) => (await phone.entri(id))!;
const ke = (): void => undefined;

test('a change is made on the version that its form was opened on: a text saved meanwhile is kept beside it', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const id = await aSaved(phone);
  const tab = await phone.tab();
  const forms = [phone, tab].map(async (one) => draftOfEntri(one.acting, await entri(one, id)));
  const [mine, other] = await Promise.all(forms);
  await simpanIsian(asApp(tab), anEntri({ uraian: 'Ditulis di tab kedua' }), { draft: other!, ke });
  await simpanIsian(asApp(phone), anEntri({ uraian: 'Ditulis di tab pertama' }), { draft: mine!, ke });
  expect(await entri(phone, id)).toMatchObject({
    kirim: { kunci: 'dua-versi' },
    content: { uraian: 'Ditulis di tab kedua' },
    variants: [{ content: { uraian: 'Ditulis di tab pertama' } }],
  });
  await phone.run();
  expect((await entri(phone, id)).kirim.kunci).toBe('dua-versi');
});

test('an entry that was only sent back meanwhile is no second version', async () => {
  const server = await aServer();
  const [phone, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const id = await aSaved(phone);
  await phone.run();
  const draft = await draftOfEntri(phone.acting, await entri(phone, id));
  await head.run();
  await kembalikanEntri(head.acting, await entri(head, id), 'Foto kurang jelas');
  await head.run();
  await phone.run();
  await simpanIsian(asApp(phone), anEntri({ uraian: 'Diperbaiki sesudah dikembalikan' }), { draft, ke });
  expect(await entri(phone, id)).toMatchObject({ variants: [], state: { tahap: 'DIAJUKAN' } });
});

test('whoever hands a returned entry in again without a change is asked first', async () => {
  const server = await aServer();
  const [phone, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const id = await aSaved(phone);
  await phone.run();
  await head.run();
  await kembalikanEntri(head.acting, await entri(head, id), 'Foto kurang jelas');
  await head.run();
  await phone.run();
  const draft = await draftOfEntri(phone.acting, await entri(phone, id));
  const asked = async (uraian: string): Promise<string[]> => {
    const isian = isianDari({ ...anEntri({ uraian }), foto: undefined } as never, anEntri().tanggal);
    return (await nilaiIsian(asApp(phone), isian, draft, false)).peringatan.map(({ kode }) => kode);
  };
  expect(await asked(anEntri().uraian)).toContain('belum_diubah');
  expect(await asked('Mengajar Matematika, diperbaiki')).not.toContain('belum_diubah');
});

test('a date that the rules refuse is told together with the fields that cannot be read', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const draft = await newDraft(phone.acting);
  const isian = isianDari(
    { tanggal: '2031-01-01', mulai: '09:00', selesai: '08:00', uraian: '', realisasi: 'x', satuan: 'JP' },
    '2031-01-01',
  );
  expect((await nilaiIsian(asApp(phone), isian, draft, false)).salah.map(({ kode }) => kode)).toEqual([
    'teks_kosong',
    'tanggal_masa_depan',
    'jam_terbalik',
    'realisasi_bulat',
  ]);
});

test('a form that nobody touched is no unfinished work: left behind it is not offered, and goes after a day', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const guess = await newDraft(phone.acting, { values: { uraian: 'Tebakan' }, utuh: true });
  const typed = await newDraft(phone.acting, { values: { uraian: 'Tebakan' }, utuh: true });
  await saveDraft(phone.acting, { id: typed.id, values: { uraian: 'Diketik' } });
  expect((await openDrafts(phone.acting)).map(({ id }) => id)).toEqual([typed.id]);
  await dropUntouched(phone.acting, typed.id);
  expect((await openDrafts(phone.acting)).map(({ id }) => id)).toEqual([typed.id]);
  server.clock.forward(86_500_000);
  await newDraft(phone.acting, { utuh: true });
  expect((await phone.db.drafts.toCollection().primaryKeys()).includes(guess.id)).toBe(false);
  expect((await openDrafts(phone.acting)).map(({ id }) => id)).toEqual([typed.id]);
});

test('the last worked on draft comes first, older ones follow', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const ids: string[] = [];
  for (const uraian of ['satu', 'dua', 'tiga']) {
    ids.push((await newDraft(phone.acting, { values: { uraian } })).id);
    server.clock.forward(1000);
  }
  await saveDraft(phone.acting, { id: ids[0]!, values: { uraian: 'satu lagi' } });
  expect((await openDrafts(phone.acting)).map(({ values }) => values.uraian)).toEqual([
    'satu lagi',
    'tiga',
    'dua',
  ]);
});

test('what waits is counted as people count: an activity once, whatever was done to it', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const id = await aSaved(phone);
  await hapusEntri(phone.acting, id);
  await pulihkanEntri(phone.acting, id);
  await ubahEntri(phone.acting, id, anEntri({ uraian: 'Diubah sesudah dipulihkan' }));
  await aSaved(phone, { mulai: '10:00', selesai: '11:00', uraian: 'Kegiatan yang kedua' });
  await tulisUmpan(phone.acting, { guru: SRI.id, tentang: id, teks: 'Satu pesan' });
  expect((await phone.journal()).length).toBe(6);
  expect(await phone.status()).toMatchObject({ unsent: 3, refused: 0 });
});

test('a text that is only on the phone says what it waits for', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  const id = await aSaved(phone);
  expect((await entri(phone, id)).kirim.tunggu).toBeUndefined();
  await setMeta(phone.db, 'attempt', {
    tries: 1,
    nextAt: 1,
    floorUntil: 0,
    code: 'tanpa_internet',
    at: phone.acting.clock(),
  });
  expect((await entri(phone, id)).kirim).toMatchObject({ kunci: 'tersimpan', tunggu: 'internet' });
});
