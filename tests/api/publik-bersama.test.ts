import { beforeEach, expect, test } from 'vitest';
import { bebanInstansi } from '../../server/insight/beban-instansi.ts';
import { terbitkanYangJatuhTempo } from '../../server/insight/index.ts';
import { kataPeriode } from '../../server/insight/kata.ts';
import { kumpulkanBulan } from '../../server/insight/kumpul.ts';
import { LEBAR, type Satuan, TABEL, type Tabel, Terbitan } from '../../shared/publik/index.ts';
import { buka, HARI_KERJA, tambahSekolah } from '../support/publik.ts';
import { type Bulan, dariCsv, serangBersama } from '../support/serangan-bersama.ts';
import { aServer, type TestServer } from '../support/server.ts';

/*
 * Somebody who keeps every download of every month lays all of them beside one another, and beside the pages and what a
 * district is shown. No two of them may be two counts of one thing, and no sum over months may tell more than a month does.
 */

const HARI = 86_400_000;
const penuh = (banyak: number, hari = HARI_KERJA): number[][] =>
  Array.from({ length: banyak }, () => [...hari]);
const SEKOLAH = [
  { npsn: '20000101', nama: 'SD Negeri 1 Arunika', hari: penuh(9) },
  { npsn: '20000102', nama: 'SD Negeri 2 Arunika', hari: penuh(7, HARI_KERJA.slice(0, 9)) },
  { npsn: '20000103', nama: 'SD Negeri 3 Arunika', hari: [[...HARI_KERJA], []] },
  { npsn: '20000201', nama: 'SD Pulau', kabupaten: 'Kabupaten Baruna', hari: penuh(3) },
];
const BULANAN = TABEL.filter((tabel) => tabel !== 'predikat');

let server: TestServer;
const teks = async (path: string): Promise<string> => (await server.request(path)).text();
const data = async (tabel: Tabel): Promise<Terbitan[]> =>
  (JSON.parse(await teks(`/publik/data/${tabel}.json`)) as { terbitan: unknown[] }).terbitan.map((one) =>
    Terbitan.parse(one),
  );

beforeEach(async () => {
  server = await aServer({ people: [] });
  for (const satu of SEKOLAH) await tambahSekolah(server, satu);
  await server.store.write(async (tx) => {
    for (const [i, { npsn, hari }] of SEKOLAH.entries())
      for (const bulan of ['2026-10', '2026-11'])
        for (const apa of ['menit', 'detik'] as const)
          await tx.addBurden({
            ...{ shard: `sek:${npsn}`, pekan: `${bulan}-02`, apa, kelas: i % 3, orang: hari.length },
          });
  });
});

/** Publishes September to November, each month with what its figures were made of, known to nobody outside. */
const tigaBulan = async (): Promise<Bulan[]> => {
  await buka(server, { tabel: TABEL.join() });
  const oktober = await kumpulkanBulan(server.store, { periode: '2026-10', pada: server.clock.now() });
  const september = await kumpulkanBulan(server.store, { periode: '2026-09', pada: server.clock.now() });
  server.clock.forward(25 * HARI);
  await terbitkanYangJatuhTempo({ store: server.store, clock: server.clock.now });
  const november = await kumpulkanBulan(server.store, { periode: '2026-11', pada: server.clock.now() });
  const satuan: Record<string, typeof oktober> = {
    '2026-09': september,
    '2026-10': oktober,
    '2026-11': november,
  };
  const semua: Bulan[] = [];
  for (const tabel of BULANAN)
    for (const terbitan of await data(tabel))
      semua.push({ terbitan, satuan: (satuan[terbitan.periode]?.(tabel) ?? []) as Satuan[] });
  return semua;
};

test('months and tables attacked together, as sums over months too, keep everybody and every hidden school at a distance', async () => {
  const semua = await tigaBulan();
  expect(new Set(semua.map(({ terbitan }) => terbitan.periode)).size).toBe(3);
  const terkuak = serangBersama(semua);
  expect(terkuak.length).toBeGreaterThan(20);
  expect(terkuak.filter(({ rentang: [a, b] }) => b - a < LEBAR - 1e-6)).toEqual([]);
});

test('the CSV, the JSON and the pages are one count: each figure of one stands in the others', async () => {
  const semua = await tigaBulan();
  for (const tabel of BULANAN) {
    const csv = dariCsv(await teks(`/publik/data/${tabel}.csv`));
    const json = semua
      .filter(({ terbitan }) => terbitan.tabel === tabel)
      .flatMap(({ terbitan: { periode, instansi, kabupaten, baris } }) =>
        [
          { siapa: 'instansi', ...instansi },
          ...kabupaten.map((satu) => ({ siapa: satu.kabupaten, ...satu })),
          ...baris.map(({ npsn, anggota, ...satu }) => ({
            ...satu,
            siapa: npsn ?? anggota.map((lain) => lain.npsn).join(' '),
          })),
        ].flatMap(({ siapa, guru, bagian }) =>
          bagian.map(({ kategori, persen, batas }) =>
            [periode, siapa, guru, kategori, persen, batas].join('|'),
          ),
        ),
      );
    expect([...csv].sort()).toEqual([...json].sort());
  }
  // A page says nothing in percent that no download holds, of whichever month.
  const angka = new Set(
    semua.flatMap(({ terbitan: { instansi, kabupaten, baris } }) =>
      [instansi, ...kabupaten, ...baris].flatMap(({ bagian }) => bagian.map(({ persen }) => `${persen}%`)),
    ),
  );
  for (const path of [
    ...['2026-09', '2026-10', '2026-11'].map((bulan) => `/publik?bulan=${bulan}`),
    ...SEKOLAH.map(({ npsn }) => `/publik/sekolah/${npsn}`),
  ]) {
    const page = await teks(path);
    for (const [persen] of page.matchAll(/\d+%/g)) expect(angka, path).toContain(persen);
    expect(page).not.toMatch(/\d+[.,]\d+\s?%/);
  }
  expect(await teks('/publik?bulan=2026-10')).toContain(kataPeriode('2026-10'));
});

test('what a district is shown of a month’s burden is the published count, before which it is shown none', async () => {
  const hariIni = '2026-11-24';
  const beban = () => server.store.read((tx) => bebanInstansi(tx, hariIni));
  // A teacher reported and is, by what was written since, of no school in that month: a count that knew her as one of its
  // people would group her school with others, and the one for good leaves it out. The difference would be her own answer.
  await server.store.write(async (tx) => {
    await tx.addBurden({ shard: 'sek:20000301', pekan: '2026-10-05', apa: 'menit', kelas: 2, orang: 2 });
  });
  await tambahSekolah(server, { npsn: '20000301', nama: 'SD Negeri 4 Arunika', hari: [] });
  expect(await beban()).toBeNull();
  await buka(server, { tabel: 'beban,detik' });
  const kini = await beban();
  const terbit = (await data('beban')).find(({ periode }) => periode === '2026-10');
  expect(kini?.menit).toEqual(terbit?.instansi.bagian);
  for (const { shard, bagian, bersama } of kini?.perSekolah ?? []) {
    const baris = terbit?.baris.find(
      ({ npsn, anggota }) => shard === `sek:${npsn}` || anggota.some((satu) => shard === `sek:${satu.npsn}`),
    );
    expect([bagian, bersama]).toEqual([baris?.bagian, baris?.anggota.length]);
  }
  expect(kini?.perSekolah.map(({ shard }) => shard)).not.toContain('sek:20000301');
});
