import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../../server/app.ts';
import { openCourier } from '../../../../server/courier/index.ts';
import { bukaPercetakan } from '../../../../server/documents/index.ts';
import { createPhotoDirectory } from '../../../../server/files/index.ts';
import { createInsight } from '../../../../server/insight/index.ts';
import { openLedger } from '../../../../server/ledger/index.ts';
import {
  createAksesMeja,
  createCatatanMeja,
  createKetetapanMeja,
  createMejaSusunan,
  createPublikasiMeja,
  createSekolahMeja,
  createSimpegMeja,
  createSistemMeja,
  createUsulanMeja,
} from '../../../../server/operations/index.ts';
import { createPasswords, createReceiptSigner, newReceiptKey } from '../../../../server/people/index.ts';
import { openSqliteStore } from '../../../../server/store/index.ts';
import { NO_COPIES, SEAL_KEYS } from '../../../support/safety.ts';

/** A little generator that gives the same numbers every time (mulberry32). */
export const seededRandom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

export const PAGI = Date.parse('2026-11-24T08:00:00+07:00');

/** Real rooms on a real database in a folder of their own; only the password hash is cheaper than in earnest. */
export const aDataFolder = async (clock: () => number = () => PAGI, seed = 7) => {
  const dir = mkdtempSync(join(tmpdir(), 'kinerja-data-'));
  const store = await openSqliteStore(join(dir, 'kinerja.db'));
  const rooms = {
    store,
    files: createPhotoDirectory(join(dir, 'foto')),
    courier: await openCourier(new Uint8Array(32), { randomBytes: (size) => new Uint8Array(size) }),
    carriedFiles: createPhotoDirectory(join(dir, 'titipan')),
    printing: bukaPercetakan(),
    passwords: createPasswords(new Uint8Array(32), { memoryCost: 1024, timeCost: 1 }),
    receipts: createReceiptSigner(newReceiptKey()),
    sealKeys: SEAL_KEYS,
    simpegKey: new Uint8Array(32),
    challengeKey: new Uint8Array(32),
    clock,
    random: seededRandom(seed),
    randomBytes: (size: number) => new Uint8Array(randomBytes(size)),
  };
  const faults: unknown[] = [];
  const app = async () => {
    const onFault = (cause: unknown): number => faults.push(cause);
    const ledger = await openLedger({ ...NO_COPIES, ...rooms, onFault });
    return createApp({
      ...rooms,
      ledger,
      roomLeft: async () => 'lega' as const,
      akses: createAksesMeja(rooms),
      simpeg: createSimpegMeja({ ...rooms, onFault }),
      usulan: createUsulanMeja(rooms),
      config: { origins: [], trustProxy: 0, sandi: 'nist' },
      sekolah: createSekolahMeja({ ...rooms, onFault }),
      ketetapan: createKetetapanMeja(rooms),
      publikasi: createPublikasiMeja({ ...rooms, onFault }),
      catatan: createCatatanMeja({ ...rooms, place: join(dir, 'cadangan') }),
      sistem: createSistemMeja({
        ...rooms,
        ...{ dataDir: dir, place: join(dir, 'cadangan'), roomLeft: async () => 'lega' as const },
        ...{
          keeper: { copyNow: async () => undefined, progress: async () => null, elsewhere: async () => null },
          tiapMenit: 0,
          versi: '0.0.0',
          onFault,
        },
      }),
      staff: createMejaSusunan({ ...rooms, cadangan: () => null }),
      insight: createInsight(rooms),
      log: { access: () => undefined, security: () => undefined, fault: onFault },
      staticDir: join(dir, 'tanpa-klien'),
      pushKey: null,
      version: '0.0.0',
    });
  };
  const remove = async (): Promise<void> => {
    await store.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, rooms, app, faults, remove };
};
export type DataFolder = Awaited<ReturnType<typeof aDataFolder>>;

/** Public half of a new phone's key. */
export const aPhoneKey = async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { kty, crv, x, y };
};

export const signIn = async (
  app: Awaited<ReturnType<DataFolder['app']>>,
  nip: string,
  sandi: string,
): Promise<Response> =>
  await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ nip, sandi, key: await aPhoneKey(), label: 'uji' }),
  });
