import { expect, test } from 'vitest';
import { routeTable } from '../../server/http/route-table.ts';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import { HistoryAnswer, type OfficialView, unpackAnswer } from '../../shared/protocol/index.ts';
import type { FotoRujukan, Usulan } from '../../shared/records/index.ts';
import { aCatat, aCommand, anEntri, SHARD, shaOf } from '../support/builders.ts';
import { anInstansi, BU_WATI } from '../support/organisasi.ts';
import type { Phone } from '../support/phone.ts';
import { BU_LAIN, PAK_TRISNO, SRI, type TestServer } from '../support/server.ts';
import { aSkp } from '../unit/shared/skp-builders.ts';
import { phoneOf } from './signed-in.ts';
import { anEvaluasi } from './wewenang/perintah.ts';

/*
 * Access to a person's record is written down and shown to that person (trust.md R7, UU 27/2022). Every route of a signed-in
 * person stands here: either it shows what is somebody else's, and then a test asks it and looks into that person's Riwayat, or
 * it says why nothing of that kind comes through it.
 */

const SENDIRI = 'only what is the asker’s own';
const DAFTAR =
  'a list to work from: names, posts and states, nothing that a person wrote or that is kept of her beside';
const TINDAKAN = 'an act, which is a line of the ledger by itself';
const KANTOR = 'who did what in an office, and who looked; no word of anybody’s work';
const BUKAN = 'nothing of a person';

const RUTE: Readonly<Record<string, string>> = {
  'get /api/photos/:sha': 'tercatat',
  'get /api/history/:record': 'tercatat',
  'get /api/staff/:id': 'tercatat',
  'post /api/staff/:id': 'tercatat',
  'get /api/corrections': 'tercatat',
  'post /api/documents': 'tercatat',
  'post /api/views': 'tercatat',
  'post /api/sync':
    'lays records on the phones of those who rate; what they open of them is told by /api/views',
  'get /api/session': SENDIRI,
  'get /api/password': SENDIRI,
  'put /api/password': SENDIRI,
  'get /api/passkeys': SENDIRI,
  'post /api/passkeys/options': SENDIRI,
  'post /api/passkeys': SENDIRI,
  'delete /api/passkeys/:key': SENDIRI,
  'head /api/photos/:sha': SENDIRI,
  'put /api/photos/:sha': SENDIRI,
  'get /api/devices': SENDIRI,
  'post /api/devices/:id/cut': SENDIRI,
  'post /api/devices/:id/lost': SENDIRI,
  'post /api/devices/:id/found': SENDIRI,
  'post /api/devices/:id/work': SENDIRI,
  'delete /api/devices/:id/work': SENDIRI,
  'get /api/own-data': SENDIRI,
  'get /api/reminder': SENDIRI,
  'put /api/reminder': SENDIRI,
  'delete /api/reminder': SENDIRI,
  'get /api/history': SENDIRI,
  'get /api/access': DAFTAR,
  'get /api/access/schools': BUKAN,
  'get /api/access/waiting': DAFTAR,
  'post /api/access/proof': SENDIRI,
  'post /api/access/proof/options': SENDIRI,
  'post /api/access/:id/slip': TINDAKAN,
  'post /api/access/:id/slip/second': TINDAKAN,
  'delete /api/access/:id/devices/:device': TINDAKAN,
  'post /api/access/:id/devices/:device/lost': TINDAKAN,
  'delete /api/access/:id/devices/:device/lost': TINDAKAN,
  'delete /api/access/:id/passkeys/:key': TINDAKAN,
  'delete /api/access/:id/sessions': TINDAKAN,
  'get /api/recovery': BUKAN,
  'put /api/courier/:sha': 'carries what nobody but its owner can read',
  'get /api/simpeg': BUKAN,
  'post /api/simpeg': TINDAKAN,
  'get /api/simpeg/:id': BUKAN,
  'get /api/simpeg/:id/rows': 'rows of a file that the admin brought himself',
  'get /api/simpeg/:id/faults.xlsx': 'rows of a file that the admin brought himself',
  'put /api/simpeg/:id/columns': BUKAN,
  'post /api/simpeg/:id/apply': TINDAKAN,
  'post /api/simpeg/:id/continue': TINDAKAN,
  'delete /api/simpeg/:id': TINDAKAN,
  'post /api/corrections/:id': TINDAKAN,
  'get /api/staff': DAFTAR,
  'post /api/staff': TINDAKAN,
  'get /api/units': DAFTAR,
  'get /api/organisation': DAFTAR,
  'get /api/insight': BUKAN,
  'get /api/insight/:shard': DAFTAR,
  'get /api/schools': BUKAN,
  'get /api/schools/:npsn': BUKAN,
  'get /api/schools/:npsn/patterns': BUKAN,
  'post /api/schools/:npsn/patterns': TINDAKAN,
  'put /api/schools/:npsn/patterns/:id': TINDAKAN,
  'delete /api/schools/:npsn/patterns/:id': TINDAKAN,
  'get /api/actions': BUKAN,
  'post /api/actions/preview': BUKAN,
  'post /api/actions': TINDAKAN,
  'delete /api/actions/:id': TINDAKAN,
  'put /api/schools/:npsn': TINDAKAN,
  'put /api/schools/:npsn/logo': TINDAKAN,
  'delete /api/schools/:npsn/logo': TINDAKAN,
  'get /api/system': BUKAN,
  'post /api/system/copy': TINDAKAN,
  'get /api/decisions': BUKAN,
  'post /api/decisions/preview': BUKAN,
  'post /api/decisions': TINDAKAN,
  'post /api/decisions/:id/portion': TINDAKAN,
  'post /api/decisions/:id/undo': TINDAKAN,
  'get /api/publication': BUKAN,
  'get /api/publication/preview': BUKAN,
  'put /api/publication': TINDAKAN,
  'get /api/audit': KANTOR,
  'get /api/audit.csv': KANTOR,
  'get /api/audit/views': KANTOR,
  'get /api/audit/chain': BUKAN,
};

