import { bacaDataSaya, dataSaya } from '../../client/actions/data-saya.ts';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import type { CourierKey } from '../../shared/protocol/index.ts';
import { phoneOf } from '../api/signed-in.ts';
import { aKabupaten, ORANG, SEMUA, type Siapa } from '../api/wewenang/orang.ts';
import { isiSekolah } from '../api/wewenang/perintah.ts';
import { aCommand, SHARD, shaOf } from '../support/builders.ts';
import { aReadyPhone } from '../support/fake-phone.ts';
import { dataOrang, WILAYAH } from '../support/organisasi.ts';
import type { Phone } from '../support/phone.ts';
import { type Person, SANDI, type TestServer } from '../support/server.ts';
import { aSkp } from '../unit/shared/skp-builders.ts';
import { ikutiJejak, type Jejak } from './jejak.ts';
import type { Nilai } from './rute.ts';

/** As what somebody asks, where a route is not everybody's. */
export type Peran = 'guru' | 'kepala' | 'pengawas' | 'admin' | 'sekolah' | 'hilang';

/** What a case knows of the world: phones that are signed in, photos that are right, and who may try to sign in. */
export type Ground = {
  readonly phones: readonly Phone[];
  readonly photos: readonly Uint8Array[];
  /** The public key that carried files are sealed to. */
  readonly courier: CourierKey;
  readonly nip: string;
};

/** The ground of a service in the same process: everything that a route may ask for, and what it does is seen. */
export type Dunia = Ground & {
  readonly server: TestServer;
  readonly peran: Readonly<Record<Peran, Phone>>;
  readonly nilai: Readonly<Record<Nilai, string[]>>;
  /** Begins to follow the database at the first call; only where that is SQLite. */
  readonly jejak: () => Jejak;
  /** A file of one's own data as the app hands it out, and the app that is to read one. */
  readonly milik: { readonly berkas: Uint8Array; readonly baca: (bytes: Uint8Array) => Promise<string> };
  /** Hours pass; whoever was signed out on the way signs in again, and admins prove themselves. */
  readonly pulih: () => Promise<void>;
};

const admin = (part: Pick<Person, 'id' | 'nip' | 'nama' | 'shard'>): Person => ({ ...part, peran: 'admin' });
const BU_WATI = admin({ id: 'p_wati01', nip: '197106211998032001', nama: 'Wati', shard: WILAYAH });
const PAK_WIBOWO = admin({ id: 'p_wibowo', nip: '197106211998031009', nama: 'Wibowo', shard: SHARD });
/** Whoever something is done to that would sign others out. */
const KORBAN: Person = { id: 'p_korban', nip: '199104042015042001', nama: 'Nurul' };

const HOURS_3 = 3 * 3_600_000;
const FOTO = readDemoFoto('papan-tulis.jpg');
const RUJUKAN = { sha: shaOf(FOTO), size: FOTO.length, mime: 'image/jpeg' as const };

const milikDari = async (server: TestServer): Promise<Dunia['milik']> => {
  const phone = await aReadyPhone(server, ORANG.sri);
  const { store, acting } = phone;
  const batal = new AbortController().signal;
  const blob = await dataSaya({
    store,
    clock: acting.clock,
    transport: phone.line.transport,
    onKemajuan: () => undefined,
    batal,
  });
  if (!blob) throw new Error('called off');
  return {
    berkas: new Uint8Array(await blob.arrayBuffer()),
    baca: async (bytes) => {
      const dibaca = await bacaDataSaya(acting, new Blob([new Uint8Array(bytes)]));
      return dibaca.ok ? '' : dibaca.sebab;
    },
  };
};

const JSON_TYPE = { 'content-type': 'application/json' };
const tulis = (phone: Phone, path: string, isi: object, method = 'POST'): Promise<Response> =>
  phone.ask(path, { method, body: JSON.stringify(isi) }, JSON_TYPE);
const buktikan = (phone: Phone): Promise<Response> => tulis(phone, '/api/access/proof', { sandi: SANDI });

