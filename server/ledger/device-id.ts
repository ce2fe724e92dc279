import { createHmac } from 'node:crypto';
import type { SealKeys } from './seal.ts';

/*
 * d_ · six letters at random · four that only this server can work out, from its seal key, those six and the account.
 *
 * The keys outlive a restore. So a server that has forgotten a device can still tell whose id it is, and gives it back to
 * nobody else (docs/decisions/0024). Ids of before have no such letters, and say nothing of whose they are.
 */

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const RANDOM_LETTERS = 6;
const MARK_LETTERS = 4;

const lettersOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');

const markOf = (key: Uint8Array, account: string, letters: string): string => {
  const mark = createHmac('sha256', key).update(`kinerja-perangkat-1\n${account}\n${letters}`).digest();
  return lettersOf(mark.subarray(0, MARK_LETTERS));
};

/** A new id for a device of this account. */
export const newDeviceId = (
  [key]: SealKeys,
  account: string,
  randomBytes: (size: number) => Uint8Array,
): string => {
  const letters = lettersOf(randomBytes(RANDOM_LETTERS));
  return `d_${letters}${markOf(key, account, letters)}`;
};

/** Whether this server may have given that id to a device of this account: certain but for ids of before. */
export const mayBeDeviceOf = (keys: SealKeys, account: string, id: string): boolean => {
  const [, letters = '', mark = ''] = /^d_([a-z2-9]{6})([a-z2-9]{4})?$/.exec(id) ?? [];
  return letters !== '' && (mark === '' || keys.some((key) => markOf(key, account, letters) === mark));
};