const ruteSesi = routeTable.filter(({ session }) => session).map(({ method, path }) => `${method} ${path}`);
const TERCATAT = Object.keys(RUTE).filter((rute) => RUTE[rute] === 'tercatat');

test('every route of a signed-in person says whether a look at somebody else comes through it', () => {
  expect(Object.keys(RUTE).sort()).toEqual([...ruteSesi].sort());
});

const FOTO = readDemoFoto('papan-tulis.jpg');
const LAIN = readDemoFoto('daftar-hadir.jpg');
const rujukan = (bytes: Uint8Array): FotoRujukan => ({
  sha: shaOf(bytes),
  size: bytes.length,
  mime: 'image/jpeg',
});

type Dunia = { readonly server: TestServer; readonly entri: string; readonly sri: Phone };

/** Sri has recorded an activity with a photo, and proposed a correction with another as its evidence. */
const aDunia = async (): Promise<Dunia> => {
  const server = await anInstansi();
  const sri = await phoneOf(server, SRI);
  const entri = await sri.add(aCatat(anEntri({ foto: [rujukan(FOTO)] })));
  const usulan: Usulan = {
    ...{ bidang: 'jabatan', nilai: 'Guru Agama', semula: 'Guru Kelas', tautan: [] },
    ...{ bukti: 'SK 823/112 tanggal 1 Oktober 2026', foto: [rujukan(LAIN)] },
  };
  await sri.add(aCommand({ kind: 'usulan.ajukan', shard: SHARD, record: null, base: null, body: usulan }));
  await sri.syncAll();
  for (const n of [1, 2]) expect(sri.verdicts.get(n)).toMatchObject({ r: 'ok' });
  for (const bytes of [FOTO, LAIN]) {
    const sent = await sri.ask(
      `/api/photos/${shaOf(bytes)}`,
      { method: 'PUT', body: new Uint8Array(bytes) },
      {
        'content-type': 'application/octet-stream',
        'upload-offset': '0',
        'upload-length': String(bytes.length),
      },
    );
    expect(sent.status).toBe(201);
  }
  return { server, entri, sri };
};

const kirim = (phone: Phone, path: string, isi: unknown): Promise<Response> =>
  phone.ask(path, { method: 'POST', body: JSON.stringify(isi) }, { 'content-type': 'application/json' });

type Cara = (phone: Phone, dunia: Dunia) => Promise<Response>;
const foto =
  (bytes: Uint8Array): Cara =>
  (phone) =>
    phone.ask(`/api/photos/${shaOf(bytes)}?pemilik=${SRI.id}`);
