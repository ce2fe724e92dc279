import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { isOffice } from '../../server/store/sqlite/office.ts';
import { HalamanCatatan, HalamanDilihat, KeadaanRantai } from '../../shared/protocol/index.ts';
import { aCatat, aCommand, SHARD } from '../support/builders.ts';
import { buktikan } from '../support/bukti.ts';
import { anInstansi, BU_WATI, dataOrang, SEKOLAH_LAIN } from '../support/organisasi.ts';
import type { Phone } from '../support/phone.ts';
import { BUDI, PAK_TRISNO, type Person, SRI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';
import { IDENTITAS } from './wewenang/perintah.ts';

const PAK_WAWAN: Person = {
  ...{ id: 'p_wawan1', nip: '197106211998031001', nama: 'Wawan', shard: SHARD, peran: 'admin' },
};
const dunia = async () => {
  const server = await anInstansi();
  await server.addPerson(PAK_WAWAN);
  const [wati, wawan] = await Promise.all([BU_WATI, PAK_WAWAN].map((one) => phoneOf(server, one)));
  return { server, wati: wati as Phone, wawan: wawan as Phone };
};
const ubahKop = async (phone: Phone, npsn: string, nama: string): Promise<void> => {
  const response = await phone.ask(
    `/api/schools/${npsn}`,
    { method: 'PUT', body: JSON.stringify({ ...IDENTITAS, nama }) },
    { 'content-type': 'application/json' },
  );
  expect(response.status).toBe(200);
};
const halaman = async (phone: Phone, query = ''): Promise<HalamanCatatan> =>
  HalamanCatatan.parse(await (await phone.ask(`/api/audit?${query}`)).json());
const jenis = ({ list }: HalamanCatatan): string[] => list.map((satu) => satu.jenis);

/** The service lays down lines of people in a school. */
const orang = (server: TestServer, banyak: number, nama = 'Sri Wahyuni') =>
  server.ledger.submit({
    actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
    device: 's_banyak',
    commands: Array.from({ length: banyak }, (_, i) => ({
      ...aCommand({ kind: 'pegawai.tetapkan', shard: SEKOLAH_LAIN, record: null, base: null }),
      body: { pemilik: `p_baru${i}`, isi: { ...dataOrang(SRI), nama } },
      number: i + 1,
    })),
  });

test('an admin reads who changed what in his schools and when, and not a line of anybody’s work', async () => {
  const { server, wati, wawan } = await dunia();
  const sri = await phoneOf(server, SRI);
  await sri.add(aCatat());
  await sri.syncAll();
  server.clock.forward(1000);
  await ubahKop(wawan, SHARD.slice(4), 'SD Negeri 1 Arunika');
  server.clock.forward(1000);
  await ubahKop(wati, SEKOLAH_LAIN.slice(4), 'SD Negeri 2 Arunika');
  const semua = await halaman(wati);
  expect(semua.list.slice(0, 2)).toMatchObject([
    { jenis: 'satker.identitas', pelaku: { nama: 'Wati' }, sekolah: 'SD Negeri 2 Arunika', tentang: null },
    { jenis: 'satker.identitas', pelaku: { nama: 'Wawan' }, shard: SHARD },
  ]);
  expect(jenis(semua).filter((satu) => satu.startsWith('entri.'))).toEqual([]);
  expect(semua.list.find(({ tentang }) => tentang?.id === SRI.id)?.tentang).toEqual({
    ...{ id: SRI.id, nama: SRI.nama, nip: SRI.nip },
  });
  const sekolah = await halaman(wawan);
  expect(new Set(sekolah.list.map(({ shard }) => shard))).toEqual(new Set([SHARD]));
  // What a line says stays in the ledger: an address, a NIP of before, a reason.
  expect(JSON.stringify(semua)).not.toContain(IDENTITAS.alamat);
});

test('lines can be asked for by time, by person, by kind, and by what they are about', async () => {
  const { server, wati, wawan } = await dunia();
  const kemarin = '2026-11-23';
  server.clock.forward(86_400_000);
  await Promise.all([wati, wawan].map((admin) => buktikan(admin)));
  await ubahKop(wawan, SHARD.slice(4), 'SD Negeri 1 Arunika');
  expect(jenis(await halaman(wati, 'from=2026-11-24'))).toEqual(['satker.identitas']);
  expect(jenis(await halaman(wati, `until=${kemarin}`))).not.toContain('satker.identitas');
  expect(jenis(await halaman(wati, 'find=wawan'))).toEqual(['satker.identitas']);
  expect(new Set(jenis(await halaman(wati, 'kind=orang')))).toEqual(new Set(['pegawai.tetapkan']));
  const budi = await halaman(wati, `find=${BUDI.nip}`);
  expect(budi.list.map(({ tentang }) => tentang?.id)).toEqual([BUDI.id]);
  const [satu] = budi.list;
  expect((await halaman(wati, `find=${satu?.catatan}`)).list).toEqual([satu]);
  for (const query of ['from=kemarin', 'kind=entri', 'after=1~2~3', 'until=2026-02-30'])
    await expectProblem(await wati.ask(`/api/audit?${query}`), 'tidak_ada');
});

test('pages go on where the one before ended, each line once, though lines come in meanwhile', async () => {
  const { server, wati, wawan } = await dunia();
  await orang(server, 120);
  const seen: string[] = [];
  let after: string | null = '';
  for (let page = 0; after !== null; page += 1) {
    const found: HalamanCatatan = await halaman(wati, after ? `after=${encodeURIComponent(after)}` : '');
    seen.push(...found.list.map(({ shard, n }) => `${shard} ${n}`));
    after = found.lanjut;
    server.clock.forward(1000);
    if (page === 0) await ubahKop(wawan, SHARD.slice(4), 'SD Negeri 1 Arunika');
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((satu) => satu.startsWith(SEKOLAH_LAIN))).toHaveLength(122);
});

test('T24: the file has no cell that a sheet would take for a formula', async () => {
  const { server, wati } = await dunia();
  await server.addPerson({
    ...BUDI,
    id: 'p_jahat1',
    nip: '199001012015011009',
    nama: '=HYPERLINK("http://jahat")',
  });
  await server.ledger.submit({
    actor: { id: 'sistem', nama: 'Sistem', peran: ['sistem'] },
    device: 's_jahat',
    commands: [
      {
        ...aCommand({ kind: 'pegawai.tetapkan', shard: SHARD, record: null, base: null }),
        ...{ body: { pemilik: 'p_jahat1', isi: dataOrang(BUDI) }, number: 1 },
      },
    ],
  });
  const response = await wati.ask('/api/audit.csv?kind=orang');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const teks = await response.text();
  expect(teks).toContain('HYPERLINK');
  const sel = teks
    .replace('\uFEFF', '')
    .split('\r\n')
    .filter(Boolean)
    .flatMap((baris) => baris.slice(1, -1).split('";"'));
  expect(sel.filter((satu) => /^[=+\-@\t\r]/.test(satu))).toEqual([]);
  expect(sel.length % 10).toBe(0);
});

test('who looked at whose records in a week is said by name and number, not what was read', async () => {
  const { server, wati, wawan } = await dunia();
  const sri = await phoneOf(server, SRI);
  const id = await sri.add(aCatat({ uraian: 'Mengajar Matematika kelas 5A' }));
  await sri.syncAll();
  const trisno = await phoneOf(server, PAK_TRISNO);
  const at = server.clock.now();
  const sent = await trisno.ask(
    '/api/views',
    { method: 'POST', body: JSON.stringify({ list: [{ s: SHARD, d: id, day: '2026-11-23', at }] }) },
    { 'content-type': 'application/json' },
  );
  expect(sent.ok).toBe(true);
  const dilihat = async (phone: Phone, query = '') =>
    HalamanDilihat.parse(await (await phone.ask(`/api/audit/views${query}`)).json());
  const wanted = { hari: '2026-11-23', pelihat: PAK_TRISNO.nama, pemilik: SRI.nama, banyak: 1, awal: at };
  expect((await dilihat(wati)).list).toMatchObject([wanted]);
  expect(await dilihat(wawan)).toMatchObject({ dari: '2026-11-17', sampai: '2026-11-23', terpotong: false });
  expect((await dilihat(wati, '?until=2026-11-22')).list).toEqual([]);
});

test('the chain is said to be whole as far as a copy was recomputed, and not where a line was changed since', async () => {
  const { server, wati, wawan } = await dunia();
  const rantai = async (phone: Phone) =>
    KeadaanRantai.parse(await (await phone.ask('/api/audit/chain')).json());
  expect(await rantai(wati)).toMatchObject({ diperiksa: null, baris: 0, utuh: true });
  await wati.ask('/api/system/copy', { method: 'POST' });
  for (let kini = await rantai(wati); kini.diperiksa === null; kini = await rantai(wati))
    await new Promise((resolve) => setTimeout(resolve, 20));
  const sebelum = await rantai(wati);
  expect([sebelum.utuh, sebelum.baris]).toEqual([true, sebelum.seluruh]);
  const db = new Database(server.path);
  db.prepare(
    'UPDATE commands SET h = zeroblob(32) WHERE shard = ? AND n = (SELECT max(n) FROM commands WHERE shard = ?)',
  ).run(SHARD, SHARD);
  db.close();
  expect((await rantai(wawan)).utuh).toBe(false);
});

test('a page is found by the index, however many lines there are', async () => {
  const { server } = await dunia();
  const db = new Database(server.path, { readonly: true });
  const plan = (sql: string): string =>
    (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
      .map(({ detail }) => detail)
      .join(';');
  const where = isOffice.queryChunks.map((chunk) => (chunk as { value?: string[] }).value?.join('')).join('');
  const found = plan(
    `SELECT * FROM commands WHERE ${where} AND received_at >= 0 AND (received_at, shard, n) < (9, 'a', 1) ORDER BY received_at DESC, shard DESC, n DESC LIMIT 5`,
  );
  expect(found).toMatch(
    /^SEARCH commands USING INDEX commands_office \(received_at>\? AND \(received_at,shard,n\)<\(\?,\?,\?\)\)$/,
  );
  expect(plan("SELECT * FROM views WHERE day BETWEEN 'a' AND 'b'")).toContain('USING INDEX views_day');
  db.close();
});
