import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { routeTable } from '../../server/http/route-table.ts';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import { registry } from '../../shared/commands/index.ts';
import { problems, type WireVerdict } from '../../shared/protocol/index.ts';
import type { FotoRujukan } from '../../shared/records/index.ts';
import { SHARD, shaOf } from '../support/builders.ts';
import type { Phone } from '../support/phone.ts';
import { SANDI, type TestServer } from '../support/server.ts';
import { expectProblem, phoneOf, putuskan } from './signed-in.ts';
import { aKabupaten, ORANG, SEMUA, type Siapa } from './wewenang/orang.ts';
import { type Berkas, IDENTITAS, ISI, ISI_TINDAKAN, isiSekolah, perintah } from './wewenang/perintah.ts';

/** The hand-written table: line by line, what each person is to be answered. */
const TABEL: ReadonlyMap<string, Readonly<Record<Siapa, string>>> = new Map(
  readFileSync(new URL('wewenang/wewenang.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', ...cells] = line.trim().split(/\s+/);
      if (cells.length !== SEMUA.length) throw new Error(`${name}: ${cells.length} cells`);
      return [name, Object.fromEntries(SEMUA.map((siapa, i) => [siapa, cells[i]])) as Record<Siapa, string>];
    }),
);
const linesWith = (sign: string): readonly string[] =>
  [...TABEL.keys()].filter((name) => name.includes(sign));
const COMMANDS = linesWith('.');
const VIEWS = linesWith('lihat:');
const ROUTES = linesWith('-');
/** What the table says of these lines for one person, in the form of what was found. */
const said = (names: readonly string[], siapa: Siapa) =>
  Object.fromEntries(names.map((name) => [name, TABEL.get(name)?.[siapa]]));

const FOTO = readDemoFoto('papan-tulis.jpg');
const SHA = shaOf(FOTO);
/** A passkey of the head's. */
const KUNCI = 'kunci-pak-trisno';
const RUJUKAN: FotoRujukan = { sha: SHA, size: FOTO.length, mime: 'image/jpeg' };

type Dunia = {
  readonly server: TestServer;
  readonly phones: Readonly<Record<Siapa, Phone>>;
  readonly berkas: Berkas;
};

const aDunia = async (): Promise<Dunia> => {
  const server = await aKabupaten();
  const signedIn = await Promise.all(SEMUA.map((siapa) => phoneOf(server, ORANG[siapa])));
  const phones = Object.fromEntries(SEMUA.map((siapa, i) => [siapa, signedIn[i]])) as Record<Siapa, Phone>;
  const berkas = await isiSekolah(server, phones, RUJUKAN);
  const sent = await phones.sri.ask(
    `/api/photos/${SHA}`,
    { method: 'PUT', body: new Uint8Array(FOTO) },
    {
      'content-type': 'application/octet-stream',
      'upload-offset': '0',
      'upload-length': String(FOTO.length),
    },
  );
  expect(sent.status).toBe(201);
  const kunci = { id: KUNCI, account: ORANG.trisno.id, nama: 'HP dinas', publicKey: new Uint8Array(1) };
  await server.store.write((tx) => tx.putPasskey({ ...kunci, counter: 0, createdAt: 0, usedAt: null }));
  return { server, phones, berkas };
};

/** Everything that decides what anybody sees, as one hash: records, accepted lines, phones, sessions. */
const fingerprint = ({ path }: TestServer): string => {
  const db = new Database(path, { readonly: true });
  const all = (query: string) => db.prepare(query).raw().all();
  const rows = [
    all('SELECT shard, id, head, state, content, deleted, variants FROM records ORDER BY shard, id'),
    all('SELECT device, number, n FROM commands WHERE n IS NOT NULL ORDER BY shard, n'),
    all('SELECT id, revoked_at FROM devices ORDER BY id'),
    all('SELECT account, shard, view, peran, until FROM grants ORDER BY account, shard, view'),
    all('SELECT id, account FROM passkeys ORDER BY id'),
  ];
  db.close();
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
};