const wati = (apa: string) => ({ nama: 'Wati', peran: 'admin', apa });
const trisno = (apa: string) => ({ nama: 'Sutrisno', peran: 'penilai', apa });

/** Each way to somebody else's, by whom, and what she then reads. */
const CARA: readonly (readonly [string, typeof BU_WATI, Cara, ReturnType<typeof wati>])[] = [
  ['get /api/photos/:sha', PAK_TRISNO, foto(FOTO), trisno('entri')],
  ['get /api/photos/:sha', BU_WATI, foto(LAIN), wati('usulan')],
  [
    'get /api/history/:record',
    PAK_TRISNO,
    (phone, { entri }) => phone.ask(`/api/history/${entri}`),
    trisno('entri'),
  ],
  ['get /api/staff/:id', BU_WATI, (phone) => phone.ask(`/api/staff/${SRI.id}`), wati('pegawai')],
  [
    'post /api/staff/:id',
    BU_WATI,
    async (phone) => {
      const kini = (await (await phone.ask(`/api/staff/${SRI.id}`)).json()) as { isi?: unknown };
      return kirim(phone, `/api/staff/${SRI.id}`, { apa: 'ubah', isi: kini.isi });
    },
    wati('pegawai'),
  ],
  ['get /api/corrections', BU_WATI, (phone) => phone.ask('/api/corrections'), wati('usulan')],
  [
    'post /api/documents',
    PAK_TRISNO,
    (phone) =>
      kirim(phone, '/api/documents', {
        ...{ jenis: 'rekap', pemilik: SRI.id, bulan: '2026-11', periode: null },
        ...{ denganFoto: false, kertas: 'A4', ak: null },
      }),
    trisno('pegawai'),
  ],
  [
    'post /api/views',
    PAK_TRISNO,
    (phone, { entri, server }) =>
      kirim(phone, '/api/views', {
        list: [{ s: SHARD, d: entri, day: '2026-11-23', at: server.clock.now() }],
      }),
    trisno('entri'),
  ],
];

const dilihat = async (sri: Phone): Promise<readonly OfficialView[]> => {
  const json: unknown = await (await sri.ask(`/api/history?shard=${SHARD}`)).json();
  return HistoryAnswer.parse(unpackAnswer(json)).views;
};

test('what lies on a head’s phone is under one rule: SKP and evaluations opened there are told as activities are', async () => {
  const { server, sri } = await aDunia();
  const ajukan = async (kind: string, body: unknown): Promise<string> =>
    sri.add(aCommand({ kind, shard: SHARD, record: null, base: null, body }));
  const [skp, evaluasi] = [await ajukan('skp.susun', aSkp()), await ajukan('evaluasi.susun', anEvaluasi(10))];
  await sri.syncAll();
  const [trisno, lain] = [await phoneOf(server, PAK_TRISNO), await phoneOf(server, BU_LAIN)];
  const list = [skp, evaluasi].map((d) => ({ s: SHARD, d, day: '2026-11-23', at: server.clock.now() }));
  for (const phone of [lain, sri, trisno])
    expect((await kirim(phone, '/api/views', { list })).status).toBe(204);
  expect((await dilihat(sri)).map(({ nama, apa }) => `${nama} ${apa}`).sort()).toEqual([
    'Sutrisno evaluasi',
    'Sutrisno skp',
  ]);
});

test('there is a way to ask each of them', () => {
  expect([...new Set(CARA.map(([rute]) => rute))].sort()).toEqual([...TERCATAT].sort());
});

test.each(CARA)(
  '%s by %o: she finds in her Riwayat who looked, and not herself',
  async (_, siapa, cara, tanda) => {
    const dunia = await aDunia();
    const phone = await phoneOf(dunia.server, siapa);
    expect(await dilihat(dunia.sri)).toEqual([]);
    const answer = await cara(phone, dunia);
    expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([expect.any(Number), '']);
    const [satu, ...lain] = await dilihat(dunia.sri);
    expect(satu).toMatchObject({ ...tanda, day: '2026-11-23' });
    expect(new Set(lain.map(({ nama }) => nama)).size).toBeLessThan(2);
    // The same look again is no second line, and her own is none.
    const banyak = lain.length;
    await cara(phone, dunia);
    await cara(dunia.sri, dunia);
    expect((await dilihat(dunia.sri)).slice(1)).toHaveLength(banyak);
    expect(dunia.server.faults).toEqual([]);
  },
);
