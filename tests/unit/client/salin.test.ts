import { expect, test } from 'vitest';
import { catatEntri, kunciBulan } from '../../../client/actions/index.ts';
import type { App } from '../../../client/app/context.ts';
import { nilaiSalinan } from '../../../client/screens/guru/salin-simpan.tsx';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI } from '../../support/server.ts';

const asApp = ({ acting, orang }: FakePhone): App => ({ ...orang, ...acting }) as unknown as App;

const asked = async (phone: FakePhone, ...contents: ReturnType<typeof anEntri>[]) => {
  const found = await nilaiSalinan(asApp(phone), contents);
  return found && [found.berat, ...found.rows.map(({ entri, temuan }) => [entri.tanggal, temuan[0]?.kode])];
};

test('a copy that the rules refuse is named by its row, before anything is said of another row', async () => {
  const server = await aServer();
  const [phone, head] = [await aReadyPhone(server, SRI), await aReadyPhone(server, PAK_TRISNO)];
  await kunciBulan(head.acting, '2026-10');
  await head.run();
  await phone.run();
  expect(await asked(phone, anEntri({ tanggal: '2026-10-20' }), anEntri({ tanggal: '2026-11-22' }))).toEqual([
    'tolak',
    ['2026-10-20', 'bulan_terkunci'],
  ]);
});

test('a copy to a Sunday, onto a kept activity or onto another copy is asked about; others are saved at once', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  await catatEntri(phone.acting, anEntri({ tanggal: '2026-11-20' }));
  expect(
    await asked(
      phone,
      anEntri({ tanggal: '2026-11-22', uraian: 'Pada hari Minggu' }),
      anEntri({ tanggal: '2026-11-20', uraian: 'Di atas yang ada' }),
      anEntri({ tanggal: '2026-11-23', uraian: 'Yang pertama' }),
      anEntri({ tanggal: '2026-11-23', uraian: 'Di atas yang pertama' }),
    ),
  ).toEqual([
    'peringatan',
    ['2026-11-22', 'bukan_hari_kerja'],
    ['2026-11-20', 'bertumpuk'],
    ['2026-11-23', 'bertumpuk'],
  ]);
  expect(await asked(phone, anEntri({ tanggal: '2026-11-23' }))).toBe(null);
});
