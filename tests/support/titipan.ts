import { type BerkasTitipan, buatTitipan, catatEntri, terimaBerkas } from '../../client/actions/index.ts';
import { putPhoto, titipanMasuk } from '../../client/store/index.ts';
import { readDemoFoto } from '../../server/operations/demo-data.ts';
import type { AnyRecord, FotoRujukan } from '../../shared/records/index.ts';
import { anEntri, SHARD, shaOf } from './builders.ts';
import type { FakePhone } from './fake-phone.ts';
import type { TestServer } from './server.ts';

const BYTES = readDemoFoto('papan-tulis.jpg');
/** A photo as the form refers to it, and its bytes. */
export const FOTO: FotoRujukan & { readonly bytes: Uint8Array } = {
  sha: shaOf(BYTES),
  size: BYTES.length,
  mime: 'image/jpeg',
  bytes: BYTES,
};

/** Records an entry as the form does; its id. */
export const saved = async (phone: FakePhone, part: Parameters<typeof anEntri>[0] = {}): Promise<string> => {
  const done = await catatEntri(phone.acting, anEntri(part));
  if (!done.ok) throw new Error(done.code);
  return done.id;
};

/** Records an entry with a photo. */
export const savedWithPhoto = async (phone: FakePhone): Promise<string> => {
  const { bytes: raw, ...foto } = FOTO;
  const bytes = new Uint8Array(raw).buffer;
  await putPhoto(phone.db, { foto, bytes, thumb: { bytes, mime: 'image/jpeg' } }, 0);
  return saved(phone, { uraian: 'Menulis soal di papan bersama siswa', foto: [foto] });
};

const MB = 1024 * 1024;

/** The files that the phone hands out now. */
export const titip = async (phone: FakePhone, most = 5 * MB): Promise<BerkasTitipan[]> => {
  const files = await buatTitipan(phone.acting, most);
  if (!files) throw new Error('this phone does not know the key yet');
  return files;
};

/** A colleague opens files on her phone. */
export const terima = async (phone: FakePhone, files: readonly BerkasTitipan[]): Promise<void> => {
  for (const { bytes } of files) await terimaBerkas(phone.acting, bytes.slice().buffer);
};

/** The receipts that the colleague's phone holds, oldest first. */
export const buktiDi = async (phone: FakePhone): Promise<ArrayBuffer[]> =>
  (await titipanMasuk(phone.store)).reverse().flatMap(({ bukti }) => bukti ?? []);

/** All records of the school, in a fixed order. */
export const recordsOn = async ({ store }: TestServer): Promise<AnyRecord[]> => {
  const kinds = ['entri', 'satker', 'pola', 'umpan'] as const;
  const all = await store.read((tx) => Promise.all(kinds.map((kind) => tx.recordsOfKind(SHARD, kind))));
  return all
    .flat()
    .map(({ record }) => record)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** How often each command of a device stands in the ledger: once, or something was doubled. */
export const linesOf = async ({ store }: TestServer, device: string): Promise<number[]> => {
  const lines = await store.read((tx) => tx.ledgerLines(SHARD, 0, 1000));
  return lines.filter((line) => line.device === device).map(({ number }) => number);
};
