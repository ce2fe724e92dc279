import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { SlipTerbit } from '../../shared/protocol/index.ts';
import { aDunia } from '../fuzz/ground.ts';
import { RUTE } from '../fuzz/rute.ts';
import { keRuteBenar } from '../fuzz/rute-target.ts';
import { aPhone } from '../support/phone.ts';
import { SANDI } from '../support/server.ts';

/* Bar 28: what opens something is in no log and in no file of the service. */

const BARU = 'ladang-perahu-sembilan-jagung';
const SALAH = ['bukan-kata-sandinya', 'sawah-kapal-lima-merpati-48'];
const JSON_TYPE = { 'content-type': 'application/json' };

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile());

test('T32: after nearly every route was asked, nothing that anybody signed in by is in the database, a copy of it, a file or a log', async () => {
  const dunia = await aDunia();
  const { server, peran, nilai } = dunia;
  const rahasia = new Set<string>([SANDI, BARU, ...SALAH]);
  const tokens = ({ cookies }: { cookies: string }): void => {
    for (const pair of cookies.split('; ')) rahasia.add(pair.split('=').slice(1).join('='));
  };
  // Reading a file takes a thread that takes seconds to start, and sees nobody's secrets.
  for (const name of Object.keys(RUTE).filter((one) => !one.includes('/api/simpeg')))
    await keRuteBenar(dunia, name);

  const ask = (path: string, body: object, method = 'POST') =>
    peran.guru.ask(path, { method, body: JSON.stringify(body) }, JSON_TYPE);
  for (const sandi of SALAH)
    await ask('/api/session', { ...(RUTE['post /api/session']?.body as object), sandi });
  expect((await ask('/api/password', { lama: SANDI, baru: BARU }, 'PUT')).status).toBe(200);
  const slip = await peran.admin.ask(`/api/access/${nilai.akun[0]}/slip`, { method: 'POST' });
  const { kode } = SlipTerbit.parse(await slip.json());
  for (const spelled of [kode, kode.replaceAll('-', '')]) rahasia.add(spelled);
  const phone = await aPhone((request) => server.fetch(request));
  await phone.signIn(dunia.nip, kode);
  for (const one of [...dunia.phones, ...Object.values(peran), phone]) tokens(one);
  await server.store.copyTo(join(dirname(server.path), 'salinan.db'));

  expect(rahasia.size).toBeGreaterThan(20);
  const files = filesIn(dirname(server.path));
  expect(files.length).toBeGreaterThan(2);
  const kept = [
    ...files.map(
      (path) => [path.slice(dirname(server.path).length), readFileSync(path).toString('latin1')] as const,
    ),
    ['log', JSON.stringify([server.lines, server.security, server.faults])] as const,
  ];
  // What is no secret is found: it is the right place that is looked at.
  expect(kept.some(([, text]) => text.includes(dunia.nip))).toBe(true);
  const found = kept.flatMap(([where, text]) =>
    [...rahasia].filter((one) => one && text.includes(one)).map((one) => `${where}: ${one}`),
  );
  expect(found).toEqual([]);
}, 60_000);
