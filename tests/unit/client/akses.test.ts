import { expect, test } from 'vitest';
import { aksesBaru, aksesOf } from '../../../client/store/index.ts';
import { aCommand, SHARD } from '../../support/builders.ts';
import { aReadyPhone } from '../../support/fake-phone.ts';
import { aServer, SRI } from '../../support/server.ts';

test('that an account was made greets nobody at her first sign-in; a right given later, by whomever, does', async () => {
  const server = await aServer();
  const catat = (jenis: string, number: number) =>
    server.ledger.submit({
      actor: { id: 'operator', nama: 'operator layanan', peran: ['sistem'] },
      device: 's_operator',
      commands: [
        {
          ...aCommand({ kind: 'akses.catat', shard: SHARD, record: null, base: null }),
          body: {
            pemilik: SRI.id,
            isi: { jenis, keterangan: 'pegawai di SD', oleh: 'operator layanan', pada: number },
          },
          number,
        },
      ],
    });
  await catat('akun', 1);
  const phone = await aReadyPhone(server, SRI);
  expect((await aksesOf(phone.store, SRI.id)).map(({ jenis }) => jenis)).toEqual(['akun']);
  expect(await aksesBaru(phone.store, SRI.id)).toEqual([]);
  await catat('hak', 2);
  await phone.run();
  expect((await aksesBaru(phone.store, SRI.id)).map(({ jenis }) => jenis)).toEqual(['hak']);
});
