import { describe, expect, test } from 'vitest';
import { tambahAdmin } from '../../server/operations/admin.ts';
import { terbitkanKode } from '../../server/operations/aktivasi.ts';
import {
  BelumMasuk,
  HalamanAkses,
  type OrangAkses,
  SekolahAkses,
  SlipTerbit,
} from '../../shared/protocol/index.ts';
import { Akses } from '../../shared/records/index.ts';
import { SHARD } from '../support/builders.ts';
import { ruang } from '../support/impor.ts';
import { aPhone, type Phone, publicKey } from '../support/phone.ts';
import {
  aServer,
  BU_LAIN,
  BUDI,
  PAK_TRISNO,
  type Person,
  SANDI,
  SRI,
  type TestServer,
} from '../support/server.ts';
import { expectProblem, phoneOf } from './signed-in.ts';

const BARU = 'ladang-perahu-sembilan-jagung';
const MINUTE = 60_000;
const WAWAN: Person = {
  ...{ id: 'p_admin1', nip: '197106211998031001', nama: 'Wawan', jabatan: 'Admin Dinas' },
  ...{ shard: 'sek:P0000001', peran: 'admin' },
};
const NINA: Person = { ...WAWAN, id: 'p_admin2', nip: '198106212008032001', nama: 'Nina' };
/** Keeps the accounts of one school's teachers. */
const TATA: Person = {
  ...{ id: 'p_admin3', nip: '198506212010031001', nama: 'Tata', jabatan: 'Admin Sekolah' },
  ...{ shard: SHARD, peran: 'admin' },
};
const SEMUA = [SRI, BUDI, PAK_TRISNO, BU_LAIN, WAWAN, NINA, TATA];

const aDinas = (): Promise<TestServer> => aServer({ people: SEMUA });

const people = async (admin: Phone, query = ''): Promise<HalamanAkses> =>
  HalamanAkses.parse(await (await admin.ask(`/api/access${query}`)).json());
const person = async (admin: Phone, { nip }: Person): Promise<OrangAkses> =>
  (await people(admin, `?find=${nip}`)).orang[0]!;
const issue = (admin: Phone, { id }: Person): Promise<Response> =>
  admin.ask(`/api/access/${id}/slip`, { method: 'POST' });
const kodeOf = async (answer: Response): Promise<SlipTerbit> => SlipTerbit.parse(await answer.json());
const second = (admin: Phone, { id }: Person): Promise<Response> =>
  admin.ask(`/api/access/${id}/slip/second`, { method: 'POST' });
const cut = (admin: Phone, { id }: Person, device: string): Promise<Response> =>
  admin.ask(`/api/access/${id}/devices/${device}`, { method: 'DELETE' });
const end = (admin: Phone, { id }: Person): Promise<Response> =>
  admin.ask(`/api/access/${id}/sessions`, { method: 'DELETE' });
const prove = (admin: Phone, sandi: string): Promise<Response> =>
  admin.ask(
    '/api/access/proof',
    { method: 'POST', body: JSON.stringify({ sandi }) },
    { 'content-type': 'application/json' },
  );
const door = async (server: TestServer, { nip }: Person, sandi: string, baru?: string): Promise<Response> => {
  const phone = await aPhone((request) => server.fetch(request));
  const key = await publicKey(phone.keys);
  const body = JSON.stringify({ nip, sandi, key, label: 'Chrome di Android', ...(baru && { baru }) });
  return phone.ask('/api/session', { method: 'POST', body }, { 'content-type': 'application/json' });
};
/** What of her account the person finds on her own phone. */
const told = async (phone: Phone): Promise<unknown[]> => {
  await phone.syncAll();
  const found = [...phone.records.values()].filter(({ k }) => k === 'akses').map(({ b }) => Akses.parse(b));
  return found.map(({ jenis, keterangan, oleh }) => [jenis, keterangan, oleh]);
};

