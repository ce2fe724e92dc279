import { strFromU8, unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { zipOf } from '../../../client/actions/cadangan.ts';
import { dataSaya } from '../../../client/actions/data-saya.ts';
import { catatEntri } from '../../../client/actions/index.ts';
import { DataLayanan } from '../../../shared/protocol/index.ts';
import { anEntri, SHARD } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, PAK_TRISNO, SRI } from '../../support/server.ts';
import { FOTO, savedWithPhoto } from '../../support/titipan.ts';

const unduhan = async (phone: FakePhone, batal = new AbortController().signal) => {
  const maju: number[][] = [];
  const { store, acting, line } = phone;
  const blob = await dataSaya({
    store,
    transport: line.transport,
    clock: acting.clock,
    onKemajuan: (...satu) => void maju.push(satu),
    batal,
  });
  return { isi: blob && unzipSync(new Uint8Array(await blob.arrayBuffer())), maju };
};

test('everything of one’s own is in the file, sent or not, and nothing of anybody else', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  await catatEntri(sri.acting, anEntri({ uraian: 'Milik Sri saja' }));
  await sri.run();
  const head = await aReadyPhone(server, PAK_TRISNO);
  await catatEntri(head.acting, anEntri({ uraian: '=HYPERLINK("x")', mulai: '13:00', selesai: '14:00' }));
  await savedWithPhoto(head);
  const { isi, maju } = await unduhan(head);
  if (!isi) throw new Error('called off');
  expect(Object.keys(isi).sort()).toEqual(
    ['BACA-SAYA.txt', 'data.json', `foto/${FOTO.sha}.jpg`, 'kegiatan.csv', 'layanan.json'].sort(),
  );
  expect(isi[`foto/${FOTO.sha}.jpg`]).toEqual(new Uint8Array(FOTO.bytes));
  const json = JSON.parse(strFromU8(isi['data.json'] ?? new Uint8Array()));
  expect(json).toMatchObject({ versi: 1, orang: { nip: PAK_TRISNO.nip } });
  expect(json.catatan).toHaveLength(2);
  const csv = strFromU8(isi['kegiatan.csv'] ?? new Uint8Array());
  expect(csv).not.toContain('Milik Sri saja');
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  expect(maju).toEqual([[1, 1]]);
});

test('what the service keeps beside is in it as well: phones, sessions, rights, who looked; and no secret', async () => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  await catatEntri(sri.acting, anEntri());
  await sri.run();
  const [entri] = await sri.db.records.where('kind').equals('entri').toArray();
  const view = { shard: SHARD, record: entri?.id ?? '', viewer: PAK_TRISNO.id, viewerNama: 'Sutrisno' };
  await server.store.write((tx) =>
    tx.putView({ ...view, day: '2026-11-23', peran: 'penilai', firstAt: 1, lastAt: 1 }),
  );
  const { isi } = await unduhan(sri);
  const teks = strFromU8(isi?.['layanan.json'] ?? new Uint8Array());
  expect(DataLayanan.parse(JSON.parse(teks))).toMatchObject({
    akun: { nip: SRI.nip },
    hak: [{ satuan: SHARD, peran: 'guru', sampai: null }],
    perangkat: [{ nama: 'Chrome di Android', diputus: null }],
    sesi: [{ perangkat: 'Chrome di Android' }],
    dilihat: [{ oleh: 'Sutrisno', hari: '2026-11-23', apa: 'entri' }],
  });
  const akun = await server.store.read((tx) => tx.accountById(SRI.id));
  expect(teks).not.toContain(akun?.password);
  for (const sesi of await server.store.read((tx) => tx.sessionsOf(SRI.id)))
    expect(teks).not.toContain(sesi.tokenHash);
});

test('without a network the file is made all the same, and says what only the service has', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  phone.line.always('permintaan-hilang');
  const { isi } = await unduhan(phone);
  expect(Object.keys(isi ?? {})).not.toContain('layanan.json');
  expect(strFromU8(isi?.['BACA-SAYA.txt'] ?? new Uint8Array())).toContain('hanya ada di server: unduh lagi');
});

test('a photo that only the server has is counted, not left out in silence', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  await savedWithPhoto(phone);
  await phone.db.bytes.clear();
  const { isi } = await unduhan(phone);
  expect(strFromU8(isi?.['BACA-SAYA.txt'] ?? new Uint8Array())).toMatch(
    /0 foto.*\r\n.*1 foto lain hanya ada di server/,
  );
});

test('called off between two photos, it gives nothing', async () => {
  const phone = await aReadyPhone(await aServer(), SRI);
  await savedWithPhoto(phone);
  expect((await unduhan(phone, AbortSignal.abort())).isi).toBeNull();
});

test('a phone whose clock stands before 1980 makes its files all the same', async () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] });
  try {
    expect(zipOf({ 'a.txt': Uint8Array.of(1) }).size).toBeGreaterThan(20);
  } finally {
    vi.useRealTimers();
  }
  const phone = await aReadyPhone(await aServer(), SRI, { clockOff: -1_795_420_800_000 });
  expect((await unduhan(phone)).isi).not.toBeNull();
});
