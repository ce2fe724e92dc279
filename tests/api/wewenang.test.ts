import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routeTable } from '../../server/http/route-table.ts';
import { registry } from '../../shared/commands/index.ts';
import type { WireVerdict } from '../../shared/protocol/index.ts';
import { expectProblem, phoneOf } from './signed-in.ts';
import {
  aDunia,
  bahanUntuk,
  type Dunia,
  fingerprint,
  linesWith,
  meant,
  ROUTES,
  SHA,
  said,
  TABEL,
} from './wewenang/dunia.ts';
import { aKabupaten, ORANG, SEMUA, type Siapa } from './wewenang/orang.ts';
import { type Berkas, ISI, perintah } from './wewenang/perintah.ts';
import { RUTE } from './wewenang/rute.ts';
import { SAMA } from './wewenang/rute-sama.ts';

const COMMANDS = linesWith('.');
const VIEWS = linesWith('lihat:');
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

test.each(SEMUA)('%s is answered on each route as the table says', async (siapa) => {
  const dunia = await aDunia();
  const bahan = await bahanUntuk(dunia, siapa);
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

test('who has no right anywhere any more is given nothing', async () => {
  const { phones } = await aDunia();
  expect((await phones.yanti.sync()).chg).toEqual([]);
});