const WORDS: Readonly<Record<string, string>> = {
  di_luar_wewenang: 'tidak',
  menilai_diri: 'diri',
  akses_dicabut: 'luar',
};
const wordOf = (verdict: WireVerdict | undefined): string =>
  verdict?.r === 'no' ? (WORDS[verdict.code] ?? 'ya') : verdict?.r === 'wait' ? 'menunggu' : 'ya';

/** One command in a signed request of its own, as a phone would send it that asks nobody's leave. */
const attempt = async ({ server, phones, berkas }: Dunia, siapa: Siapa, line: string): Promise<string> => {
  const phone = phones[siapa];
  await phone.add(await perintah(server, berkas, line));
  await phone.syncAll();
  phone.queue = [];
  return wordOf(phone.verdicts.get(phone.lastNumber));
};

const names = (berkas: Berkas) => Object.entries(berkas).filter(([name]) => !name.includes('@'));

const ask = ({ phones, berkas }: Dunia, siapa: Siapa): Record<string, () => Promise<Response>> => {
  const phone = phones[siapa];
  const tindakan = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ISI_TINDAKAN),
  };
  return {
    'lihat-foto': () => phone.ask(`/api/photos/${SHA}?pemilik=${ORANG.sri.id}`),
    'posisi-foto': () => phone.ask(`/api/photos/${SHA}`, { method: 'HEAD' }),
    'riwayat-satu': () => phone.ask(`/api/history/${berkas['entri']}`),
    'riwayat-sekolah': () => phone.ask(`/api/history?shard=${SHARD}`),
    'impor-daftar': () => phone.ask('/api/simpeg'),
    'impor-urung': () => phone.ask(`/api/simpeg/${berkas['impor']}`, { method: 'DELETE' }),
    'publikasi-lihat': () => phone.ask('/api/publication'),
    'publikasi-pratinjau': () => phone.ask('/api/publication/preview?tables=pengisian'),
    'publikasi-atur': () =>
      phone.ask('/api/publication', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ instansi: 'Dinas Pendidikan', tabel: ['pengisian'] }),
      }),
    'catatan-daftar': () => phone.ask('/api/audit'),
    'catatan-berkas': () => phone.ask('/api/audit.csv'),
    'catatan-dilihat': () => phone.ask('/api/audit/views'),
    'catatan-rantai': () => phone.ask('/api/audit/chain'),
    'sistem-lihat': () => phone.ask('/api/system'),
    'sistem-cadangkan': () => phone.ask('/api/system/copy', { method: 'POST' }),
    'tindakan-daftar': () => phone.ask('/api/actions'),
    'tindakan-pratinjau': () => phone.ask('/api/actions/preview', tindakan),
    'tindakan-lakukan': () => phone.ask('/api/actions', tindakan),
    'tindakan-urungkan': () => phone.ask(`/api/actions/${berkas['tindakan']}`, { method: 'DELETE' }),
    'sekolah-daftar': () => phone.ask('/api/schools'),
    'sekolah-ubah': () =>
      phone.ask(`/api/schools/${SHARD.slice(4)}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(IDENTITAS),
      }),
    'usulan-daftar': () => phone.ask('/api/corrections'),
    'usulan-putus': () =>
      phone.ask(`/api/corrections/${berkas['usulan']}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ shard: SHARD, dilihat: berkas['usulan'], setuju: true, catatan: '' }),
      }),
    'wawasan-tabel': () => phone.ask('/api/insight'),
    'wawasan-sekolah': () => phone.ask(`/api/insight/${SHARD}`),
    'minta-kunci-sandi': () =>
      phone.ask('/api/passkeys/options', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ sandi: SANDI }),
      }),
    'hapus-kunci-sandi': () => phone.ask(`/api/passkeys/${KUNCI}`, { method: 'DELETE' }),
    'cabut-kunci-sandi': () =>
      phone.ask(`/api/access/${ORANG.trisno.id}/passkeys/${KUNCI}`, { method: 'DELETE' }),
    'putus-hp': () => putuskan(phone, phones.sri.device),
  };
};

