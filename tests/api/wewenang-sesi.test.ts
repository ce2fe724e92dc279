import { describe, expect, test } from 'vitest';
import { routeTable } from '../../server/http/route-table.ts';
import { type ProblemCode, ProblemDetails, problems } from '../../shared/protocol/index.ts';
import { SHARD } from '../support/builders.ts';
import { SANDI } from '../support/server.ts';
import { phoneOf, putuskan } from './signed-in.ts';
import { aDunia, bahanUntuk, type Dunia, fingerprint, meant, ROUTES, said } from './wewenang/dunia.ts';
import { ORANG, type Siapa } from './wewenang/orang.ts';
import { RUTE } from './wewenang/rute.ts';

/*
 * The table of authority once more, for sessions that were good when their owners signed in and are not any more: every line
 * of it that is a route is asked in each of these states.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TATA = ORANG.tata.id;
const JSON_BODY = { 'content-type': 'application/json' };

const rowOf = (name: string) =>
  routeTable.find(({ method, path }) => `${method} ${path}` === RUTE[name]?.rute);
/** Whether a line's route says of itself that it may be refused so. */
const mayBe = (name: string, code: ProblemCode): boolean => rowOf(name)?.problems.includes(code) === true;

/** Refusals of the session; every other answer is about the right. */
const SESI: readonly string[] = ['masuk_lagi', 'perangkat_dicabut', 'sesi_admin', 'bukti_diri'];

const wordOf = async (name: string, response: Response): Promise<string> => {
  // HEAD has no body: its status is all that is said.
  if (rowOf(name)?.method === 'head') return response.status === 404 ? 'tiada' : String(response.status);
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  const code = isProblem ? ProblemDetails.parse(await response.clone().json()).code : '';
  return SESI.includes(code) ? code : meant(response);
};

type Menjadi = (dunia: Dunia) => Promise<unknown>;

/** What each of these lines is answered once the world is as `menjadi` makes it; a refusal must change nothing. */
const askAll = async (siapa: Siapa, menjadi: Menjadi, lines = ROUTES): Promise<Record<string, string>> => {
  const dunia = await aDunia();
  const bahan = await bahanUntuk(dunia, siapa);
  await menjadi(dunia);
  const found: Record<string, string> = {};
  for (const name of lines) {
    const before = fingerprint(dunia.server);
    const response = (await RUTE[name]?.minta(bahan)) as Response;
    found[name] = await wordOf(name, response);
    if (!response.ok && fingerprint(dunia.server) !== before) found[name] += ', but it changed something';
  }
  expect(dunia.server.faults).toEqual([]);
  return found;
};

const ok = (response: Response): void => expect(response.ok).toBe(true);

const KEADAAN: readonly (readonly [string, ProblemCode, Menjadi])[] = [
  [
    'that was signed out, though somebody kept its cookie',
    'masuk_lagi',
    async ({ phones: { tata } }) => {
      const { cookies } = tata;
      ok(await tata.ask('/api/session', { method: 'DELETE' }));
      tata.cookies = cookies;
    },
  ],
  [
    'that an admin has ended',
    'masuk_lagi',
    async ({ phones: { wawan } }) =>
      ok(await wawan.ask(`/api/access/${TATA}/sessions`, { method: 'DELETE' })),
  ],
  [
    'whose password was changed on another phone',
    'masuk_lagi',
    async ({ server }) => {
      const body = JSON.stringify({ lama: SANDI, baru: 'ladang-perahu-sembilan-jagung' });
      const lain = await phoneOf(server, ORANG.tata);
      ok(await lain.ask('/api/password', { method: 'PUT', body }, JSON_BODY));
    },
  ],
  [
    'of an account that was closed',
    'masuk_lagi',
    ({ server }) =>
      server.store.write(async (tx) => {
        const account = await tx.accountById(TATA);
        if (account) await tx.putAccount({ ...account, deactivatedAt: server.clock.now() });
      }),
  ],
  ['that lay unused for a month', 'masuk_lagi', async ({ server }) => server.clock.forward(30 * DAY)],
  [
    'of a phone that was cut off',
    'perangkat_dicabut',
    async ({ phones: { tata } }) => ok(await putuskan(tata, tata.device)),
  ],
];

describe('a session', () => {
  test.each(KEADAAN)('%s is answered %s on every route, and changes nothing', async (_, code, menjadi) => {
    const status = String(problems[code].status);
    const expected = ROUTES.map((name) => [name, rowOf(name)?.method === 'head' ? status : code]);
    expect(await askAll('tata', menjadi)).toEqual(Object.fromEntries(expected));
  });

  test('whose right has ended since is answered as who has left, from the next request on', async () => {
    const grant = { account: TATA, shard: SHARD, view: 'milik', peran: 'admin', since: 0 } as const;
    const found = await askAll('tata', ({ server }) =>
      server.store.write((tx) => tx.putGrant({ ...grant, until: server.clock.now() })),
    );
    expect(found).toEqual(said(ROUTES, 'yanti'));
  });
});

/** Lines by which the proof itself is given. */
const PINTU: readonly string[] = ['akses-bukti', 'akses-bukti-kunci'];
const LAIN = ROUTES.filter((name) => !PINTU.includes(name));

describe.each(['tata', 'wawan'] as const)('the session of %s', (siapa) => {
  const table = said(ROUTES, siapa);
  /** As the table says, but that what is permitted is refused by this code where the route says so. */
  const but = (code: ProblemCode) =>
    Object.fromEntries(
      // His session is looked at before whether that person is his to keep.
      LAIN.map((name) => [
        name,
        (table[name] === 'ya' || name === 'cabut-kunci-sandi') && mayBe(name, code) ? code : table[name],
      ]),
    );

  test('does nothing of an admin’s once that part of it has ended, and all that is his own', async () => {
    const found = await askAll(siapa, async ({ server }) => server.clock.forward(30 * MINUTE), LAIN);
    expect(found).toEqual(but('sesi_admin'));
  });

  test('reads on without a fresh proof, and acts on nobody', async () => {
    const found = await askAll(siapa, async ({ server }) => server.clock.forward(10 * MINUTE), LAIN);
    expect(found).toEqual(but('bukti_diri'));
  });
});

/** What an admin may change without a fresh proof, each with its reason. */
const TANPA_BUKTI: Readonly<Record<string, string>> = {
  'post /api/access/proof': 'is the proof',
  'post /api/access/proof/options': 'is the proof',
  'post /api/simpeg': 'a file on the desk changes nobody: applying it does',
  'put /api/simpeg/:id/columns': 'the same',
  'post /api/actions/preview': 'writes nothing',
  'post /api/decisions/preview': 'writes nothing',
  'post /api/system/copy': 'one copy more takes nothing from anybody',
};

test('every route by which an admin changes anything asks for a fresh proof, but for those that say why not', () => {
  const changing = Object.entries(RUTE).filter(
    ([name, { rute }]) => said([name], 'wawan')[name] === 'ya' && !/^(get|head) /.test(rute),
  );
  const without = changing.filter(([name]) => !mayBe(name, 'bukti_diri')).map(([, { rute }]) => rute);
  // A passkey of one's own is asked for by the password itself.
  expect(without.filter((rute) => rute !== 'post /api/passkeys/options').sort()).toEqual(
    Object.keys(TANPA_BUKTI).sort(),
  );
});
