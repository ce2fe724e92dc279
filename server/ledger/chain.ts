import { hash } from 'node:crypto';
import {
  type CommandContent,
  canonicalJson,
  canonicalTexts,
  commandId,
  contentText,
  type Digest,
  toBase64Url,
} from '../../shared/protocol/index.ts';
import type { StoredCommand } from '../store/index.ts';

/*
 *   commitment = SHA256(salt ‖ canonical JSON of all that the line says, who spoke and when it was received included)
 *   h_n        = SHA256(h_{n-1} ‖ command id ‖ commitment),  h_0 is empty
 *
 * The id holds the hash of the content, so a changed kind, base, record or time shows as well as a changed body.
 * A body can be erased together with its salt, and the chain still verifies.
 */

const bytesOf = (part: string | Uint8Array): Uint8Array =>
  typeof part === 'string' ? Buffer.from(part) : part;

/** In one call: a hash that is fed in parts costs twice as much as the hashing of a line. */
const sha256 = (...parts: readonly (string | Uint8Array)[]): Uint8Array => {
  const [first = ''] = parts;
  const whole = parts.length === 1 ? first : Buffer.concat(parts.map(bytesOf));
  return new Uint8Array(hash('sha256', whole, 'buffer'));
};

/** SHA-256 as the protocol's identity wants it. */
export const digest: Digest = async (text) => sha256(text);

const texts = new WeakMap<CommandContent, string>();

/** The text of a content that both sides hash; made once, since identity, size and commitment all ask for it. */
export const textOf = (content: CommandContent): string => {
  const known = texts.get(content);
  if (known !== undefined) return known;
  const { body } = content;
  // The row holds the body's text too.
  if (typeof body === 'object' && body !== null) canonicalTexts.set(body, canonicalJson(body));
  const text = contentText(content);
  texts.set(content, text);
  return text;
};

/** {@link contentHash} of the protocol, without waiting. */
export const hashOf = (content: CommandContent): string =>
  toBase64Url(sha256(textOf(content)).subarray(0, 8));

/** A line before it is chained: what its commitment covers. */
export type Uncommitted = Omit<StoredCommand, 'commitment'>;

/**
 * What the commitment covers as canonical JSON, in this order; a refusal's code and facts stand where a line has its head.
 * The content's text is the list of its members already.
 */
const saidBy = ({ content, actor, outcome, ...line }: Uncommitted): string => {
  const about =
    outcome.verdict === 'no'
      ? [outcome.code, outcome.params]
      : outcome.verdict === 'beda'
        ? outcome.head
        : null;
  const after = [[actor.id, actor.nama, actor.peran], line.receivedAt, outcome.verdict, about, line.envelope];
  return `[${canonicalJson(idOf(line))},${textOf(content)},${canonicalJson(after).slice(1)}`;
};

/** What the chain holds of a line. */
export const commitmentOf = (line: Uncommitted): Uint8Array => sha256(line.salt, saidBy(line));

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
