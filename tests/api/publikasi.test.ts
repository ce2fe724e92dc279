import { expect, test } from 'vitest';
import { KeadaanPublikasi } from '../../shared/protocol/index.ts';
import { anInstansi, BU_WATI, WILAYAH } from '../support/organisasi.ts';
import type { Phone } from '../support/phone.ts';
import { buka } from '../support/publik.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const NAMA = 'Dinas Pendidikan Kabupaten Arunika';
const keadaan = async (phone: Phone) =>
  KeadaanPublikasi.parse(await (await phone.ask('/api/publication')).json());
const atur = (phone: Phone, pilihan: object) =>
  phone.ask(
    '/api/publication',
    { method: 'PUT', body: JSON.stringify({ instansi: NAMA, ...pilihan }) },
    { 'content-type': 'application/json' },
  );
const dunia = async () => {
  const server = await anInstansi();
  return { server, wati: await phoneOf(server, BU_WATI) };
};

test('nothing is public until the admin chooses, and a preview publishes nothing', async () => {
  const { server, wati } = await dunia();
  expect(await keadaan(wati)).toMatchObject({ tabel: [], sejak: null, pada: null, instansi: '' });
  const seen = await wati.ask(
    `/api/publication/preview?tables=pengisian,asing&name=${encodeURIComponent('<b>Dinas</b>')}`,
  );
  const halaman = await seen.text();
  expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  expect(seen.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(halaman).toContain('Pratinjau');
  expect(halaman).toContain('&lt;b&gt;Dinas');
  expect(halaman).not.toContain('<style>');
  expect((await keadaan(wati)).pada).toBe(null);
  expect((await server.store.read((tx) => tx.releaseKeys())).length).toBe(0);
});

test('a choice on the screen is the choice of the command line, with a line that says whose it was', async () => {
  const { server, wati } = await dunia();
  const kini = KeadaanPublikasi.parse(
    await (await atur(wati, { tabel: ['periksa', 'pengisian'], sejak: '2026-09' })).json(),
  );
  expect(kini).toMatchObject({ instansi: NAMA, tabel: ['pengisian', 'periksa'], sejak: '2026-09' });
  const lines = await server.store.read((tx) => tx.ledgerLines(WILAYAH, 0, 100));
  expect(lines.at(-1)).toMatchObject({
    actor: { id: BU_WATI.id },
    content: { body: { isi: { jenis: 'publikasi', keterangan: 'pengisian, periksa', oleh: BU_WATI.nama } } },
  });
  // What is due by now has been counted, whoever came first.
  expect(server.faults).toEqual([]);
  expect((await buka(server, { tabel: 'pengisian,periksa' })).terbit).toBeGreaterThanOrEqual(0);
  expect((await keadaan(wati)).terbit.find(({ tabel }) => tabel === 'pengisian')).toMatchObject({
    ...{ banyak: 2, terakhir: '2026-10' },
  });
  await buka(server, { tabel: 'jenis', nama: 'Dinas Lain' });
  expect(await keadaan(wati)).toMatchObject({ instansi: 'Dinas Lain', tabel: ['jenis'], sejak: '2026-09' });
  expect((await atur(wati, { tabel: [] })).status).toBe(200);
  expect((await server.request('/publik')).status).toBe(404);
  expect(server.faults).toEqual([]);
});

test.each([
  ['a month that has not begun', { tabel: ['jenis'], sejak: '2027-01' }],
  ['a month before there were any', { tabel: ['jenis'], sejak: '2021-12' }],
  ['a table that is not known', { tabel: ['nama_guru'] }],
  ['no name', { tabel: ['jenis'], instansi: '' }],
])('%s is refused and changes nothing', async (_, pilihan) => {
  const { server, wati } = await dunia();
  await expectProblem(await atur(wati, pilihan), 'isi_salah');
  expect(await server.store.read((tx) => tx.publication())).toBe(null);
  expect(
    (await server.store.read((tx) => tx.ledgerLines(WILAYAH, 0, 100))).map(({ content }) => content.kind),
  ).not.toContain('akses.catat');
});
