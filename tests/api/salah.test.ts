import { expect, test } from 'vitest';
import { verifyLedger } from '../../server/ledger/index.ts';
import { type ProblemCode, ProblemDetails, problems } from '../../shared/protocol/index.ts';
import { aDunia } from '../fuzz/ground.ts';
import { RUTE } from '../fuzz/rute.ts';
import { isiBenar, keRuteDengan } from '../fuzz/rute-target.ts';
import { aCommand, anEntri, SHARD } from '../support/builders.ts';
import { POSTGRES } from '../support/postgres.ts';
import { SANDI, SRI } from '../support/server.ts';
import { ALAMAT_SALAH } from './salah/alamat.ts';
import { ISIAN_SALAH } from './salah/isian.ts';
import { BENTUK_SALAH, TUBUH_SALAH, type TubuhSalah } from './salah/tubuh.ts';

/* Bar 13: named wrong inputs, each with the one status and code that it is answered, on either database. */

const DENGAN_TUBUH = Object.keys(RUTE).filter((name) => RUTE[name]?.body !== undefined);
const MASUK = 'post /api/session';
const SYNC = 'post /api/sync';

const codeOf = async (response: Response): Promise<string> => {
  const text = await response.text();
  return response.status >= 400 && text.startsWith('{') ? ProblemDetails.parse(JSON.parse(text)).code : '';
};

const utf8 = (body: string | Uint8Array): Uint8Array =>
  typeof body === 'string' ? new TextEncoder().encode(body) : body;
const refused = (code: ProblemCode) => ({ status: problems[code].status, code });

const SEMUA = [
  ...TUBUH_SALAH,
  ...BENTUK_SALAH.map((satu) => ({ ...satu, code: 'isi_salah' as const })),
] satisfies readonly TubuhSalah[];
/** The sync says of JSON that is no request of a phone that it cannot read its envelope. */
const codeFor = (name: string, code: ProblemCode): ProblemCode =>
  name === SYNC && code === 'isi_salah' ? 'amplop' : code;

test('there are more than 300 of them', () => {
  const bodies = SEMUA.length * DENGAN_TUBUH.length;
  expect(bodies + ISIAN_SALAH.length + ALAMAT_SALAH.length).toBeGreaterThan(700);
});

test('each wrong body is refused by each route for what is wrong with it, and changes nothing', async () => {
  const dunia = await aDunia();
  const said: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  const jejak = POSTGRES ? null : dunia.jejak();
  for (const name of DENGAN_TUBUH) {
    const right = JSON.stringify(isiBenar(dunia, name));
    for (const { nama, code, body, headers = {} } of SEMUA) {
      const response = await keRuteDengan(dunia, name, { body: utf8(body(right)), headers });
      said[`${name}: ${nama}`] = { status: response.status, code: await codeOf(response) };
      wanted[`${name}: ${nama}`] = refused(codeFor(name, code));
    }
  }
  expect(said).toEqual(wanted);
  expect(jejak?.sejak() ?? []).toEqual([]);
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
});

/** Each text in a value with a NUL put into it, one at a time. */
const denganNul = (value: unknown): unknown[] =>
  typeof value === 'string'
    ? [`${value}\u0000`]
    : typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, one]) =>
          denganNul(one).map((wrong) =>
            Array.isArray(value) ? value.with(Number(key), wrong) : { ...value, [key]: wrong },
          ),
        );

test('a NUL in any text of any body is refused by its name, before either database is asked to keep it', async () => {
  const dunia = await aDunia();
  const found: string[] = [];
  // With the right password, so that what comes with it is kept.
  const masuk = { nip: SRI.nip, sandi: SANDI };
  for (const name of DENGAN_TUBUH)
    for (const wrong of denganNul({
      ...(isiBenar(dunia, name) as object),
      ...(name === MASUK ? masuk : {}),
    })) {
      const response = await keRuteDengan(dunia, name, { body: utf8(JSON.stringify(wrong)) });
      const said = [response.status, await codeOf(response)].join(' ');
      if (name !== SYNC && said !== '422 isi_salah') found.push(`${name}: ${said} ${JSON.stringify(wrong)}`);
      if (response.status >= 500) found.push(`${name}: ${said}`);
    }
  expect(found).toEqual([]);
  expect(dunia.server.faults).toEqual([]);
});

test('each wrong field of an entry has the verdict that names it, and the rest of the request is taken', async () => {
  const { server, peran } = await aDunia();
  const said: Record<string, string> = {};
  for (const [nama, part] of ISIAN_SALAH) {
    const body = { ...anEntri(), ...part };
    await peran.guru.add(aCommand({ kind: 'entri.catat', shard: SHARD, record: null, base: null, body }));
    await peran.guru.syncAll();
    peran.guru.queue = [];
    const verdict = peran.guru.verdicts.get(peran.guru.lastNumber);
    said[nama] = verdict?.r === 'no' ? verdict.code : String(verdict?.r);
  }
  expect(said).toEqual(Object.fromEntries(ISIAN_SALAH.map(([nama, , code]) => [nama, code])));
  expect(await verifyLedger(server.store)).toMatchObject({ ok: true });
});

test('each wrong address is answered as one that does not exist', async () => {
  const { peran } = await aDunia();
  const said: unknown[] = [];
  for (const [as, path] of ALAMAT_SALAH) {
    const response = await peran[as].ask(path);
    said.push([as, path, response.status, await codeOf(response)]);
  }
  expect(said).toEqual(ALAMAT_SALAH);
});
