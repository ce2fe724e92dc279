import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { cetakSemua, type Keadaan, type Tangan, zipDokumen } from '../../../client/app/dokumen-semua.ts';

const pdf = (isi: string) => ({ ok: true as const, pdf: new Blob([isi]) });
const tidak = (code: 'tanpa_internet' | 'server_diam' | 'dokumen_kurang' | 'masuk_lagi', floor = 0) => ({
  ok: false as const,
  code,
  floor,
});
const ORANG = ['a', 'b', 'c', 'd'];

/** Hands that write down who was asked for and how long one waited. */
const tangan = (
  ambil: (pemilik: string, ke: number) => ReturnType<typeof pdf> | ReturnType<typeof tidak>,
) => {
  const [diminta, jeda, dilihat]: [string[], number[], Keadaan[]] = [[], [], []];
  const batal = new AbortController();
  const hands: Tangan = {
    ambil: async (pemilik) => {
      diminta.push(pemilik);
      return ambil(pemilik, diminta.filter((satu) => satu === pemilik).length);
    },
    tunggu: async (ms) => void jeda.push(ms),
    random: () => 0,
    batal: batal.signal,
    onUbah: (keadaan) => void dilihat.push(keadaan),
  };
  return { hands, diminta, jeda, dilihat, batal };
};

test('everybody has a document or a reason, and is asked for once', async () => {
  const { hands, diminta, dilihat } = tangan((p) => (p === 'b' ? tidak('dokumen_kurang') : pdf(p)));
  const akhir = await cetakSemua(ORANG, hands);
  expect([...akhir.jadi.keys()]).toEqual(['a', 'c', 'd']);
  expect(akhir.gagal.get('b')?.code).toBe('dokumen_kurang');
  expect(akhir.selesai).toBe(true);
  expect(diminta).toEqual(ORANG);
  expect(dilihat.map(({ kini, jadi, gagal }) => [kini, jadi.size + gagal.size])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 3],
    [null, 4],
  ]);
});

test('a line that goes away takes nothing back: it is waited for, longer each time, and goes on', async () => {
  let putus = 5;
  const { hands, diminta, jeda, dilihat } = tangan((p) => {
    if (p === 'a' || putus === 0) return pdf(p);
    putus -= 1;
    return tidak('tanpa_internet');
  });
  const akhir = await cetakSemua(ORANG, hands);
  expect([...akhir.jadi.keys()].sort()).toEqual(ORANG);
  expect(akhir.gagal.size).toBe(0);
  expect(diminta.filter((p) => p === 'a')).toHaveLength(1);
  expect(jeda).toEqual([1000, 2000, 4000, 8000, 16_000]);
  expect(dilihat.filter(({ menunggu }) => menunggu).every(({ jadi }) => jadi.has('a'))).toBe(true);
});

test('a wait that the server asks for is kept', async () => {
  const { hands, jeda } = tangan((p, ke) => (p === 'a' && ke === 1 ? tidak('server_diam', 27_000) : pdf(p)));
  await cetakSemua(['a'], hands);
  expect(jeda).toEqual([27_000]);
});

test('one document that always breaks the line does not hold up the others for ever', async () => {
  const { hands, diminta } = tangan((p) => (p === 'a' ? tidak('server_diam') : pdf(p)));
  const akhir = await cetakSemua(ORANG, hands);
  expect([...akhir.jadi.keys()]).toEqual(['b', 'c', 'd']);
  expect(akhir.gagal.get('a')?.code).toBe('server_diam');
  expect(diminta.slice(0, 4)).toEqual(ORANG);
});

test('only those without a document are asked for again, and called off keeps what came', async () => {
  const { hands, batal } = tangan((p) => {
    if (p === 'b') batal.abort();
    return pdf(p);
  });
  const henti = await cetakSemua(ORANG, hands);
  expect(henti.selesai).toBe(true);
  expect([...henti.jadi.keys()]).toContain('a');
  expect(henti.jadi.has('c')).toBe(false);
  const lagi = tangan((p) => pdf(p));
  const akhir = await cetakSemua(ORANG, lagi.hands, henti);
  expect([...akhir.jadi.keys()].sort()).toEqual(ORANG);
  expect(lagi.diminta).not.toContain('a');
});

test('a session that ended is said at once instead of once for each', async () => {
  const { hands, diminta } = tangan((p) => (p === 'a' ? pdf(p) : tidak('masuk_lagi')));
  const akhir = await cetakSemua(ORANG, hands);
  expect(diminta).toEqual(['a', 'b']);
  expect(akhir).toMatchObject({ selesai: true, menunggu: { code: 'masuk_lagi' } });
  expect(akhir.jadi.size).toBe(1);
});

test('the ZIP holds every file as it came, in its order', async () => {
  const zip = await zipDokumen(
    [
      ['b.pdf', new Blob(['satu'])],
      ['a.pdf', new Blob(['dua'])],
    ],
    0,
  );
  const isi = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  expect(Object.entries(isi).map(([nama, bytes]) => [nama, strFromU8(bytes)])).toEqual([
    ['b.pdf', 'satu'],
    ['a.pdf', 'dua'],
  ]);
});
