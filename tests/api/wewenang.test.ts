import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { routeTable } from '../../server/http/route-table.ts';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import { registry } from '../../shared/commands/index.ts';
import { problems, type WireVerdict } from '../../shared/protocol/index.ts';
import type { FotoRujukan } from '../../shared/records/index.ts';
import { shaOf } from '../support/builders.ts';
import type { Phone } from '../support/phone.ts';
import type { TestServer } from '../support/server.ts';
import { expectProblem, phoneOf, putuskan } from './signed-in.ts';
import { isiDinas } from './wewenang/dinas.ts';
import { aKabupaten, ORANG, SEMUA, type Siapa } from './wewenang/orang.ts';
import { type Berkas, ISI, isiSekolah, perintah } from './wewenang/perintah.ts';
import { type Bahan, KUNCI, RUTE } from './wewenang/rute.ts';
import { SAMA } from './wewenang/rute-sama.ts';

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
/** Names of routes hold neither sign. */
const ROUTES = [...TABEL.keys()].filter((name) => !/[.:]/.test(name));
/** What the table says of these lines for one person, in the form of what was found. */
const said = (names: readonly string[], siapa: Siapa) =>
  Object.fromEntries(names.map((name) => [name, TABEL.get(name)?.[siapa]]));

const FOTO = readDemoFoto('papan-tulis.jpg');
const SHA = shaOf(FOTO);
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
  const titipan = { id: 'titipan-bu-sri', device: phones.sri.device, receivedAt: 0, entri: 1, foto: 0 };
  await server.store.write(async (tx) => {
    await tx.putPasskey({ ...kunci, counter: 0, createdAt: 0, usedAt: null });
    await tx.keepHanded({ ...titipan, bytes: new Uint8Array(1), refused: null });
  });
  return { server, phones, berkas };
};

/** Tables in which a refusal may be written down, or only that somebody asked; of all others every column counts. */
const CATATAN: Readonly<Record<string, string | null>> = {
  // A refused command is kept beside the ledger, a phone's count with it.
  commands: 'SELECT device, number, n FROM commands WHERE n IS NOT NULL ORDER BY shard, n',
  devices: 'SELECT id, account, key, revoked_at FROM devices ORDER BY id',
  // Attempts are counted, and used challenges marked.
  throttles: null,
  marks: null,
};

/** All that the service keeps, as one hash. */
const fingerprint = ({ path }: TestServer): string => {
  const db = new Database(path, { readonly: true });
  const hash = createHash('sha256');
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  for (const name of tables as string[]) {
    const query = Object.hasOwn(CATATAN, name) ? CATATAN[name] : `SELECT * FROM "${name}"`;
    if (query) for (const row of db.prepare(query).raw().iterate()) hash.update(JSON.stringify(row));
  }
  db.close();
  return hash.digest('hex');
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

test('every route of the service has a line in the table, or a reason to be the same for everybody; none has both', () => {
  const inTable = new Set(Object.values(RUTE).map(({ rute }) => rute));
  const all = routeTable.map(({ method, path }) => `${method} ${path}`);
  expect([...inTable, ...Object.keys(SAMA)].sort()).toEqual(all.sort());
  expect(Object.keys(RUTE).sort()).toEqual([...ROUTES].sort());
});

test('docs/security.md counts the table as it is', () => {
  const page = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
  const [, lines, people, answers] = /(\d+) baris untuk (\d+) orang .*?, ([\d.]+) jawaban/.exec(page) ?? [];
  expect([lines, people].map(Number)).toEqual([TABEL.size, SEMUA.length]);
  expect(Number(answers?.replace('.', ''))).toBe(TABEL.size * SEMUA.length);
});

/** What an answer means for the table: what is refused for what it says was permitted. */
const SAID: Readonly<Record<number, string>> = { 404: 'tiada', 403: 'tidak', 409: 'ya', 422: 'ya' };
const meant = ({ ok, status }: Response): string => (ok ? 'ya' : (SAID[status] ?? String(status)));

test.each(SEMUA)('%s is answered on each route as the table says', async (siapa) => {
  const dunia = await aDunia();
  const bahan: Bahan = {
    ...{ phone: dunia.phones[siapa], phones: dunia.phones, berkas: dunia.berkas, sha: SHA },
    ...(await isiDinas(dunia.server, dunia.phones)),
  };
  const found: Record<string, string> = {};
  for (const [name, { minta }] of Object.entries(RUTE)) {
    const before = fingerprint(dunia.server);
    const response = await minta(bahan);
    found[name] = meant(response);
    if (!response.ok && fingerprint(dunia.server) !== before) found[name] += ', but it changed something';
  }
  expect(found).toEqual(said(ROUTES, siapa));
  expect(dunia.server.faults).toEqual([]);
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
  const bahan: Bahan = {
    ...{ phone: dunia.phones.sri, phones: dunia.phones, berkas: dunia.berkas, sha: SHA },
    ...(await isiDinas(dunia.server, dunia.phones)),
  };
  for (const [name, { minta }] of Object.entries(RUTE)) {
    const response = await minta(bahan);
    if (name === 'posisi-foto') expect(response.status).toBe(problems.perangkat_dicabut.status);
    else await expectProblem(response, 'perangkat_dicabut');
  }
});
