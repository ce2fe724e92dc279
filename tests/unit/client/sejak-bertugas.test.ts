import { expect, test } from 'vitest';
import type { App } from '../../../client/app/context.ts';
import { dataBeranda } from '../../../client/screens/guru/beranda-data.ts';
import { bahanPengingat } from '../../../client/store/reminder.ts';
import { phoneOf } from '../../api/signed-in.ts';
import { SHARD } from '../../support/builders.ts';
import { aReadyPhone } from '../../support/fake-phone.ts';
import { anInstansi, BU_WATI, jadi, SEKOLAH_LAIN } from '../../support/organisasi.ts';
import { SRI } from '../../support/server.ts';

const HARI = 86_400_000;
const HARI_INI = '2026-11-26';

test('whoever came to a school this week owes none of the days before: neither her home nor her reminder names them', async () => {
  const server = await anInstansi();
  await jadi(await phoneOf(server, BU_WATI), SRI, {
    ...{ apa: 'mutasi', ke: SEKOLAH_LAIN, mulai: '2026-11-25', alasan: 'SK Kepala Dinas 800/112/2026' },
  });
  server.clock.forward(3 * HARI);
  const phone = await aReadyPhone(server, SRI);
  expect((await bahanPengingat(phone.store, server.clock.now()))?.kosong).toEqual(['2026-11-25']);
  const app = phone.acting as unknown as App;
  const bulanDi = async (diri: string) => (await dataBeranda({ ...app, diri }, HARI_INI)).bulan;
  expect(await bulanDi(SEKOLAH_LAIN)).toMatchObject({
    hariKerja: 2,
    terisi: 0,
    kosong: ['2026-11-25', HARI_INI],
  });
  expect((await bulanDi(SHARD)).hariKerja).toBeGreaterThan(2);
});