describe('people and their accounts, as an admin sees them', () => {
  test('an instansi’s admin finds everybody, a school’s admin the teachers of his school alone', async () => {
    const server = await aDinas();
    const [wawan, tata] = [await phoneOf(server, WAWAN), await phoneOf(server, TATA)];
    const all = (await people(wawan)).orang.map(({ nama }) => nama);
    expect(all).toEqual([...SEMUA.map(({ nama }) => nama)].sort());
    expect((await people(tata)).orang.map(({ nama }) => nama)).toEqual(['Budi Santoso', 'Sri Wahyuni']);
    expect((await people(tata, '?school=20104523')).orang.map(({ nama }) => nama)).not.toContain('Ratna');
    const schools = SekolahAkses.parse(await (await tata.ask('/api/access/schools')).json());
    expect(schools.sekolah).toHaveLength(1);
  });

  test('with the phones, sessions and the slip under way, and nothing of what is in them', async () => {
    const server = await aDinas();
    const sri = await phoneOf(server, SRI);
    const wawan = await phoneOf(server, WAWAN);
    await issue(wawan, SRI);
    const found = await person(wawan, SRI);
    expect(found).toMatchObject({
      ...{ aktif: true, sesi: 1, terakhir: server.clock.now() },
      perangkat: [{ id: sri.device, label: 'Chrome di Android', revokedAt: null }],
      slip: { oleh: 'Wawan', menunggu: false },
    });
    expect(JSON.stringify(found)).not.toMatch(/argon2|10\.0\.0|hash/);
  });

  test('by pages: each of them once, though others stand between them who are none of his', async () => {
    const banyak = Array.from({ length: 35 }, (_, i): Person => {
      const nomor = String(i).padStart(2, '0');
      const peran = i % 3 === 0 ? 'penilai' : 'guru';
      return { id: `p_banyak${nomor}`, nip: `1985051720100320${nomor}`, nama: `Orang ${nomor}`, peran };
    });
    const semua = [
      ...banyak,
      ...Array.from(
        { length: 35 },
        (_, i): Person => ({
          ...{
            id: `p_lagi${i}`,
            nip: `19860517201003${String(2000 + i)}`,
            nama: `Zulkifli ${String(i).padStart(2, '0')}`,
          },
        }),
      ),
    ];
    const server = await aServer({ people: [TATA, ...semua] });
    const tata = await phoneOf(server, TATA);
    const found: string[] = [];
    for (let [mulai, lagi] = [0, true]; lagi; ) {
      const page = await people(tata, `?from=${mulai}`);
      found.push(...page.orang.map(({ nama }) => nama));
      expect(page.orang.length).toBeLessThanOrEqual(30);
      [mulai, lagi] = [page.lanjut ?? mulai + page.orang.length, page.lagi];
    }
    expect(found).toEqual(semua.filter(({ peran }) => peran !== 'penilai').map(({ nama }) => nama));
  });

  test('what is looked for is text, and no pattern', async () => {
    const server = await aDinas();
    const wawan = await phoneOf(server, WAWAN);
    for (const odd of ['%', '_', "' OR 1=1 --", '*'])
      expect((await people(wawan, `?find=${encodeURIComponent(odd)}`)).orang).toEqual([]);
    await expectProblem(await wawan.ask('/api/access?from=-1'), 'tidak_ada');
    await expectProblem(await wawan.ask('/api/access?school=..%2f'), 'tidak_ada');
  });
});

