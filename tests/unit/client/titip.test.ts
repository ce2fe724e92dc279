import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buangTitipan,
  hapusEntri,
  muatanTitipan,
  terimaBerkas,
  titipanPergi,
  ubahEntri,
} from '../../../client/actions/index.ts';
import { queueView, titipanKeluar, titipanMasuk } from '../../../client/store/index.ts';
import { isAllSent } from '../../../client/sync/index.ts';
import { verifyLedger } from '../../../server/ledger/index.ts';
import { anEntri } from '../../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../../support/fake-phone.ts';
import { aServer, BUDI, SRI, type TestServer } from '../../support/server.ts';
import {
  buktiDi,
  FOTO,
  linesOf,
  recordsOn,
  saved,
  savedWithPhoto,
  terima,
  titip,
} from '../../support/titipan.ts';

type Village = { readonly server: TestServer; readonly sri: FakePhone; readonly budi: FakePhone };

/** Sri's phone has had its last signal; Budi's comes and goes. */
const aVillage = async (): Promise<Village> => {
  const server = await aServer();
  const sri = await aReadyPhone(server, SRI);
  const budi = await aReadyPhone(server, BUDI);
  sri.line.always('permintaan-hilang');
  return { server, sri, budi };
};

/** What a teacher does on an ordinary day. */
const aDay = async (phone: FakePhone): Promise<void> => {
  const first = await saved(phone);
  await saved(phone, { uraian: 'Piket pagi dan menyambut siswa', mulai: '06:30', selesai: '07:00' });
  const wrong = await saved(phone, { uraian: 'Rapat yang ternyata batal', mulai: '13:00', selesai: '14:00' });
  await ubahEntri(phone.acting, first, anEntri({ uraian: 'Mengajar pecahan, dengan tugas kelompok' }));
  await hapusEntri(phone.acting, wrong);
  await savedWithPhoto(phone);
};

const statuses = async (phone: FakePhone) => (await phone.journal()).map(({ status }) => status);
const photoOn = ({ files }: TestServer) => files.read(SRI.id, FOTO.sha);

