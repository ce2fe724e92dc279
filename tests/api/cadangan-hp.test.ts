import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportQueue, newDraft } from '../../client/actions/index.ts';
import { compareWithLedger } from '../../server/ledger/index.ts';
import { jalankan } from '../../server/operations/cli-commands.ts';
import { SyncRequest } from '../../shared/protocol/index.ts';
import { SHARD } from '../support/builders.ts';
import { aReadyPhone, type FakePhone } from '../support/fake-phone.ts';
import { SEAL_KEYS } from '../support/safety.ts';
import { aServer, BUDI, SANDI, SRI, type TestServer } from '../support/server.ts';
import { aTempDir } from '../support/temp-dir.ts';
import { FOTO, linesOf, recordsOn, saved, savedWithPhoto } from '../support/titipan.ts';
import { phoneOf } from './signed-in.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

type Files = Record<string, Uint8Array>;

const filesOf = async (phone: FakePhone): Promise<Files> =>
  unzipSync(new Uint8Array(await (await exportQueue(phone.acting)).arrayBuffer()));

/** The operator's command line on the service's data. */
const masukkan = (server: TestServer, bytes: Uint8Array, ...lain: string[]) => {
  const berkas = join(aTempDir(), 'cadangan.zip');
  writeFileSync(berkas, bytes);
  const rooms = { ...server, clock: server.clock.now, sealKeys: SEAL_KEYS, operator: 'rina' };
  return jalankan(rooms, ['cadangan', 'masukkan', berkas, ...lain]);
};

const entries = async (server: TestServer) =>
  (await recordsOn(server)).filter(({ kind }) => kind === 'entri');
const fotoDi = ({ files }: TestServer) => files.read(SRI.id, FOTO.sha);

/** A phone on which two activities, one of them with a photo, and a draft were typed without any signal. */
const aCutOffPhone = async (server: TestServer) => {
  const phone = await aReadyPhone(server, SRI);
  phone.line.always('permintaan-hilang');
  const ids = [await saved(phone), await savedWithPhoto(phone)].sort();
  await newDraft(phone.acting, { values: { uraian: 'Belum selesai ditulis' } });
  return { phone, ids, device: (await phone.journal())[0]?.device ?? '' };
};