describe('a slip from the admin’s screen', () => {
  test('opens a teacher’s account, and she finds on her phone who issued it and when it was used', async () => {
    const server = await aDinas();
    const wawan = await phoneOf(server, WAWAN);
    const slip = await kodeOf(await issue(wawan, SRI));
    expect(slip).toMatchObject({ nama: 'Sri Wahyuni', menunggu: false });
    const asked = await expectProblem(await door(server, SRI, slip.kode), 'sandi_baru');
    expect(asked.params).toMatchObject({ oleh: 'Wawan' });
    expect((await door(server, SRI, slip.kode, BARU)).status).toBe(200);
    const sri = await aPhone((request) => server.fetch(request));
    await sri.signIn(SRI.nip, BARU);
    expect(await told(sri)).toEqual([
      ['slip', '', 'Wawan'],
      ['slip_dipakai', 'Chrome di Android', 'Sri Wahyuni'],
    ]);
    const lines = await server.store.read((tx) => tx.ledgerLines(SHARD, 0, 100));
    const issued = lines.find(({ content }) => content.kind === 'akses.catat');
    expect(issued?.actor).toEqual({ id: WAWAN.id, nama: 'Wawan', peran: ['admin', 'sistem'] });
    expect(JSON.stringify(lines)).not.toContain(slip.kode.replaceAll('-', ''));
  });

  test('for a head opens nothing until a second admin agrees, and neither is he himself', async () => {
    const server = await aDinas();
    const [wawan, nina] = [await phoneOf(server, WAWAN), await phoneOf(server, NINA)];
    // Told before it is issued, so that nobody prints what opens nothing.
    expect([(await person(wawan, PAK_TRISNO)).dua, (await person(wawan, SRI)).dua]).toEqual([true, false]);
    const slip = await kodeOf(await issue(wawan, PAK_TRISNO));
    expect(slip.menunggu).toBe(true);
    await expectProblem(await door(server, PAK_TRISNO, slip.kode, BARU), 'slip_menunggu');
    await expectProblem(await second(wawan, PAK_TRISNO), 'slip_sendiri');
    expect((await person(wawan, PAK_TRISNO)).slip).toMatchObject({ menunggu: true, dapatSetuju: false });
    expect((await person(nina, PAK_TRISNO)).slip).toMatchObject({ menunggu: true, dapatSetuju: true });
    expect((await second(nina, PAK_TRISNO)).status).toBe(204);
    await expectProblem(await second(nina, PAK_TRISNO), 'tahap_salah');
    expect((await door(server, PAK_TRISNO, slip.kode, BARU)).status).toBe(200);
    await expectProblem(await issue(wawan, WAWAN), 'slip_sendiri');
    await kodeOf(await issue(nina, WAWAN));
    await expectProblem(await second(wawan, WAWAN), 'slip_sendiri');
  });

  test('the operator’s slip is a line of the ledger as well', async () => {
    const server = await aDinas();
    await terbitkanKode({ ...ruang(server), random: () => 0.5 }, { nip: SRI.nip });
    const lines = await server.store.read((tx) => tx.ledgerLines(SHARD, 0, 100));
    expect(lines.at(-1)).toMatchObject({
      ...{ actor: { id: 'operator', nama: 'operator layanan', peran: ['sistem'] } },
      content: { kind: 'akses.catat', body: { pemilik: SRI.id, isi: { jenis: 'slip' } } },
    });
  });
});

describe('everybody of a school who has never signed in', () => {
  const waiting = async (admin: Phone, npsn = SHARD.slice(4)) =>
    BelumMasuk.parse(await (await admin.ask(`/api/access/waiting?school=${npsn}`)).json()).orang;
  const named = async (admin: Phone, npsn?: string) => (await waiting(admin, npsn)).map(({ nama }) => nama);

  test('is listed for whoever keeps their accounts, as far as he does, and never he himself', async () => {
    const server = await aDinas();
    const [wawan, tata] = [await phoneOf(server, WAWAN), await phoneOf(server, TATA)];
    expect(await named(wawan)).toEqual(['Budi Santoso', 'Sri Wahyuni', 'Sutrisno']);
    expect(await named(tata)).toEqual(['Budi Santoso', 'Sri Wahyuni']);
    expect(await named(tata, BU_LAIN.shard!.slice(4))).toEqual(['Budi Santoso', 'Sri Wahyuni']);
    expect(await named(wawan, 'P0000001')).toEqual(['Nina']);
    await phoneOf(server, BUDI);
    expect(await named(tata)).toEqual(['Sri Wahyuni']);
  });

  test('leaves out who decides on objections of that school, and works elsewhere', async () => {
    const server = await aDinas();
    const wawan = await phoneOf(server, WAWAN);
    const pengawas = { account: NINA.id, since: 0, until: null };
    await server.store.write((tx) =>
      tx.putGrant({ ...pengawas, shard: SHARD, view: 'keberatan', peran: 'atasan' }),
    );
    expect(await named(wawan)).not.toContain('Nina');
    expect(await named(wawan, 'P0000001')).toContain('Nina');
  });

  test('with the slip that may be in her hands, and who needs a second issuer', async () => {
    const server = await aDinas();
    const wawan = await phoneOf(server, WAWAN);
    await phoneOf(server, TATA);
    await issue(wawan, SRI);
    expect(await waiting(wawan)).toMatchObject([
      { nama: 'Budi Santoso', dua: false, slip: null },
      { nama: 'Sri Wahyuni', dua: false, slip: { oleh: 'Wawan', menunggu: false } },
      { nama: 'Sutrisno', dua: true, slip: null },
    ]);
    expect(await kodeOf(await issue(wawan, PAK_TRISNO))).toMatchObject({ menunggu: true });
    expect((await waiting(wawan)).at(-1)).toMatchObject({ slip: { menunggu: true, dapatSetuju: false } });
  });

  test('is nobody’s to read who keeps no accounts, and of no school at all', async () => {
    const server = await aDinas();
    const [sri, kepala, wawan] = [
      await phoneOf(server, SRI),
      await phoneOf(server, PAK_TRISNO),
      await phoneOf(server, WAWAN),
    ];
    for (const phone of [sri, kepala])
      await expectProblem(await phone.ask(`/api/access/waiting?school=${SHARD.slice(4)}`), 'tidak_ada');
    for (const odd of ['', '?school=', '?school=..%2f'])
      await expectProblem(await wawan.ask(`/api/access/waiting${odd}`), 'tidak_ada');
    expect(await waiting(wawan, '99999999')).toEqual([]);
  });
});

