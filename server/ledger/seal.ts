import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson, type WireRecord } from '../../shared/protocol/index.ts';

/** Keys of the seal, the one in use first; older ones still open what they sealed. At least one. */
export type SealKeys = readonly [Uint8Array, ...Uint8Array[]];

const NAME_LETTERS = 2;
const SEAL_BYTES = 16;

/** Two letters that tell which key a seal was made with. */
const nameOf = (key: Uint8Array): string =>
  createHash('sha256').update(key).digest('base64url').slice(0, NAME_LETTERS);

const material = ({ seal: _, root: __, ...wire }: WireRecord): string =>
  canonicalJson(['kinerja-segel-1', wire.s, wire.id, wire.n, wire]);

const mark = (key: Uint8Array, wire: WireRecord): Buffer =>
  createHmac('sha256', key).update(material(wire)).digest().subarray(0, SEAL_BYTES);

/** The record with the server's mark on all of it, history included: proof after a restore that the server once had it. */
export const sealed = ([key]: SealKeys, wire: WireRecord): WireRecord => ({
  ...wire,
  seal: nameOf(key) + mark(key, wire).toString('base64url'),
});

/** True where one of the keys made this record's seal. */
export const isSealed = (keys: SealKeys, wire: WireRecord): boolean => {
  const seal = wire.seal ?? '';
  const key = keys.find((one) => nameOf(one) === seal.slice(0, NAME_LETTERS));
  if (!key) return false;
  const [given, made] = [Buffer.from(seal.slice(NAME_LETTERS), 'base64url'), mark(key, wire)];
  return given.length === made.length && timingSafeEqual(given, made);
};

/** Every command of a record's history with its line, as it travels beside a seal. */
export const historyIn = ({ id, n, hist }: WireRecord): readonly (readonly [string, number])[] =>
  hist ?? [[id, n]];