/** What the service itself lays down: an SKP in force, and the people that admins act on. */
const letakkan = async ({ ledger }: TestServer): Promise<void> => {
  const isi = [
    { kind: 'skp.tetapkan', body: { pemilik: ORANG.sri.id, isi: aSkp() } },
    ...[KORBAN, ORANG.yanti].map((satu) => ({
      kind: 'pegawai.tetapkan',
      body: { pemilik: satu.id, isi: dataOrang(satu) },
    })),
  ];
  const commands = isi.map((satu, i) => ({
    ...aCommand({ ...satu, shard: SHARD, record: null, base: null }),
    number: i + 1,
  }));
  const sistem = { id: 'sistem', nama: 'Sistem', peran: ['sistem'] } as const;
  await ledger.submit({ actor: sistem, device: 'd_sistem3', commands });
};

/** A school and its people as in the table of rights, with their admins, and a right value of each kind. */
export const aDunia = async (): Promise<Dunia> => {
  const server = await aKabupaten();
  for (const person of [BU_WATI, PAK_WIBOWO, KORBAN]) await server.addPerson(person);
  const orang: readonly Person[] = [...SEMUA.map((siapa) => ORANG[siapa]), BU_WATI, PAK_WIBOWO];
  const phones = await Promise.all(orang.map((person) => phoneOf(server, person)));
  const milikSiapa = Object.fromEntries(SEMUA.map((siapa, i) => [siapa, phones[i]])) as Record<Siapa, Phone>;
  const berkas = await isiSekolah(server, milikSiapa, RUJUKAN);
  await letakkan(server);
  const { sri, trisno, hartati } = milikSiapa;
  let diikuti: Jejak | undefined;
  const sent = { 'content-type': 'application/octet-stream', 'upload-offset': '0' };
  await sri.ask(
    `/api/photos/${RUJUKAN.sha}`,
    { method: 'PUT', body: new Uint8Array(FOTO) },
    { ...sent, 'upload-length': String(FOTO.length) },
  );
  const korban = [await phoneOf(server, KORBAN), await phoneOf(server, KORBAN)] as const;
  const [wati, wawan] = phones.slice(-2) as [Phone, Phone];
  const pulih = async (): Promise<void> => {
    server.clock.forward(HOURS_3);
    for (const [i, phone] of phones.entries())
      if (!(await phone.ask('/api/session')).ok) await phone.signIn(orang[i]?.nip ?? '', SANDI);
    await Promise.all([wati, wawan].map(buktikan));
  };
  await pulih();
  for (const phone of phones) await phone.syncAll();
  await tulis(wati, '/api/publication', { instansi: 'Dinas Pendidikan', tabel: ['pengisian'] }, 'PUT');
  const [hilang, lain] = korban;
  await tulis(lain, `/api/devices/${hilang.device}/lost`, { sandi: SANDI });
  return {
    ...{ server, phones, photos: [FOTO], courier: server.courier.key, nip: KORBAN.nip, pulih },
    peran: { guru: sri, kepala: trisno, pengawas: hartati, admin: wati, sekolah: wawan, hilang },
    nilai: {
      akun: [KORBAN.id, ORANG.yanti.id],
      hp: [lain.device],
      hilang: [hilang.device],
      kunci: ['kunci-pak-trisno'],
      foto: [RUJUKAN.sha],
      catatan: ['entri', 'skp', 'evaluasi', 'keberatan', 'praktik'].map((satu) => berkas[satu] ?? ''),
      usulan: [berkas['usulan'] ?? ''],
      pola: [berkas['polaSekolah'] ?? ''],
      impor: ['d_abcdef'],
      npsn: [SHARD.slice(4), 'semua'],
      shard: [SHARD],
      masalah: ['amplop'],
      dokumen: ['ABCD-EFGH-JKLM'],
      portofolio: ['abcdefghijklmnopqrstuvwxyz'],
      unduhan: ['skema.json', 'pengisian.csv', 'jenis.json'],
    },
    jejak: () => (diikuti ??= ikutiJejak(server.path)),
    milik: await milikDari(server),
  };
};