describe('a lost phone and sessions', () => {
  test('“Putuskan perangkat” cuts her phone off, is said to her, and a repeat is no second line', async () => {
    const server = await aDinas();
    const [lost, kept, wawan] = [
      await phoneOf(server, SRI),
      await phoneOf(server, SRI),
      await phoneOf(server, WAWAN),
    ];
    expect((await cut(wawan, SRI, lost.device)).status).toBe(204);
    expect((await cut(wawan, SRI, lost.device)).status).toBe(204);
    await expectProblem(await lost.post(), 'perangkat_dicabut');
    expect(await told(kept)).toEqual([['perangkat', 'Chrome di Android', 'Wawan']]);
    await expectProblem(await cut(wawan, BUDI, kept.device), 'tidak_ada');
  });

  test('T35: an admin marks it as lost and takes that back, by his reach and his password; each is said to her', async () => {
    const server = await aDinas();
    const [lost, kept, tata, wawan] = [
      await phoneOf(server, SRI),
      await phoneOf(server, SRI),
      await phoneOf(server, TATA),
      await phoneOf(server, WAWAN),
    ];
    const mark = (admin: Phone, { id }: Person, device: string, method = 'POST') =>
      admin.ask(`/api/access/${id}/devices/${device}/lost`, { method });
    for (let i = 0; i < 2; i += 1) expect((await mark(tata, SRI, lost.device)).status).toBe(204);
    await expectProblem(await lost.post(), 'perangkat_dicabut');
    expect((await person(tata, SRI)).perangkat.find(({ id }) => id === lost.device)?.hilang).toMatchObject({
      ...{ diperintah: null, dihapus: null },
    });
    expect((await mark(tata, SRI, lost.device, 'DELETE')).status).toBe(204);
    expect((await lost.ask('/api/session')).status).toBe(200);
    expect(await told(kept)).toEqual([
      ['hilang', 'Chrome di Android', 'Tata'],
      ['hilang_batal', 'Chrome di Android', 'Tata'],
    ]);
    await expectProblem(await mark(tata, PAK_TRISNO, lost.device), 'tidak_ada');
    await expectProblem(await mark(kept, SRI, lost.device), 'tidak_ada');
    await expectProblem(await mark(wawan, BUDI, lost.device), 'tidak_ada');
    server.clock.forward(11 * MINUTE);
    await expectProblem(await mark(wawan, SRI, lost.device), 'bukti_diri');
  });

  test('all her sessions end at once, and nobody else’s', async () => {
    const server = await aDinas();
    const [sri, budi, tata] = [
      await phoneOf(server, SRI),
      await phoneOf(server, BUDI),
      await phoneOf(server, TATA),
    ];
    expect(await (await end(tata, SRI)).json()).toEqual({ sesi: 1 });
    await expectProblem(await sri.post(), 'masuk_lagi');
    expect((await budi.ask('/api/session')).status).toBe(200);
    await sri.signIn(SRI.nip, SANDI);
    expect(await told(sri)).toEqual([['sesi', '', 'Tata']]);
  });
});

