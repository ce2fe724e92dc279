import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson, type WireRecord } from '../../shared/protocol/index.ts';

/** Keys of the seal, the one in use first; older ones still open what they sealed. At least one. */
export type SealKeys = readonly [Uint8Array, ...Uint8Array[]];

const NAME_LETTERS = 2;
/**
 * 96 bits: whoever guesses must ask this server, and a million guesses a second for a century find one with 2^-44. A seal
 * is a third of what an accepted entry costs on the wire, and nothing compresses it.
 */
const SEAL_BYTES = 12;
/** So long they were at first; phones hold such ones. */
const EARLY_SEAL_BYTES = 16;

/** Two letters that tell which key a seal was made with. */
const nameOf = (key: Uint8Array): string => {
  const known = names.get(key) ?? createHash('sha256').update(key).digest('base64url').slice(0, NAME_LETTERS);
  names.set(key, known);
  return known;
};
const names = new WeakMap<Uint8Array, string>();

/** Members of a record that its seal covers. */
const COVERED: Readonly<Record<Exclude<keyof WireRecord, 'seal' | 'root'>, true>> = {
  ...{ b: true, del: true, head: true, hist: true, id: true, k: true },
  ...{ n: true, o: true, s: true, st: true, var: true },
};
const MEMBERS = Object.keys(COVERED).sort() as (keyof typeof COVERED)[];

/** Canonical JSON, put together here: every accepted entry has its seal, and the order of its members is always the same. */
const material = (wire: WireRecord): string => {
  let members = '';
  for (const name of MEMBERS) {
    const member = wire[name];
    if (member !== undefined) members += `${members === '' ? '' : ','}"${name}":${canonicalJson(member)}`;
  }
  return `["kinerja-segel-1",${JSON.stringify(wire.s)},${JSON.stringify(wire.id)},${wire.n},{${members}}]`;
};

const mark = (key: Uint8Array, wire: WireRecord, bytes: number): Buffer =>
  createHmac('sha256', key).update(material(wire)).digest().subarray(0, bytes);

/** The server's mark on all of a record, history included: proof after a restore that the server once had it. */
export const sealOf = ([key]: SealKeys, wire: WireRecord): string =>
  nameOf(key) + mark(key, wire, SEAL_BYTES).toString('base64url');

/** The record with its seal. */
export const sealed = (keys: SealKeys, wire: WireRecord): WireRecord => ({
  ...wire,
  seal: sealOf(keys, wire),
});

/** True where one of the keys made this record's seal. */
export const isSealed = (keys: SealKeys, wire: WireRecord): boolean => {
  const seal = wire.seal ?? '';
  const key = keys.find((one) => nameOf(one) === seal.slice(0, NAME_LETTERS));
  if (!key) return false;
  const given = Buffer.from(seal.slice(NAME_LETTERS), 'base64url');
  const isWhole = given.length === SEAL_BYTES || given.length === EARLY_SEAL_BYTES;
  return isWhole && timingSafeEqual(given, mark(key, wire, given.length));
};

/** Every command of a record's history with its line, as it travels beside a seal. */
export const historyIn = ({ id, n, hist }: WireRecord): readonly (readonly [string, number])[] =>
  hist ?? [[id, n]];