describe('the rescue file of a phone that has no signal', () => {
  test('goes in by the operator with its photo, once however often, and the phone then settles its queue as sent', async () => {
    const server = await aServer();
    const { phone, ids, device } = await aCutOffPhone(server);
    const zip = zipSync(await filesOf(phone), { level: 0 });

    const dilihat = await masukkan(server, zip, '--lihat');
    expect(dilihat).toMatchObject({
      kode: 0,
      teks: expect.stringMatching(/Sri Wahyuni.*2 {2}isian.*1 {2}foto.*1 {2}draf/s),
    });
    expect(await entries(server)).toEqual([]);

    expect(await masukkan(server, zip)).toMatchObject({
      kode: 0,
      teks: expect.stringMatching(/2 {2}isian masuk sekarang\n *1 {2}foto tersimpan/),
    });
    expect((await entries(server)).map(({ id }) => id)).toEqual(ids);
    for (const { id, content } of await entries(server))
      expect(content).toMatchObject({ uraian: (await phone.entri(id))?.content.uraian });
    expect(await fotoDi(server)).toEqual(Buffer.from(FOTO.bytes));
    const pembawa = await server.ledger.historyOf(SRI.id, ids[0] ?? '');
    expect(JSON.stringify(pembawa)).toContain('operator layanan (rina)');

    const once = [await recordsOn(server), await linesOf(server, device)];
    expect(await masukkan(server, zip)).toMatchObject({
      kode: 0,
      teks: expect.stringContaining('2  isian sudah ada sebelumnya'),
    });
    phone.line.always(null);
    await phone.run();
    expect([await recordsOn(server), await linesOf(server, device)]).toEqual(once);
    expect(await phone.status()).toMatchObject({ unsent: 0, refused: 0, beda: 0, photosLeft: 0 });
    expect(await compareWithLedger(server.store, SHARD)).toEqual([]);
  });

  test('goes in after the phone has sent all by itself, and changes nothing', async () => {
    const server = await aServer();
    const { phone } = await aCutOffPhone(server);
    const zip = zipSync(await filesOf(phone));
    phone.line.always(null);
    await phone.run();
    const before = await recordsOn(server);
    expect(await masukkan(server, zip)).toMatchObject({
      kode: 0,
      teks: expect.stringContaining('2  isian sudah ada sebelumnya'),
    });
    expect(await recordsOn(server)).toEqual(before);
  });

  test('goes in with its photos also where an older phone made it, which named them in the commands only', async () => {
    const server = await aServer();
    const { phone } = await aCutOffPhone(server);
    const { 'amplop-2.json': dua, 'amplop-2.tanda': _, ...lama } = await filesOf(phone);
    expect(SyncRequest.parse(JSON.parse(text(dua)))).toMatchObject({ ops: [], ask: [FOTO.sha] });
    expect(await masukkan(server, zipSync(lama))).toMatchObject({
      kode: 0,
      teks: expect.stringContaining('1  foto tersimpan'),
    });
    expect(await fotoDi(server)).toEqual(Buffer.from(FOTO.bytes));
  });

  test('waits for its owner where that phone is marked as lost', async () => {
    const server = await aServer();
    const { phone, device } = await aCutOffPhone(server);
    const zip = zipSync(await filesOf(phone));
    const kept = await phoneOf(server, SRI);
    const body = JSON.stringify({ sandi: SANDI });
    const json = { 'content-type': 'application/json' };
    await kept.ask(`/api/devices/${device}/lost`, { method: 'POST', body }, json);
    expect(await masukkan(server, zip)).toMatchObject({
      kode: 0,
      teks: expect.stringContaining('2  isian menunggu jawaban pemiliknya'),
    });
    expect(await entries(server)).toEqual([]);
    expect((await kept.ask(`/api/devices/${device}/work`, { method: 'POST' })).status).toBe(200);
    expect(await entries(server)).toHaveLength(2);
    expect(await fotoDi(server)).toEqual(Buffer.from(FOTO.bytes));
  });

  test.each([
    ['an envelope', 'amplop-1.json', 'Bukti perangkat tidak cocok', 0],
    ['a photo', `foto/${FOTO.sha}.jpg`, 'satu foto', 2],
  ])(
    'in which one byte of %s was changed is refused there with a sentence',
    async (_, nama, sentence, taken) => {
      const server = await aServer();
      const { phone } = await aCutOffPhone(server);
      const files = await filesOf(phone);
      const bytes = (files[nama] ?? new Uint8Array()).slice();
      const at = text(bytes).indexOf('Menulis');
      const index = at < 0 ? bytes.length - 9 : at;
      bytes[index] = (bytes[index] ?? 0) ^ 1;
      expect(await masukkan(server, zipSync({ ...files, [nama]: bytes }))).toMatchObject({
        kode: 1,
        teks: expect.stringContaining(sentence),
      });
      expect(await entries(server)).toHaveLength(taken);
      expect(await fotoDi(server)).toEqual(taken === 0 ? Buffer.from(FOTO.bytes) : null);
    },
  );

  test('takes nobody else along, and nothing goes in of a file that no known phone signed', async () => {
    const server = await aServer();
    const { phone } = await aCutOffPhone(server);
    const budi = await aReadyPhone(server, BUDI);
    await saved(budi);
    const [files, milik] = [await filesOf(phone), await filesOf(budi)];
    const lain: Files = { ...files };
    for (const ekor of ['json', 'tanda'])
      lain[`amplop-9.${ekor}`] = milik[`amplop-1.${ekor}`] ?? new Uint8Array();
    expect(await masukkan(server, zipSync(lain))).toMatchObject({
      kode: 1,
      teks: expect.stringContaining('amplop-9.json (1 isian): Bukan milik akun ini'),
    });
    expect((await entries(server)).map(({ owner }) => owner)).toEqual([SRI.id, SRI.id]);
    const other = await aServer();
    expect(await masukkan(other, zipSync(files))).toMatchObject({
      kode: 1,
      teks: expect.stringContaining('Tidak ada yang dimasukkan'),
    });
    expect(await entries(other)).toEqual([]);
  });
});

describe('what is no rescue file', () => {
  const json = (value: string): Uint8Array => new TextEncoder().encode(value);
  test.each<[string, () => Uint8Array, string]>([
    ['a bomb', () => zipSync({ 'isi.json': new Uint8Array(80 * 2 ** 20) }), 'jauh lebih besar'],
    ['a foreign zip', () => zipSync({ 'xl/workbook.xml': json('<a/>') }), 'bukan cadangan dari HP'],
    ['another isi.json', () => zipSync({ 'isi.json': json('{"isian":1}') }), 'bukan cadangan dari HP'],
    ['a path out of the folder', () => zipSync({ '../isi.json': json('{}') }), 'bukan cadangan dari HP'],
    ['no zip at all', () => json('PK, katanya'), 'bukan cadangan dari HP'],
  ])('%s is refused with a sentence', async (_, make, sentence) => {
    const done = await masukkan(await aServer(), make());
    expect(done).toEqual({ kode: 1, teks: expect.stringContaining(sentence) });
  });

  test('a command without a file, or with one that is not there, says what is missing', async () => {
    const server = await aServer();
    const rooms = { ...server, clock: server.clock.now, sealKeys: SEAL_KEYS };
    const run = (...argv: string[]) => jalankan(rooms, ['cadangan', 'masukkan', ...argv]);
    expect(await run()).toMatchObject({ kode: 1, teks: expect.stringContaining('Sebutkan berkasnya') });
    expect(await run('tidak-ada.zip')).toMatchObject({
      kode: 1,
      teks: expect.stringContaining('tidak dapat dibaca'),
    });
    expect(await run('a.zip', 'b.zip')).toMatchObject({
      kode: 1,
      teks: expect.stringContaining('tidak dikenal'),
    });
  });
});
