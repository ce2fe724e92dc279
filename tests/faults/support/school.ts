import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { type Hasil, tambahPegawai, tambahSekolah } from '../../../server/operations/akun.ts';
import { openDataRooms } from '../../../server/operations/rooms.ts';
import { aKeyPair, type Carrier, Phone } from '../../support/phone.ts';
import { aCarrier } from './carrier.ts';
import { Door } from './door.ts';
import { endService, startService } from './process.ts';

/** What a phone is after it signed in: enough to make it anew for each run. */
export type SignedIn = Pick<Phone, 'keys' | 'account' | 'device' | 'cookies'>;

/** A data folder at rest, with a school and its teachers, whose phones are signed in. */
export type School = { readonly folder: string; readonly phones: readonly SignedIn[] };

export const NPSN = '69593332';
const TEACHERS: readonly (readonly [string, string])[] = [
  ['198703122011012004', 'Sri Wahyuni'],
  ['199001012015011001', 'Budi Santoso'],
  ['198605172010032001', 'Kasiyem'],
];

const must = <T>(hasil: Hasil<T>): T => {
  if (!hasil.ok) throw new Error(hasil.kalimat);
  return hasil;
};

const people = async (dataDir: string): Promise<{ nip: string; sandi: string }[]> => {
  const rooms = await openDataRooms(
    { dataDir },
    { clock: Date.now, random: Math.random, randomBytes: (size) => new Uint8Array(randomBytes(size)) },
  );
  const made: { nip: string; sandi: string }[] = [];
  try {
    must(await tambahSekolah(rooms, { npsn: NPSN, nama: 'SD Negeri 2 Rawawening' }));
    for (const [nip, nama] of TEACHERS)
      made.push(must(await tambahPegawai(rooms, { npsn: NPSN, nip, nama, peran: 'guru' })));
  } finally {
    await rooms.store.close();
  }
  return made;
};

const signedIn = async (
  carrier: Carrier,
  { nip, sandi }: { nip: string; sandi: string },
): Promise<SignedIn> => {
  const phone = new Phone(carrier, await aKeyPair());
  const response = await phone.signIn(nip, sandi);
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
  const { keys, account, device, cookies } = phone;
  return { keys, account, device, cookies };
};

/** Lays down the school in `folder` and signs its phones in, by the real service; it is stopped when this resolves. */
export const aSchool = async (folder: string): Promise<School> => {
  const sandi = await people(folder);
  const service = await startService({ dataDir: folder });
  const door = new Door();
  door.open(service.url);
  const carrier = aCarrier(door);
  const phones: SignedIn[] = [];
  for (const one of sandi) phones.push(await signedIn(carrier, one));
  await endService(service, 'SIGTERM');
  return { folder, phones };
};

/** A copy of the school to be worn out. */
export const copySchool = (school: School, folder: string): School => {
  cpSync(school.folder, folder, { recursive: true });
  return { folder, phones: school.phones };
};