describe('carried by a colleague', () => {
  test('everything arrives as if its owner had sent it, record by record, photos to the byte', async () => {
    const direct = await aServer();
    const own = await aReadyPhone(direct, SRI);
    await aDay(own);
    await own.run();
    const { server, sri, budi } = await aVillage();
    await aDay(sri);
    await terima(budi, await titip(sri));
    expect(await budi.run()).toMatchObject({ ok: true, photoTrouble: null });
    expect(await recordsOn(server)).toEqual(await recordsOn(direct));
    expect(await recordsOn(server)).toHaveLength(5);
    expect(await photoOn(server)).toEqual(Buffer.from(FOTO.bytes));
    expect(await linesOf(server, (await sri.journal())[0]?.device ?? '')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
  });

  test('handing out marks nothing as sent, and says when it was', async () => {
    const { sri } = await aVillage();
    await savedWithPhoto(sri);
    const files = await titip(sri);
    expect(files.map(({ header }) => header)).toMatchObject([
      { nama: SRI.nama, entri: 1, foto: 1, bagian: 1, dari: 1 },
    ]);
    expect(await statuses(sri)).toEqual(['antri']);
    expect(isAllSent(await sri.status())).toBe(false);
    const handedAt = async () => (await queueView(sri.store)).rows.map((row) => row.handedAt);
    expect(await handedAt(), 'made, and in nobody’s hands').toEqual([undefined]);
    await titipanPergi(sri.acting, files);
    expect(await handedAt()).toEqual([sri.acting.clock()]);
  });

  test('the receipt settles her rows offline, as an answer would have, and moves no position', async () => {
    const { sri, budi } = await aVillage();
    await aDay(sri);
    const before = await sri.db.meta.get('pos');
    await terima(budi, await titip(sri));
    await budi.run();
    for (const bukti of await buktiDi(budi))
      expect(await terimaBerkas(sri.acting, bukti)).toEqual({ ok: true, jenis: 'bukti', jumlah: 6 });
    expect(new Set(await statuses(sri))).toEqual(new Set(['diterima']));
    expect(isAllSent(await sri.status())).toBe(true);
    expect(await sri.db.meta.get('pos')).toEqual(before);
    const rows = await Promise.all((await sri.journal()).map(({ target }) => sri.entri(target)));
    expect(rows.filter((row) => row && !row.content).length).toBe(0);
    expect(rows[0]?.kirim).toMatchObject({ kunci: 'terkirim', resi: expect.any(String) });
  });

  test('a receipt is old: it says nothing of the clock or of when the server was last reached', async () => {
    const { server, sri, budi } = await aVillage();
    await saved(sri);
    await terima(budi, await titip(sri));
    await budi.run();
    const before = await sri.status();
    server.clock.forward(40 * 3_600_000);
    for (const bukti of await buktiDi(budi)) await terimaBerkas(sri.acting, bukti);
    expect(await sri.status()).toMatchObject({ lastOk: before.lastOk, skew: before.skew, unsent: 0 });
  });

  test('a refusal travels back with its reason, and holds up nothing else', async () => {
    const { server, sri, budi } = await aVillage();
    const refused = await saved(sri);
    const accepted = await saved(sri, { tanggal: '2026-11-20', uraian: 'Piket pagi dan menyambut siswa' });
    // The phone's clock was two days ahead.
    server.clock.forward(-2 * 86_400_000);
    await terima(budi, await titip(sri));
    await budi.run();
    for (const bukti of await buktiDi(budi)) await terimaBerkas(sri.acting, bukti);
    expect((await sri.entri(refused))?.kirim).toMatchObject({
      kunci: 'perlu-diperbaiki',
      code: 'tanggal_masa_depan',
    });
    expect((await sri.entri(accepted))?.kirim.kunci).toBe('terkirim');
  });

  test('twice, late, beside and after an own sync, in any order of the parts: no difference', {
    timeout: 90_000,
  }, async () => {
    const step = fc.constantFrom('berkas', 'sendiri', 'bukti', 'kirim', 'titip-lagi');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.nat(), async (steps, turn) => {
        const { server, sri, budi } = await aVillage();
        await aDay(sri);
        const device = (await sri.journal())[0]?.device ?? '';
        // A size below the smallest that is offered, so that text and photo lie in files of their own.
        let files = await titip(sri, 12_000 + FOTO.size);
        const all: typeof files = [...files];
        for (const [i, one] of steps.entries()) {
          if (one === 'berkas') await terima(budi, [all[(turn + i) % all.length]!]);
          if (one === 'kirim') await budi.run();
          if (one === 'bukti') for (const bukti of await buktiDi(budi)) await terimaBerkas(sri.acting, bukti);
          if (one === 'sendiri') {
            sri.line.always(null);
            await sri.run();
            sri.line.always('permintaan-hilang');
          }
          if (one === 'titip-lagi') {
            files = await titip(sri);
            all.push(...files);
          }
        }
        await terima(budi, all.reverse());
        await budi.run();
        sri.line.always(null);
        await sri.run();
        for (const bukti of await buktiDi(budi)) await terimaBerkas(sri.acting, bukti);
        expect(await linesOf(server, device)).toEqual([1, 2, 3, 4, 5, 6]);
        expect(await photoOn(server)).toEqual(Buffer.from(FOTO.bytes));
        expect(new Set(await statuses(sri))).toEqual(new Set(['diterima']));
        expect(isAllSent(await sri.status())).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  test('over a line that breaks anywhere the file arrives whole, once, in as many rounds as it takes', {
    timeout: 90_000,
  }, async () => {
    const fault = fc.constantFrom(
      null,
      'permintaan-hilang',
      'jawaban-hilang',
      'jawaban-terpotong',
      'portal',
      'dua-kali',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fault as fc.Arbitrary<null>, { maxLength: 10 }), async (faults) => {
        const { server, sri, budi } = await aVillage();
        await savedWithPhoto(sri);
        await terima(budi, await titip(sri));
        budi.line.next(...faults);
        for (let rounds = 0; rounds <= faults.length + 1; rounds += 1) await budi.run();
        expect(await titipanMasuk(budi.store)).toMatchObject([{ status: 'terkirim' }]);
        expect(await photoOn(server)).toEqual(Buffer.from(FOTO.bytes));
        expect(await recordsOn(server)).toHaveLength(2);
      }),
      { numRuns: 10 },
    );
  });

  test('each part stands alone: one that never arrives holds up no other', async () => {
    const { server, sri, budi } = await aVillage();
    for (let i = 0; i < 3; i += 1)
      await saved(sri, {
        uraian: `Kegiatan nomor ${i} di kelas`,
        mulai: `0${i + 6}:00`,
        selesai: `0${i + 6}:30`,
      });
    await savedWithPhoto(sri);
    const files = await titip(sri, 4_200 + FOTO.size);
    expect(files.length).toBeGreaterThan(1);
    await terima(budi, files.slice(-1));
    await budi.run();
    expect(await photoOn(server)).toEqual(Buffer.from(FOTO.bytes));
    expect(await titipanMasuk(budi.store)).toMatchObject([{ status: 'terkirim' }]);
    await terima(budi, files);
    await budi.run();
    expect(await recordsOn(server)).toHaveLength(5);
  });
});

describe('the colleague', () => {
  test('sees whose it is and how much, and nothing of what it says', async () => {
    const { sri, budi } = await aVillage();
    await savedWithPhoto(sri);
    await terima(budi, await titip(sri));
    expect(await titipanMasuk(budi.store)).toMatchObject([
      { nama: SRI.nama, entri: 1, foto: 1, bagian: 1, dari: 1, status: 'menunggu' },
    ]);
    await budi.run();
    const everything: string[] = [];
    for (const table of budi.db.tables)
      for (const row of await table.toArray())
        everything.push(
          JSON.stringify(row, (_, value: unknown) =>
            value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value,
          ),
        );
    expect(everything.join('\n')).toContain(SRI.nama);
    expect(everything.join('\n')).not.toMatch(/Menulis soal|papan bersama/);
    expect(await budi.db.bytes.count()).toBe(0);
  });

  test('has own text sent first, and files with photos keep to the choice about data', async () => {
    const server = await aServer();
    const sri = await aReadyPhone(server, SRI);
    const budi = await aReadyPhone(server, BUDI, { photos: false });
    sri.line.always('permintaan-hilang');
    await saved(sri);
    await terima(budi, await titip(sri));
    await savedWithPhoto(sri);
    await terima(budi, await titip(sri));
    await saved(budi, { uraian: 'Kegiatan Budi sendiri di kelas' });
    budi.line.sent.length = 0;
    await budi.run();
    expect(budi.line.sent[0]).toBe('POST /api/sync');
    expect((await titipanMasuk(budi.store)).map(({ foto, status }) => [foto, status]).sort()).toEqual([
      [0, 'terkirim'],
      [1, 'menunggu'],
    ]);
  });

  test('keeps a file that a server does not want, with the reason, until it is let go', async () => {
    const { server, sri, budi } = await aVillage();
    await saved(sri);
    const key = (await sri.db.meta.get('kunciServer'))?.value as object;
    await sri.db.meta.put({ key: 'kunciServer', value: { ...key, id: 'AAAAAAAAAAA' } });
    await terima(budi, await titip(sri));
    await budi.run();
    expect(await titipanMasuk(budi.store)).toMatchObject([{ status: 'ditolak', code: 'kunci_titipan' }]);
    expect(await recordsOn(server)).toHaveLength(1);
    const [row] = await titipanMasuk(budi.store);
    await buangTitipan(budi.acting, row?.id ?? '');
    expect(await titipanMasuk(budi.store)).toEqual([]);
    expect(await budi.db.bytes.count()).toBe(0);
  });

  test('opening the same file twice keeps it once', async () => {
    const { sri, budi } = await aVillage();
    await saved(sri);
    const files = await titip(sri);
    await terima(budi, [...files, ...files]);
    expect(await titipanMasuk(budi.store)).toHaveLength(1);
    await budi.run();
    await terima(budi, files);
    expect(await titipanMasuk(budi.store)).toMatchObject([{ status: 'terkirim' }]);
  });

  test('a receipt opened on the wrong phone settles nothing', async () => {
    const { sri, budi } = await aVillage();
    await saved(sri);
    await saved(budi, { uraian: 'Kegiatan Budi sendiri di kelas' });
    await terima(budi, await titip(sri));
    await budi.run();
    const [bukti] = await buktiDi(budi);
    expect(await terimaBerkas(budi.acting, bukti!)).toEqual({ ok: false, code: 'bukti_asing' });
    const changed = new Uint8Array(bukti!.slice());
    changed[changed.length - 1]! ^= 1;
    expect(await terimaBerkas(sri.acting, changed.buffer)).toEqual({ ok: false, code: 'titipan_rusak' });
    expect(await statuses(sri)).toEqual(['antri']);
  });

  test.each([
    ['a text', 'Daftar hadir kelas 5A'],
    ['nothing', ''],
    ['a cut header', 'e-Kinerja titipan 1\n{"kunci"'],
  ])('%s is no carried file, and says so', async (_, text) => {
    const { budi } = await aVillage();
    const file = new TextEncoder().encode(text).buffer;
    expect(await terimaBerkas(budi.acting, file)).toMatchObject({ ok: false });
    expect(await titipanMasuk(budi.store)).toEqual([]);
  });
});

test('a phone that never met a server with this door cannot make a file, and says so', async () => {
  const { sri } = await aVillage();
  await saved(sri);
  await sri.db.meta.delete('kunciServer');
  await expect(titip(sri)).rejects.toThrow('key');
});

test('the key is asked for at the first contact, and again after a week', async () => {
  const server = await aServer();
  const phone = await aReadyPhone(server, SRI);
  const asked = () => phone.line.sent.filter((line) => line === 'GET /api/courier').length;
  expect(asked()).toBe(1);
  await phone.run();
  expect(asked()).toBe(1);
  server.clock.forward(8 * 86_400_000);
  await phone.run();
  expect(asked()).toBe(2);
});

test('what is said beforehand is what the files weigh, at the most, and the parts are numbered through', async () => {
  const { sri } = await aVillage();
  await aDay(sri);
  const most = 12_000 + FOTO.size;
  const muatan = await muatanTitipan(sri.acting, most);
  const files = await titip(sri, most);
  expect(files).toHaveLength(muatan.berkas);
  expect(files.map(({ header }) => [header.bagian, header.dari])).toEqual(
    files.map((_, i) => [i + 1, files.length]),
  );
  expect(files.reduce((sum, { header }) => sum + header.entri, 0)).toBe(muatan.entri);
  for (const { bytes } of files) expect(bytes.length).toBeLessThanOrEqual(most);
  expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(muatan.bytes);
});

test('keys of files whose commands have all been answered are let go at the next export', async () => {
  const { sri, budi } = await aVillage();
  await saved(sri);
  await terima(budi, await titip(sri));
  await budi.run();
  for (const bukti of await buktiDi(budi)) await terimaBerkas(sri.acting, bukti);
  await saved(sri, { uraian: 'Kegiatan berikutnya di kelas', mulai: '10:00', selesai: '11:00' });
  await titip(sri);
  expect(await titipanKeluar(sri.db)).toHaveLength(1);
});
