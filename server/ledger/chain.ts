import { createHash } from 'node:crypto';
import { canonicalJson, commandId, type Digest, toBase64Url } from '../../shared/protocol/index.ts';
import type { StoredCommand } from '../store/index.ts';

/*
 *   commitment = SHA256(salt ‖ canonical JSON of all that the line says, who spoke and when it was received included)
 *   h_n        = SHA256(h_{n-1} ‖ command id ‖ commitment),  h_0 is empty
 *
 * The id holds the hash of the content, so a changed kind, base, record or time shows as well as a changed body.
 * A body can be erased together with its salt, and the chain still verifies.
 */

const sha256 = (...parts: readonly (string | Uint8Array)[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** SHA-256 as the protocol's identity wants it. */
export const digest: Digest = async (text) => sha256(text);

/** A line before it is chained: what its commitment covers. */
export type Uncommitted = Omit<StoredCommand, 'commitment'>;

/** What the commitment covers, in this order; a refusal's code and facts stand where a line has its head. */
const saidBy = ({ content, actor, outcome, ...line }: Uncommitted): readonly unknown[] => [
  idOf(line),
  [content.kind, content.version, content.shard, content.record, content.base, content.at, content.body],
  [actor.id, actor.nama, actor.peran],
  line.receivedAt,
  outcome.verdict,
  outcome.verdict === 'no'
    ? [outcome.code, outcome.params]
    : outcome.verdict === 'beda'
      ? outcome.head
      : null,
  line.envelope,
];

/** What the chain holds of a line. */
export const commitmentOf = (line: Uncommitted): Uint8Array => sha256(line.salt, canonicalJson(saidBy(line)));

/** The commitment of lines that version 0.1.0 wrote: of the body alone. */
export const earlyCommitmentOf = ({ salt, content }: Uncommitted): Uint8Array =>
  sha256(salt, canonicalJson(content.body));

/** Chain hash of the line after `before`. */
export const chainHash = (before: Uint8Array, id: string, commitment: Uint8Array): Uint8Array =>
  sha256(before, id, commitment);

/** A chain hash as it travels: its first 8 bytes, base64url; empty before the first line. */
export const wireHash = (h: Uint8Array): string => toBase64Url(h.subarray(0, 8));

/** Id of a stored command. */
export const idOf = ({ device, number, hash }: Pick<StoredCommand, 'device' | 'number' | 'hash'>): string =>
  commandId(device, number, hash);

/** True where two hashes are the same bytes. */
export const isSameHash = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
