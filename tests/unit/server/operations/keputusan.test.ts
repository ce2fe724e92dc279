import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareWithLedger } from '../../../../server/ledger/index.ts';
import { jalankan } from '../../../../server/operations/cli-commands.ts';
import type { Store } from '../../../../server/store/index.ts';
import { aDataFolder, type DataFolder, PAGI } from './data-rooms.ts';

const BANYAK = 45;
const npsn = (nomor: number): string => String(20_100_000 + nomor);
const SEMUA = Array.from({ length: BANYAK }, (_, i) => npsn(i));

type Rooms = Parameters<typeof jalankan>[0];

let folder: DataFolder;
beforeEach(async () => {
  folder = await aDataFolder();
});
afterEach(() => folder.remove());

const run = (line: string, rooms: Rooms = folder.rooms, kabar: string[] = []) =>
  jalankan(rooms, line.split(' '), {
    tulis: async () => undefined,
    kabar: (kalimat) => void kabar.push(kalimat),
  });
const tambah = async (satu: string): Promise<void> => {
  const line = ['sekolah', 'tambah', '--npsn', satu, '--nama', `SD ${satu}`];
  expect((await jalankan(folder.rooms, line)).kode).toBe(0);
};
const distrik = async (list = SEMUA): Promise<void> => {
  for (const satu of list) await tambah(satu);
};
const satkerDi = async (satu: string) => {
  const [row] = await folder.rooms.store.read((tx) => tx.recordsOfKind(`sek:${satu}`, 'satker'));
  return row?.record.kind === 'satker' ? row.record.content : null;
};
/** Lines in every ledger, by shard. */
const baris = (): Promise<Record<string, number>> =>
  folder.rooms.store.read(async (tx) => {
    const found: Record<string, number> = {};
    for (const shard of await tx.shards()) found[shard] = (await tx.chainHead(shard)).n;
    return found;
  });
/** The same store, that is gone from one transaction on, and notes which schools each transaction wrote in. */
const store = (berhentiPada = Number.POSITIVE_INFINITY) => {
  const bagian: string[][] = [];
  const asli = folder.rooms.store;
  const write: Store['write'] = (work, hold) => {
    if (bagian.length + 1 >= berhentiPada) return Promise.reject(new Error('listrik padam'));
    bagian.push([...(hold?.shards ?? [])]);
    return asli.write(work, hold);
  };
  return { bagian, rooms: { ...folder.rooms, store: { ...asli, write } } };
};

const KEPUTUSAN = [
  ['sekolah atur --semua --alur guru --log wajib --periode triwulanan --batas 10 --batas-skp 02-15'],
  ['instansi portofolio --izinkan ya --semua'],
  ['sekolah kalender --semua --berkas'],
] as const;
/** The line, with its file where it takes one. */
const lengkap = (line: string): string => {
  if (!line.endsWith('--berkas')) return line;
  const path = join(folder.dir, 'hari.csv');
  writeFileSync(path, '12/12/2026;Hari jadi kabupaten');
  return `${line} ${path}`;
};

describe('a decision of the instansi', () => {
  it.each(KEPUTUSAN)('%s: said again, it writes not one line, and says so', async (line) => {
    await distrik(SEMUA.slice(0, 3));
    expect((await run(lengkap(line))).kode).toBe(0);
    const before = await baris();
    expect(await run(lengkap(line))).toEqual({
      kode: 0,
      teks: '3 sekolah sudah demikian: tidak ada yang ditulis di sana.\n',
    });
    expect(await baris()).toEqual(before);
  });

  it('is written where it is missing only, part by part of what it asks', async () => {
    await distrik(SEMUA.slice(0, 3));
    await run(`sekolah atur --npsn ${npsn(1)} --log wajib --alur umum --sejak 2027`);
    const before = await baris();
    const { teks } = await run('sekolah atur --semua --log wajib --alur guru --sejak 2027');
    const sesudah = await baris();
    const tumbuh = (satu: string) => (sesudah[`sek:${satu}`] ?? 0) - (before[`sek:${satu}`] ?? 0);
    expect([npsn(0), npsn(1), npsn(2)].map(tumbuh)).toEqual([2, 1, 2]);
    expect(teks).toContain(`SD ${npsn(1)}`);
    await run(`sekolah atur --npsn ${npsn(1)} --log wajib --alur guru --sejak 2027`);
    expect(await baris()).toEqual(sesudah);
  });

  it.each(KEPUTUSAN)('%s: goes by portions, the instansi first, and says how far it is', async (line) => {
    await distrik();
    const { bagian, rooms } = store();
    let waktu = PAGI;
    const kabar: string[] = [];
    const clock = () => {
      waktu += 50;
      return waktu;
    };
    expect((await run(lengkap(line), { ...rooms, clock }, kabar)).kode).toBe(0);
    expect(bagian[0]).toEqual(['sek:P0000000']);
    expect(bagian.slice(1).map((shards) => shards.length)).toEqual([20, 20, 5]);
    expect(kabar).toEqual(['20 dari 45 sekolah', '40 dari 45 sekolah', '45 dari 45 sekolah']);
  });

  it.each(KEPUTUSAN)('%s: stopped in the middle, it is finished by the same line', async (line) => {
    await distrik();
    const { rooms } = store(3);
    await expect(run(lengkap(line), rooms)).rejects.toThrow('listrik padam');
    await tambah('20199999');
    const { teks } = await run(lengkap(line));
    expect(teks).toContain('21 sekolah sudah demikian');
    const jadi = await Promise.all([...SEMUA, '20199999'].map(satkerDi));
    const penting = jadi.map((satker) => ({
      ...{ log: satker?.logHarian, alur: satker?.alur, periodik: satker?.periodik },
      ...{ portofolio: satker?.portofolio, kalender: satker?.kalender },
    }));
    expect(new Set(penting.map((satu) => JSON.stringify(satu))).size).toBe(1);
    for (const satu of [npsn(0), npsn(44), '20199999', 'P0000000'])
      expect(await compareWithLedger(folder.rooms.store, `sek:${satu}`)).toEqual([]);
  });

  it('that one school of the list cannot follow touches none, not even the instansi', async () => {
    await distrik();
    const before = await baris();
    const { kode, teks } = await run(`sekolah atur --npsn ${SEMUA.join(',')},11111111 --log wajib`);
    expect([kode, teks]).toEqual([1, 'Tidak ada sekolah dengan NPSN 11111111.\n']);
    expect(await baris()).toEqual(before);
  });

  it('bears the name of whoever sat at the command line, the switch of portfolios too', async () => {
    await tambah(npsn(0));
    await run('instansi portofolio --izinkan ya --semua', { ...folder.rooms, operator: 'wayan' });
    const lines = await folder.rooms.store.read((tx) => tx.ledgerLines(`sek:${npsn(0)}`, 0, 10));
    expect(lines.at(-1)?.actor.nama).toBe('operator layanan (wayan)');
  });
});