describe('whoever is no admin, or none of hers', () => {
  const acts = [
    ['the list', (phone: Phone) => phone.ask('/api/access')],
    ['the schools', (phone: Phone) => phone.ask('/api/access/schools')],
    ['a proof', (phone: Phone) => prove(phone, SANDI)],
    ['a slip', (phone: Phone) => issue(phone, BUDI)],
    ['a second yes', (phone: Phone) => second(phone, BUDI)],
    ['sessions', (phone: Phone) => end(phone, BUDI)],
    ['a phone', (phone: Phone) => cut(phone, BUDI, 'd_abcdef')],
  ] as const;

  test.each(acts)('%s is not there for a teacher, nor for a head', async (_, act) => {
    const server = await aDinas();
    for (const somebody of [SRI, PAK_TRISNO])
      await expectProblem(await act(await phoneOf(server, somebody)), 'tidak_ada');
  });

  test('a school’s admin cannot tell a person of another school, a head or an admin from nobody', async () => {
    const server = await aDinas();
    const tata = await phoneOf(server, TATA);
    const nobody: Person = { ...SRI, id: 'p_tidakada' };
    for (const act of [issue, second, end]) {
      const { instance: _a, ...none } = await expectProblem(await act(tata, nobody), 'tidak_ada');
      for (const other of [BU_LAIN, PAK_TRISNO, WAWAN, TATA]) {
        const { instance: _b, ...answer } = await expectProblem(await act(tata, other), 'tidak_ada');
        expect(answer).toEqual(none);
      }
    }
    expect((await issue(tata, SRI)).status).toBe(200);
  });

  test('a school’s admin imports nothing', async () => {
    const server = await aDinas();
    await expectProblem(await (await phoneOf(server, TATA)).ask('/api/simpeg'), 'tidak_ada');
    expect((await (await phoneOf(server, WAWAN)).ask('/api/simpeg')).status).toBe(200);
  });
});

describe('a stolen session of an admin', () => {
  test('acts on nobody after ten minutes without the password; reading goes on', async () => {
    const server = await aDinas();
    const wawan = await phoneOf(server, WAWAN);
    server.clock.forward(11 * MINUTE);
    for (const act of [issue, second, end]) await expectProblem(await act(wawan, SRI), 'bukti_diri');
    await expectProblem(await cut(wawan, SRI, 'd_abcdef'), 'bukti_diri');
    expect((await people(wawan)).orang.length).toBeGreaterThan(0);
    await expectProblem(await prove(wawan, 'bukan-sandi-wawan-ini'), 'sandi_lama_salah');
    expect((await prove(wawan, SANDI)).status).toBe(204);
    expect((await issue(wawan, SRI)).status).toBe(200);
    server.clock.forward(11 * MINUTE);
    await expectProblem(await issue(wawan, SRI), 'bukti_diri');
  });

  test('guesses the password as slowly as a stranger at the door', async () => {
    const server = await aDinas();
    const wawan = await phoneOf(server, WAWAN);
    const guesses = await Promise.all(
      Array.from({ length: 100 }, (_, i) => prove(wawan, `tebakan-nomor-${i}`)),
    );
    expect(guesses.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(12);
    await expectProblem(await prove(wawan, SANDI), 'terlalu_sering');
  });
});

test('an admin of a school is made on the command line by its NPSN', async () => {
  const server = await aDinas();
  const made = await tambahAdmin(
    { ...ruang(server), random: () => 0.5 },
    { nip: BUDI.nip, npsn: SHARD.slice(4) },
  );
  expect(made).toMatchObject({ ok: true, sandi: null });
  expect((await people(await phoneOf(server, BUDI))).orang.map(({ nama }) => nama)).toEqual(['Sri Wahyuni']);
  const wrong = await tambahAdmin(
    { ...ruang(server), random: () => 0.5 },
    { nip: BUDI.nip, npsn: 'P0000001' },
  );
  expect(wrong.ok).toBe(false);
});
