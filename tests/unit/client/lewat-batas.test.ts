import { expect, test } from 'vitest';
import {
  catatEntri,
  kembalikanEntri,
  periksaHari,
  periksaIsian,
  ubahEntri,
} from '../../../client/actions/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI } from '../../support/server.ts';

const LAMA = { tanggal: '2026-09-01' };

/** Her school takes entries for 31 days, as new schools do. */
const batasi = async ({ db }: FakePhone): Promise<void> => {
  await db.records
    .where('kind')
    .equals('satker')
    .modify((row) => {
      const satker = row.visible as RecordOf<'satker'>;
      Object.assign(row, { visible: { ...satker, content: { ...satker.content, batasIsianHari: 31 } } });
    });
};

test('an entry given back after the limit of days can be mended on its own date, and on no other late one', async () => {
  const server = await aServer();
  const [sri, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  const done = await catatEntri(sri.acting, anEntri(LAMA));
  if (!done.ok) throw new Error(done.code);
  await sri.run();
  await head.run();
  await kembalikanEntri(head.acting, done.id, 'Uraian kurang rinci');
  await head.run();
  await sri.run();
  await batasi(sri);
  const perbaikan = anEntri({ ...LAMA, uraian: 'Mengajar bilangan bulat di kelas 5A' });
  const kode = async (...isi: [typeof perbaikan, string?]) =>
    (await periksaIsian(sri.acting, ...isi))
      .filter(({ berat }) => berat === 'tolak')
      .map((satu) => satu.kode);
  expect(await kode(perbaikan)).toEqual(['lewat_batas']);
  expect(await kode({ ...perbaikan, tanggal: '2026-09-02' }, done.id)).toEqual(['lewat_batas']);
  expect(await kode(perbaikan, done.id)).toEqual([]);
  expect(await periksaHari(sri.acting, LAMA.tanggal, done.id)).toEqual([]);
  expect(await ubahEntri(sri.acting, done.id, perbaikan)).toMatchObject({ ok: true });
  await sri.run();
  expect(await sri.entri(done.id)).toMatchObject({
    kirim: { kunci: 'terkirim' },
    state: { tahap: 'DIAJUKAN' },
  });
});
