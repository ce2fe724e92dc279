import { hash } from 'node:crypto';
import type { Actor } from '../../shared/commands/index.ts';
import {
  type CommandContent,
  canonicalJson,
  canonicalTexts,
  commandId,
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

/** Room for what is hashed: copied there and hashed at once, so that one line does not cost four buffers. */
let room = Buffer.allocUnsafe(64 * 1024);

const together = (parts: readonly (string | Uint8Array)[]): Uint8Array => {
  let most = 0;
  for (const part of parts) most += part.length * (typeof part === 'string' ? 3 : 1);
  if (most > room.length) room = Buffer.allocUnsafe(most * 2);
  let end = 0;
  for (const part of parts)
    if (typeof part === 'string') end += room.write(part, end);
    else {
      room.set(part, end);
      end += part.length;
    }
  return room.subarray(0, end);
};

/**
 * SHA-256 of the parts one after the other. In one call: a hash that is fed in parts costs twice as much as the hashing of a line. It comes as a string of a letter a
 * byte: a buffer of its own, which the engine has to keep books on, costs as much as the hashing.
 */
export const sha256 = (...parts: readonly (string | Uint8Array)[]): Uint8Array => {
  const [first = ''] = parts;
  const letters = hash('sha256', parts.length === 1 ? first : together(parts), 'binary');
  const { buffer, byteOffset, length } = Buffer.from(letters, 'latin1');
  return new Uint8Array(buffer, byteOffset, length);
};

/** SHA-256 as the protocol's identity wants it. */
export const digest: Digest = async (text) => sha256(text);

const texts = new WeakMap<CommandContent, string>();

/** The text of a content that both sides hash ({@link contentText}); made once, since identity, size and commitment all ask for it. */
export const textOf = (content: CommandContent): string => {
  const known = texts.get(content);
  if (known !== undefined) return known;
  const { kind, version, shard, record, base, at, body } = content;
  const bodyText = canonicalJson(body);
  // The row holds the body's text too.
  if (typeof body === 'object' && body !== null) canonicalTexts.set(body, bodyText);
  const [kindText, shardText] = [JSON.stringify(kind), JSON.stringify(shard)];
  const text = `[${kindText},${version},${shardText},${quoted(record)},${quoted(base)},${at},${bodyText}]`;
  texts.set(content, text);
  return text;
};

const quoted = (id: string | null): string => (id === null ? 'null' : JSON.stringify(id));

const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const members = one as Readonly<Record<string, unknown>>;
  const others = other as Readonly<Record<string, unknown>>;
  const keys = Object.keys(members);
  if (keys.length !== Object.keys(others).length) return false;
  return keys.every((key) => members[key] !== undefined && isSame(members[key], others[key]));
};

/** What a schema has made of a body mostly says the same as it: then its text is the body's, which is at hand. */
export const keepTextOf = (body: unknown, content: object | null): void => {
  const text = typeof body === 'object' && body !== null ? canonicalTexts.get(body) : undefined;
  if (content !== null && text !== undefined && isSame(body, content)) canonicalTexts.set(content, text);
};

/** {@link contentHash} of the protocol, without waiting. */
export const hashOf = (content: CommandContent): string =>
  Buffer.from(hash('sha256', textOf(content), 'binary').slice(0, 8), 'latin1').toString('base64url');

/** A line before it is chained: what its commitment covers. */
export type Uncommitted = Omit<StoredCommand, 'commitment'>;

const speakers = new WeakMap<Actor, string>();
/** One person says all commands of a request. */
const speakerText = (actor: Actor): string => {
  const known = speakers.get(actor) ?? canonicalJson([actor.id, actor.nama, actor.peran]);
  speakers.set(actor, known);
  return known;
};

/**
 * What the commitment covers as canonical JSON, in this order; a refusal's code and facts stand where a line has its head.
 * The content's text is the list of its members already.
 */
const saidBy = (line: Uncommitted): string => {
  const { content, actor, outcome } = line;
  const about =
    outcome.verdict === 'no'
      ? [outcome.code, outcome.params]
      : outcome.verdict === 'beda'
        ? outcome.head
        : null;
  const after = canonicalJson([line.receivedAt, outcome.verdict, about, line.envelope]);
  return `[${JSON.stringify(idOf(line))},${textOf(content)},${speakerText(actor)},${after.slice(1)}`;
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