test('every command that the service knows has its line in the table, and the table names no other', () => {
  const kinds = new Set(COMMANDS.map((line) => line.split('@')[0] ?? ''));
  expect([...kinds].sort()).toEqual([...registry.keys()].sort());
  expect(Object.keys(ISI).sort()).toEqual([...registry.keys()].sort());
});

test.each(SEMUA)('%s may send what the table says; what is refused changes nothing', async (siapa) => {
  const dunia = await aDunia();
  const found: Record<string, string> = {};
  for (const line of COMMANDS) {
    const before = fingerprint(dunia.server);
    found[line] = await attempt(dunia, siapa, line);
    if (found[line] !== 'ya' && fingerprint(dunia.server) !== before)
      found[line] += ', but it changed something';
  }
  expect(found).toEqual(said(COMMANDS, siapa));
  expect(dunia.server.faults).toEqual([]);
});

test.each(SEMUA)('%s receives what the table says, and not a word of anything else', async (siapa) => {
  const dunia = await aDunia();
  const phone = await phoneOf(dunia.server, ORANG[siapa]);
  let text = '';
  for (let more = true; more; ) {
    const response = await phone.post();
    text += await response.clone().text();
    const answer = await phone.sync();
    more = answer.more;
  }
  const found = Object.fromEntries(
    names(dunia.berkas).map(([name, id]) => [`lihat:${name}`, phone.records.has(id) ? 'ya' : '-']),
  );
  expect(found).toEqual(said(VIEWS, siapa));
  if (TABEL.get('lihat:entri')?.[siapa] === '-') expect(text).not.toContain('Mengajar Matematika');
});

const SAID: Readonly<Record<number, string>> = { 404: 'tiada', 403: 'tidak' };

test.each(SEMUA)('%s is answered on each route as the table says', async (siapa) => {
  const dunia = await aDunia();
  const found: Record<string, string> = {};
  for (const [name, request] of Object.entries(ask(dunia, siapa))) {
    const before = fingerprint(dunia.server);
    const response = await request();
    found[name] = response.ok ? 'ya' : (SAID[response.status] ?? String(response.status));
    if (!response.ok && fingerprint(dunia.server) !== before) found[name] += ', but it changed something';
  }
  expect(found).toEqual(said(ROUTES, siapa));
});

const addressOf = (path: string): string =>
  path
    .replace(':sha', SHA)
    .replace(':id', 'd_abcdef')
    .replace(':key', 'kunci')
    .replace(':record', 'd_abcdef.1.AAAAAAAAAAA');

test.each(
  routeTable
    .filter(({ session }) => session)
    .map(({ method, path }) => [method.toUpperCase(), path] as const),
)('%s %s asks who is not signed in to sign in, before it looks at anything else', async (method, path) => {
  const server = await aKabupaten();
  const before = fingerprint(server);
  const response = await server.request(addressOf(path), {
    method,
    ...(method === 'POST' || method === 'PUT' ? { body: '{}' } : {}),
  });
  if (method === 'HEAD') expect(response.status).toBe(401);
  else await expectProblem(response, 'masuk_lagi');
  expect(fingerprint(server)).toBe(before);
});

test('who has no right anywhere any more is given nothing, and who was cut off is told so', async () => {
  const dunia = await aDunia();
  expect((await dunia.phones.yanti.sync()).chg).toEqual([]);
  await putuskan(dunia.phones.sri, dunia.phones.sri.device);
  for (const [name, request] of Object.entries(ask(dunia, 'sri'))) {
    const response = await request();
    if (name === 'posisi-foto') expect(response.status).toBe(problems.perangkat_dicabut.status);
    else await expectProblem(response, 'perangkat_dicabut');
  }
});
