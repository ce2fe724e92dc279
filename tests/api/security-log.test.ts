import { describe, expect, test } from 'vitest';
import { terbitkanKode } from '../../server/operations/aktivasi.ts';
import { createLog } from '../../server/operations/index.ts';
import { OpsiDaftarKunci, OpsiMasukKunci } from '../../shared/protocol/index.ts';
import { Authenticator } from '../support/authenticator.ts';
import { aCatat, onEntri } from '../support/builders.ts';
import { ruang } from '../support/impor.ts';
import { aPhone, type Phone, publicKey } from '../support/phone.ts';
import {
  aServer,
  BU_LAIN,
  BUDI,
  ORIGIN,
  PAK_TRISNO,
  SANDI,
  SRI,
  type TestServer,
} from '../support/server.ts';
import { phoneOf, putuskan } from './signed-in.ts';

const DAY = 86_400_000;
const JSON_BODY = { 'content-type': 'application/json' };
const PEOPLE = [SRI, BUDI, PAK_TRISNO, BU_LAIN];

const newPhone = (server: TestServer): Promise<Phone> => aPhone((request) => server.fetch(request));
const post = (phone: Phone, path: string, body: unknown): Promise<Response> =>
  phone.ask(path, { method: 'POST', body: JSON.stringify(body) }, JSON_BODY);
const proofs = ({ security }: TestServer) => security.filter((line) => line.apa === 'masuk');
const refused = ({ security }: TestServer) =>
  security.flatMap((line) => (line.apa === 'ditolak' ? [[line.route, line.kode, line.peran]] : []));

/** Whatever is known of anybody, and where she asks from. */
const expectNobody = ({ security }: TestServer): void => {
  const text = JSON.stringify(security);
  for (const { nip, nama, id } of PEOPLE)
    for (const known of [nip, nama, id]) expect(text).not.toContain(known);
  for (const secret of [SANDI, 'salah-sama-sekali', '10.0.0.1', 'Chrome di Android'])
    expect(text).not.toContain(secret);
};

describe('an attempt to sign in', () => {
  test('is a line with how and what came of it, of one account under one name that is not hers', async () => {
    const server = await aServer();
    const phone = await newPhone(server);
    await phone.signIn(SRI.nip, 'salah-sama-sekali');
    await phone.signIn(SRI.nip, SANDI);
    await phone.signIn(BUDI.nip, SANDI);
    await phone.signIn('199912312025011009', SANDI);
    const lines = proofs(server);
    expect(lines.map(({ cara, kode }) => [cara, kode])).toEqual([
      ['sandi', 'sandi_salah'],
      ['sandi', null],
      ['sandi', null],
      ['sandi', 'sandi_salah'],
    ]);
    const akun = lines.map((line) => line.akun);
    expect(akun[0]).toBe(akun[1]);
    expect(new Set(akun).size).toBe(3);
    expect(lines.map(({ id }) => id)).toEqual(server.lines.map(({ id }) => id));
    expectNobody(server);
  });

  test('is written down when it comes too often as well, and by the slip', async () => {
    const server = await aServer();
    const phone = await newPhone(server);
    for (let i = 0; i < 12; i += 1) await phone.signIn(SRI.nip, `salah-sama-sekali-${i}`);
    expect(proofs(server)).toHaveLength(12);
    expect(proofs(server).at(-1)?.kode).toBe('terlalu_sering');
    const issued = await terbitkanKode(ruang(server), { nip: BUDI.nip });
    const kode = issued.ok ? (issued.slip[0]?.kode ?? '') : '';
    await phone.signIn(BUDI.nip, kode);
    expect(proofs(server).at(-1)).toMatchObject({ cara: 'slip', kode: 'sandi_baru' });
    expect(JSON.stringify(server.security)).not.toContain(kode);
    expectNobody(server);
  });

  test('by a passkey goes by the same name as by the password', async () => {
    const server = await aServer({ config: { origins: [ORIGIN] } });
    const phone = await phoneOf(server, PAK_TRISNO);
    const key = new Authenticator(ORIGIN);
    const asked = OpsiDaftarKunci.parse(
      await (await post(phone, '/api/passkeys/options', { sandi: SANDI })).json(),
    );
    await post(phone, '/api/passkeys', { nama: 'HP dinas', ...key.create(asked) });
    const enter = async (lie = {}): Promise<Response> => {
      const open = await (await phone.ask('/api/session/passkey/options', { method: 'POST' })).json();
      const signed = key.get(OpsiMasukKunci.parse(open), lie);
      return post(phone, '/api/session/passkey', {
        ...{ ...signed, key: await publicKey(phone.keys), label: 'Chrome di Android' },
      });
    };
    expect((await enter()).status).toBe(200);
    await enter({ origin: 'https://lain.example' });
    const lines = proofs(server);
    expect(lines.map(({ cara, kode }) => [cara, kode])).toEqual([
      ['sandi', null],
      ['sandi_lagi', null],
      ['kunci_sandi', null],
      ['kunci_sandi', 'kunci_sandi_salah'],
    ]);
    expect(new Set(lines.map(({ akun }) => akun)).size).toBe(1);
    expectNobody(server);
  });

  test('has another name on another day, and another in another installation', async () => {
    const server = await aServer();
    const lain = await aServer();
    lain.challengeKey.fill(9);
    for (const one of [server, lain]) await (await newPhone(one)).signIn(SRI.nip, SANDI);
    server.clock.forward(DAY);
    await (await newPhone(server)).signIn(SRI.nip, SANDI);
    const names = [...proofs(server), ...proofs(lain)].map(({ akun }) => akun);
    expect(new Set(names).size).toBe(3);
  });

  test('once more within a session is one too', async () => {
    const server = await aServer();
    const [lost, kept] = [await phoneOf(server, SRI), await phoneOf(server, SRI)];
    await putuskan(kept, lost.device, 'salah-sama-sekali');
    await putuskan(kept, lost.device);
    expect(
      proofs(server)
        .slice(2)
        .map(({ cara, kode }) => [cara, kode]),
    ).toEqual([
      ['sandi_lagi', 'sandi_lama_salah'],
      ['sandi_lagi', null],
    ]);
    expectNobody(server);
  });
});

