import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createPhotoDirectory } from '../../server/files/index.ts';
import { someEntries } from '../bench/sync/entries.ts';
import { aPhoto } from '../faults/support/photo.ts';
import { type DistrictPhone, prepared, requestOf } from '../support/district.ts';
import { aRandom } from '../support/random.ts';
import type { Seen, Waiting } from './phone.ts';

/** What a phone has on it after a day without the server, and what a third of them has after weeks without a signal. */
const DAY = { entries: 5, photos: 1 } as const;
const BACKLOG = { entries: 50, photos: 4, share: 0.3 } as const;
const SLOW_SHARE = 0.25;
const PHOTO_BYTES = 20_000;
const UNIQUE = { at: 40, bytes: 16 } as const;

const photoLike = (base: Buffer): Buffer => {
  const photo = Buffer.from(base);
  photo.set(
    randomBytes(UNIQUE.bytes).map((byte) => Math.min(byte, 0xfe)),
    UNIQUE.at,
  );
  return photo;
};

/** What waits on the phones of a district: drawn by a seed, signed beforehand. */
export const waitingOn = (phones: readonly DistrictPhone[], hariIni: string): Waiting[] => {
  const random = aRandom(phones.length);
  const base = aPhoto(random, PHOTO_BYTES);
  const many = someEntries(BACKLOG.entries, hariIni);
  const few = someEntries(DAY.entries, hariIni);
  return phones.map((phone) => {
    const isBacklog = random.number() < BACKLOG.share;
    const entries = isBacklog ? many : few;
    return {
      account: phone.account,
      device: phone.device,
      text: prepared(phone, requestOf(phone, entries)),
      entries: entries.length,
      photos: Array.from({ length: isBacklog ? BACKLOG.photos : DAY.photos }, () => photoLike(base)),
      isSlow: random.number() < SLOW_SHARE,
    };
  });
};

/** What was acknowledged and is not in the database or on the disk; read when the server is down. */
export const missingIn = async (dataDir: string, seen: Seen): Promise<string[]> => {
  const db = new Database(join(dataDir, 'kinerja.db'), { readonly: true });
  const line = db.prepare('SELECT n FROM commands WHERE device = ? AND number = ?');
  const photo = db.prepare("SELECT 1 FROM photos WHERE owner = ? AND sha = ? AND state = 'utuh'");
  const files = createPhotoDirectory(join(dataDir, 'foto'));
  const missing: string[] = [];
  for (const [key, n] of seen.lines) {
    const [device, number] = key.split('/');
    const rows = line.all(device, Number(number)) as { n: number }[];
    if (rows.length !== 1 || rows[0]?.n !== n)
      missing.push(`entry ${key}: line ${n}, found ${JSON.stringify(rows)}`);
  }
  for (const key of seen.photos) {
    const [owner = '', sha = ''] = key.split('/');
    const kept = await files.read(owner, sha).catch(() => null);
    if (!photo.get(owner, sha) || !kept) missing.push(`photo ${key}`);
  }
  db.close();
  return missing;
};

/** True where the database's own check finds nothing. */
export const isSound = (dataDir: string): boolean => {
  if (!existsSync(join(dataDir, 'kinerja.db'))) return false;
  const db = new Database(join(dataDir, 'kinerja.db'), { readonly: true });
  const found = db.pragma('integrity_check(1)', { simple: true });
  db.close();
  return found === 'ok';
};
