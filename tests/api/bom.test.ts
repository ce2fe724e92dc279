import { deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { crc32, u32 } from '../fuzz/berkas.ts';
import { aDunia, type Dunia } from '../fuzz/ground.ts';
import { keRuteDengan } from '../fuzz/rute-target.ts';
import { hidup } from '../support/memori.ts';
import { bagianXlsx, barisXml, SEKOLAH_KECIL, xlsx } from '../support/simpeg.ts';

/* Bar 20: small files that would be huge, sent to the service as a person with the right to send them would. */

const MIB = 2 ** 20;
const SYNC = 'post /api/sync';
const LOGO = 'put /api/schools/:npsn/logo';
const FOTO = 'put /api/photos/:sha';

const chunk = (kind: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  return Buffer.concat([u32(data.length), named, u32(crc32(named))]);
};
/** A sound PNG of one colour: 12,000 × 12,000 pixels are 432 MB, and 0.5 MB as a file. */
const png = (side: number): Buffer => {
  const row = Buffer.alloc(side * 3 + 1);
  const data = deflateSync(Buffer.concat(Array.from({ length: 256 }, () => row)), { level: 1 });
  const head = Buffer.concat([u32(side), u32(side), Buffer.from([8, 2, 0, 0, 0])]);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
};
/** The photo with other measures in its frame. */
const measuring = (photo: Uint8Array, side: number): Buffer => {
  const bytes = Buffer.from(photo);
  const frame = bytes.findIndex((byte, i) => byte === 0xff && [0xc0, 0xc2].includes(bytes[i + 1] ?? 0));
  bytes.writeUInt16BE(side, frame + 5);
  bytes.writeUInt16BE(side, frame + 7);
  return bytes;
};
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** Sends all of them; what each is answered. The files go with this function: the service alone is weighed afterwards. */
const kirimSemua = async (dunia: Dunia): Promise<Record<string, string>> => {
  const { peran, photos } = dunia;
  const said: Record<string, string> = {};
  const note = async (nama: string, response: Response): Promise<void> => {
    said[nama] = `${response.status} ${((await response.json()) as { code: string }).code}`;
    expect((await peran.guru.ask('/healthz')).status).toBe(200);
  };
  const kirim = async (nama: string, rute: string, body: Uint8Array, headers = {}): Promise<void> =>
    note(nama, await keRuteDengan(dunia, rute, { body, headers }));

  const besar = text(`{"p":"${'0'.repeat(20 * MIB)}"}`);
  for (const [encoding, pack] of [
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ] as const)
    await kirim(encoding, SYNC, pack(besar), { 'content-encoding': encoding });
  await kirim('JSON of depth 200,000', SYNC, text('['.repeat(200_000)));
  await kirim(
    'JSON of 60,000 keys',
    SYNC,
    text(`{${Array.from({ length: 60_000 }, (_, i) => `"${i}":0`).join()}}`),
  );
  const faults = `{"list":[${Array.from({ length: 10_000 }, () => '{"s":1}').join()}]}`;
  await kirim('JSON of 40,000 faults', 'post /api/views', text(faults));
  await kirim('JSON of 20 MB', 'put /api/schools/:npsn', new Uint8Array(20 * MIB).fill(32));
  await kirim('a PNG of 144 million pixels', LOGO, png(12_000));
  await kirim('a PNG of four billion pixels', LOGO, png(65_535));
  const foto = measuring(photos[0] as Uint8Array, 65_000);
  const bagian = { 'upload-offset': '0', 'upload-length': String(foto.length) };
  await kirim('a photo of four billion pixels', FOTO, foto, bagian);

  const bomXlsx = {
    ...bagianXlsx(barisXml(1, SEKOLAH_KECIL[0] ?? [])),
    'xl/worksheets/sheet1.xml': new Uint8Array(40 * MIB).fill(32),
  };
  const bytes = xlsx(bomXlsx);
  expect(bytes.length).toBeLessThan(MIB);
  const laid = await keRuteDengan(dunia, 'post /api/simpeg', { body: bytes });
  const { id } = (await laid.json()) as { id: string };
  let keadaan = { tahap: 'membaca', sebab: '' };
  while (keadaan.tahap === 'membaca') {
    // The thread that reads is heard of between two turns.
    await new Promise(setImmediate);
    expect((await peran.guru.ask('/healthz')).status).toBe(200);
    keadaan = (await (await peran.admin.ask(`/api/simpeg/${id}`)).json()) as typeof keadaan;
  }
  expect(keadaan).toMatchObject({ tahap: 'gagal' });

  return said;
};

test('T25: bombs of JSON, gzip, pixels and XLSX are refused, the service answers after each, and holds no more than before', async () => {
  const dunia = await aDunia();
  const before = hidup();
  const said = await kirimSemua(dunia);
  expect(said).toEqual({
    gzip: '413 terlalu_besar',
    deflate: '413 terlalu_besar',
    'JSON of depth 200,000': '400 json_dalam',
    'JSON of 60,000 keys': '413 terlalu_besar',
    'JSON of 40,000 faults': '413 terlalu_besar',
    'JSON of 20 MB': '413 terlalu_besar',
    'a PNG of 144 million pixels': '413 gambar_besar',
    'a PNG of four billion pixels': '413 gambar_besar',
    'a photo of four billion pixels': '413 foto_besar',
  });
  await new Promise(setImmediate);
  expect(hidup() - before).toBeLessThan(64 * MIB);
  expect(dunia.server.faults).toEqual([]);
}, 60_000);