describe('what is refused', () => {
  test('is a line with route, role and reason, whatever it was refused for', async () => {
    const server = await aServer();
    const [sri, kepala] = [await phoneOf(server, SRI), await phoneOf(server, PAK_TRISNO)];
    server.security.length = 0;
    await sri.ask('/api/session', {}, { cookie: null });
    await sri.ask(`/api/access?find=${BUDI.nip}`);
    await kepala.ask('/api/system');
    await kepala.ask('/api/devices/d_siapapun/lost', { method: 'POST', body: '{' }, JSON_BODY);
    await sri.ask('/api/session', { method: 'DELETE' }, { 'sec-fetch-site': 'cross-site' });
    await sri.ask('/api/nothing/198703122011012004');
    expect(refused(server)).toEqual([
      ['/api/session', 'masuk_lagi', []],
      ['/api/access', 'tidak_ada', ['guru']],
      ['/api/system', 'tidak_ada', ['penilai']],
      ['/api/devices/:id/lost', 'json_rusak', ['penilai']],
      ['/api/*', 'asal_ditolak', []],
      ['/api/*', 'tidak_ada', []],
    ]);
    expectNobody(server);
  });

  test('of what a phone sends in a sync, where it had no right to it, is a line as well, once', async () => {
    const server = await aServer();
    const [sri, budi] = [await phoneOf(server, SRI), await phoneOf(server, BUDI)];
    const entri = await sri.add(aCatat({}));
    await sri.sync();
    await budi.add(onEntri('entri.setujui', entri, entri));
    await budi.add(onEntri('entri.setujui', entri, entri));
    await budi.add(onEntri('entri.hapus', entri, entri));
    await budi.add(aCatat({ tanggal: '2099-01-01' }));
    server.security.length = 0;
    const sent = budi.queue.slice();
    await budi.sync();
    budi.queue = sent;
    await budi.sync();
    expect(server.security.map(({ id: _, ...line }) => line)).toEqual([
      {
        ...{ apa: 'perintah_ditolak', perintah: 'entri.setujui', kode: 'di_luar_wewenang' },
        ...{ peran: ['guru'], jumlah: 2 },
      },
      {
        ...{ apa: 'perintah_ditolak', perintah: 'entri.hapus', kode: 'di_luar_wewenang' },
        ...{ peran: ['guru'], jumlah: 1 },
      },
    ]);
    expectNobody(server);
  });

  test('leaves no line where nothing was', async () => {
    const server = await aServer();
    const sri = await phoneOf(server, SRI);
    server.security.length = 0;
    await sri.ask('/api/session');
    await sri.add(aCatat({}));
    await sri.sync();
    await server.request('/tidak-ada.html');
    expect(server.security).toEqual([]);
  });
});

test.each([
  ['warn', ['masuk', 'ditolak']],
  ['info', ['masuk', 'ditolak']],
  ['error', []],
  ['silent', []],
] as const)('with KINERJA_LOG=%s the log of the service holds %j', (level, expected) => {
  const written: string[] = [];
  const log = createLog(level, { write: (text) => void written.push(text) });
  log.security({ apa: 'masuk', id: 'r', cara: 'sandi', akun: 'a', kode: null });
  log.security({ apa: 'ditolak', id: 'r', method: 'GET', route: '/api/x', kode: 'tidak_ada', peran: [] });
  expect(written.map((text) => (JSON.parse(text) as { apa: string }).apa)).toEqual(expected);
});
