import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditLedger } from '../../../../server/ledger/index.ts';
import { jalankan } from '../../../../server/operations/cli-commands.ts';
import { Akses } from '../../../../shared/records/index.ts';
import { aTempDir } from '../../../support/temp-dir.ts';
import { aDataFolder, type DataFolder } from './data-rooms.ts';

const [RINI, DEWI, TONO] = ['198605172010032001', '197203141998031002', '196909131996041005'];
const HOUR = 3_600_000;
const run = (folder: DataFolder, argv: readonly string[]) =>
  jalankan({ ...folder.rooms, operator: 'rina' }, argv);

const aFolder = async (): Promise<DataFolder> => {
  const folder = await aDataFolder();
  for (const npsn of ['12345678', '87654321'])
    await run(folder, ['sekolah', 'tambah', '--npsn', npsn, '--nama', `SD ${npsn}`]);
  for (const [nip, npsn, nama] of [
    [RINI, '12345678', 'Rini'],
    [DEWI, '12345678', 'Dewi'],
    [TONO, '87654321', 'Tono'],
  ] as const)
    await run(folder, [
      ...['pegawai', 'tambah', '--npsn', npsn, '--nip', nip ?? ''],
      ...['--nama', nama, '--peran', 'guru'],
    ]);
  return folder;
};

const beritahu = (
  folder: DataFolder,
  siapa: readonly string[],
  part: Readonly<Record<string, string>> = {},
) => {
  const out = join(aTempDir(), 'surat.txt');
  const isian = {
    diketahui: new Date(folder.rooms.clock() - HOUR).toISOString(),
    data: 'NIP, nama, dan nomor telepon',
    kejadian: 'Salinan cadangan terbaca umum 25 November pukul 08.00 sampai 10.00',
    penanganan: 'Salinan ditutup dan kuncinya diganti. Ganti sandi Anda',
    kontak: 'Dinas Pendidikan, 021-555-0100',
    ...part,
  };
  const argv = Object.entries(isian).flatMap(([nama, teks]) => (teks ? [`--${nama}`, teks] : []));
  return run(folder, ['insiden', 'beritahu', ...siapa, ...argv, '--out', out]).then((keluaran) => ({
    ...keluaran,
    surat: () => readFileSync(out, 'utf8'),
  }));
};

/** Names of those whose ledger lines tell of it. */
const diberitahu = (folder: DataFolder): Promise<string[]> =>
  folder.rooms.store.read(async (tx) => {
    const nama: string[] = [];
    for (const shard of await tx.shards())
      for (const { content } of await tx.ledgerLines(shard, 0, 1000)) {
        if (content.kind !== 'akses.catat') continue;
        const { pemilik, isi } = content.body as { pemilik: string; isi: unknown };
        const akses = Akses.parse(isi);
        if (akses.jenis !== 'insiden') continue;
        expect(Object.keys(akses.insiden ?? {}).sort()).toEqual(['data', 'kejadian', 'kontak', 'penanganan']);
        expect(akses.oleh).toContain('rina');
        nama.push((await tx.accountById(pemilik))?.nama ?? '?');
      }
    return nama.sort();
  });

test('pasal 46: everybody concerned has it in her ledger and in a letter with the three contents', async () => {
  const folder = await aFolder();
  const { kode, teks, surat } = await beritahu(folder, ['--npsn', '12345678', '--nip', TONO ?? '']);
  expect([kode, teks]).toEqual([
    0,
    expect.stringContaining('3 orang diberi tahu, 3 di antaranya di aplikasi'),
  ]);
  expect(teks).not.toContain('Sudah lewat');
  expect(await diberitahu(folder)).toEqual(['Dewi', 'Rini', 'Tono']);
  expect(surat().split('\f')).toHaveLength(3);
  for (const part of ['Kepada Tono', 'nomor telepon', 'terbaca umum', 'kuncinya diganti', '021-555-0100'])
    expect(surat()).toContain(part);
  expect((await auditLedger({ store: folder.rooms.store, files: null, onProgress: () => 0 })).faults).toEqual(
    [],
  );
});

test('a chosen person alone, and the law’s three times 24 hours are said where they are over', async () => {
  const folder = await aFolder();
  const lama = new Date(folder.rooms.clock() - 73 * HOUR).toISOString();
  const { teks } = await beritahu(folder, ['--nip', DEWI ?? ''], { diketahui: lama });
  expect(teks).toContain('Sudah lewat 3 x 24 jam');
  expect(await diberitahu(folder)).toEqual(['Dewi']);
});

test.each([
  ['without what was disclosed', ['--semua'], { data: '' }],
  ['without when and how', ['--semua'], { kejadian: '' }],
  ['without what is done', ['--semua'], { penanganan: ' ' }],
  ['without whom to ask', ['--semua'], { kontak: '' }],
  ['known tomorrow', ['--semua'], { diketahui: '2999-01-01T00:00Z' }],
  ['to nobody', [], {}],
  ['with one NIP of nobody among others', ['--nip', `${RINI},000000000000000000`], {}],
  ['to a school without anybody', ['--npsn', '12345678,11111111'], {}],
])('%s nothing is written and nobody is told', async (_, siapa, part) => {
  const folder = await aFolder();
  const { kode, surat } = await beritahu(folder, siapa, part);
  expect(kode).toBe(1);
  expect(surat).toThrow();
  expect(await diberitahu(folder)).toEqual([]);
});
