import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { readDemoFoto } from '../../../server/operations/demo-data.ts';
import type { FotoRujukan } from '../../../shared/records/index.ts';
import { shaOf } from '../../support/builders.ts';
import type { Phone } from '../../support/phone.ts';
import type { TestServer } from '../../support/server.ts';
import { phoneOf } from '../signed-in.ts';
import { isiDinas } from './dinas.ts';
import { aKabupaten, ORANG, SEMUA, type Siapa } from './orang.ts';
import { type Berkas, isiSekolah } from './perintah.ts';
import { type Bahan, KUNCI } from './rute.ts';

/** The hand-written table: line by line, what each person is to be answered. */
export const TABEL: ReadonlyMap<string, Readonly<Record<Siapa, string>>> = new Map(
  readFileSync(new URL('wewenang.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', ...cells] = line.trim().split(/\s+/);
      if (cells.length !== SEMUA.length) throw new Error(`${name}: ${cells.length} cells`);
      return [name, Object.fromEntries(SEMUA.map((siapa, i) => [siapa, cells[i]])) as Record<Siapa, string>];
    }),
);
export const linesWith = (sign: string): readonly string[] =>
  [...TABEL.keys()].filter((name) => name.includes(sign));

/** Names of routes hold neither sign. */
export const ROUTES = [...TABEL.keys()].filter((name) => !/[.:]/.test(name));
/** What the table says of these lines for one person, in the form of what was found. */
export const said = (names: readonly string[], siapa: Siapa) =>
  Object.fromEntries(names.map((name) => [name, TABEL.get(name)?.[siapa]]));

/** Of what she did, and of a letter that she shows to whoever decides on her data. */
const [FOTO, BUKTI] = [readDemoFoto('papan-tulis.jpg'), readDemoFoto('daftar-hadir.jpg')];
export const SHA = shaOf(FOTO);
const rujukan = (foto: Uint8Array): FotoRujukan => ({
  ...{ sha: shaOf(foto), size: foto.length, mime: 'image/jpeg' },
});

const unggah = async (phone: Phone, foto: Uint8Array): Promise<void> => {
  const sent = await phone.ask(
    `/api/photos/${shaOf(foto)}`,
    { method: 'PUT', body: new Uint8Array(foto) },
    {
      'content-type': 'application/octet-stream',
      'upload-offset': '0',
      'upload-length': String(foto.length),
    },
  );
  expect(sent.status).toBe(201);
};

/** The district of the matrix, and what lies in it. */
export type Dunia = {
  readonly server: TestServer;
  readonly phones: Readonly<Record<Siapa, Phone>>;
  readonly berkas: Berkas;
};

export const aDunia = async (): Promise<Dunia> => {
  const server = await aKabupaten();
  const signedIn = await Promise.all(SEMUA.map((siapa) => phoneOf(server, ORANG[siapa])));
  const phones = Object.fromEntries(SEMUA.map((siapa, i) => [siapa, signedIn[i]])) as Record<Siapa, Phone>;
  const berkas = await isiSekolah(server, phones, rujukan(FOTO), [rujukan(BUKTI)]);
  for (const foto of [FOTO, BUKTI]) await unggah(phones.sri, foto);
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
export const fingerprint = ({ path }: TestServer): string => {
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

/** What an answer means for the table: what is refused for what it says was permitted. */
export const SAID: Readonly<Record<number, string>> = { 404: 'tiada', 403: 'tidak', 409: 'ya', 422: 'ya' };
export const meant = ({ ok, status }: Response): string => (ok ? 'ya' : (SAID[status] ?? String(status)));

/** What the requests of this person's are about. */
export const bahanUntuk = async ({ server, phones, berkas }: Dunia, siapa: Siapa): Promise<Bahan> => ({
  ...{ phone: phones[siapa], phones, berkas, sha: SHA, bukti: shaOf(BUKTI) },
  ...(await isiDinas(server, phones)),
});
