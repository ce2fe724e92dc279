import { createHash } from 'node:crypto';
import type { StoredAccount, StoredCommand, StoredDevice } from '../../server/store/index.ts';
import { type CommandContent, commandId, contentHash } from '../../shared/protocol/index.ts';
import type { AnyRecord } from '../../shared/records/index.ts';
import {
  aCommand,
  anActor,
  anEntri,
  anEntriRecord,
  aSatker,
  GURU,
  KEPALA,
  SHARD,
} from '../unit/shared/builders.ts';
import { MONDAY_MORNING } from './clock.ts';

export { aCommand, anActor, anEntri, anEntriRecord, aSatker, GURU, KEPALA, SHARD };

/** SHA-256 as phone and server hash a command's content. */
export const sha256 = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(createHash('sha256').update(text).digest());

/** SHA-256 of bytes in hex, as photos are named. */
export const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Id that the server will find for a command of this content. */
export const idFor = async (device: string, number: number, content: CommandContent): Promise<string> =>
  commandId(device, number, await contentHash(content, sha256));

/** The content of a command that records a new entry. */
export const aCatat = (part: Parameters<typeof anEntri>[0] = {}, shard = SHARD): CommandContent =>
  aCommand({ kind: 'entri.catat', shard, record: null, base: null, body: anEntri(part) });

/** The content of a command on an entry. */
export const onEntri = (kind: string, record: string, base: string, body: unknown = {}): CommandContent =>
  aCommand({ kind, record, base, body });

export const anAccount = (part: Partial<StoredAccount> = {}): StoredAccount => ({
  id: GURU,
  nip: '198703122011012004',
  nama: 'Sri Wahyuni',
  jabatan: 'Guru Kelas',
  password: '$argon2id$none',
  createdAt: MONDAY_MORNING,
  deactivatedAt: null,
  nipLama: null,
  ...part,
});

export const aDevice = (part: Partial<StoredDevice> = {}): StoredDevice => ({
  id: 'd_abcdef',
  account: GURU,
  key: { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) },
  label: 'Chrome di Android',
  createdAt: MONDAY_MORNING,
  seenAt: MONDAY_MORNING,
  maxNumber: 0,
  revokedAt: null,
  ...part,
});

/** A command as the store keeps it, accepted at line `n`; without the chain of a real ledger. */
export const aStoredCommand = (n: number | null, part: Partial<StoredCommand> = {}): StoredCommand => ({
  device: 'd_abcdef',
  number: n ?? 1,
  hash: 'AAAAAAAAAAA',
  content: aCatat(),
  actor: anActor(),
  receivedAt: MONDAY_MORNING,
  salt: Uint8Array.of(1, 2),
  commitment: Uint8Array.of(3, 4),
  envelope: null,
  outcome:
    n === null
      ? { verdict: 'no', code: 'teks_pendek', params: { bidang: 'uraian' } }
      : { verdict: 'ok', n, h: Uint8Array.of(n, 9, 9) },
  ...part,
});

/** A record of an entry under an id of its own, as the store keeps it. */
export const aStoredRecord = (
  n: number,
  part: Partial<AnyRecord> = {},
): { n: number; record: AnyRecord } => ({
  n,
  record: { ...anEntriRecord(), id: `d_abcdef.${n}.AAAAAAAAAAA`, ...part } as AnyRecord,
});
