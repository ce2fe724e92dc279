import { expect, test } from 'vitest';
import { kataPengingat } from '../../../client/i18n/id/pengingat.ts';
import { pasangSegel, tulisUlang } from '../../../client/store/index.ts';
import { bahanPengingat } from '../../../client/store/reminder.ts';
import { isiPengingat } from '../../../shared/domain/index.ts';
import { phoneOf } from '../../api/signed-in.ts';
import { aCommand, anEntri, SHARD } from '../../support/builders.ts';
import { aReadyPhone, onShelf } from '../../support/fake-phone.ts';
import { anInstansi, BU_WATI, jadi, SEKOLAH_LAIN } from '../../support/organisasi.ts';
import { BUDI, PAK_TRISNO, SRI } from '../../support/server.ts';

const HARI = 86_400_000;

/** The school of two teachers; Budi filled in four weeks ago and Friday, Sri nothing. It is Monday 23 November. */
const aSekolah = async () => {
  const server = await anInstansi();
  let number = 0;
  const catat = (id: string, kind: string, body: unknown) => {
    number += 1;
    return server.ledger.submit({
      actor: { id, nama: id, peran: ['guru'] },
      device: `d_${id}`,
      commands: [{ ...aCommand({ kind, shard: SHARD, record: null, base: null, body }), number }],
    });
  };
  for (const tanggal of ['2026-10-26', '2026-11-20'])
    await catat(BUDI.id, 'entri.catat', anEntri({ tanggal, uraian: `Mengajar ${tanggal}` }));
  const sakit = (mulai: string, selesai: string) =>
    catat(SRI.id, 'kendala.lapor', { guru: SRI.id, sebab: 'SAKIT', mulai, selesai, catatan: '' });
  return { server, sakit };
};

test('the head hears how many of his teachers have fallen behind: a number, from his own phone, and nobody’s name', async () => {
  const { server } = await aSekolah();
  const phone = await aReadyPhone(server, PAK_TRISNO);
  const bahan = await bahanPengingat(phone.store, server.clock.now());
  expect(bahan?.tertinggal).toMatchObject({ jumlah: 1 });
  const isi = bahan && isiPengingat({ ...bahan, menunggu: [] });
  expect(isi).toEqual({ jenis: 'tertinggal', jumlah: 1 });
  const kata = isi ? kataPengingat(isi) : null;
  expect(kata?.teks).toMatch(/^1 guru tertinggal/);
  expect(JSON.stringify(kata)).not.toMatch(/Sri|Budi/);
});

test('not of who was ill, nor of who has moved away, and a teacher hears of nobody', async () => {
  const { server, sakit } = await aSekolah();
  const tertinggal = async (siapa = PAK_TRISNO) =>
    (await bahanPengingat((await aReadyPhone(server, siapa)).store, server.clock.now()))?.tertinggal.jumlah;
  expect(await tertinggal(SRI)).toBe(0);
  await sakit('2026-10-26', '2026-11-22');
  expect(await tertinggal()).toBe(0);
  server.clock.forward(3 * HARI);
  expect(await tertinggal()).toBeGreaterThan(0);
  for (const satu of [SRI, BUDI])
    await jadi(await phoneOf(server, BU_WATI), satu, {
      ...{ apa: 'mutasi', ke: SEKOLAH_LAIN, mulai: '2026-11-25', alasan: 'SK Kepala Dinas 800/112/2026' },
    });
  expect(await tertinggal()).toBe(0);
});

test('behind the app lock no number is said: who was ill and who serves here lie sealed', async () => {
  const { server } = await aSekolah();
  const phone = await aReadyPhone(server, PAK_TRISNO);
  const kunci = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await pasangSegel(phone.store, { kunci, menutup: true });
  await tulisUlang(phone.store);
  const locked = await onShelf(server, PAK_TRISNO, phone.shelf);
  expect((await bahanPengingat(locked.store, server.clock.now()))?.tertinggal).toEqual({
    jumlah: 0,
    baru: 0,
  });
});
