import * as z from 'zod/mini';

/** SHA-256 of a text's UTF-8 bytes, given by the caller: WebCrypto on the phone, node:crypto on the server. */
export type Digest = (text: string) => Promise<Uint8Array>;

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes as base64url without padding (RFC 4648 section 5). */
export const toBase64Url = (bytes: Uint8Array): string => {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i] ?? 0, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0];
    const group = (a << 16) | (b << 8) | c;
    const letters = Math.min(4, Math.ceil(((bytes.length - i) * 8) / 6));
    for (let k = 0; k < letters; k += 1) out += BASE64URL[(group >> (18 - 6 * k)) & 63];
  }
  return out;
};

/** Bytes of base64url without padding; letters that are none count as zero. */
export const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let [group, bits, at] = [0, 0, 0];
  for (const letter of text) {
    group = ((group << 6) | Math.max(0, BASE64URL.indexOf(letter))) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (group >> bits) & 255;
    at += 1;
  }
  return bytes;
};

const quoted = new Map<string, string>();
/** Names of members are a few hundred, and each is written a million times. */
const quote = (key: string): string => {
  const known = quoted.get(key);
  if (known !== undefined) return known;
  const made = JSON.stringify(key);
  if (quoted.size < 1000) quoted.set(key, made);
  return made;
};

/** Canonical text of objects that were just made from it or for it, and that nobody changes: the server asks for it often. */
export const canonicalTexts = new WeakMap<object, string>();

/** JSON with sorted keys and no spaces, so that both sides hash the same bytes. Drops `undefined` members. */
export const canonicalJson = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const known = canonicalTexts.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  // Every command is written so several times on its way: no list of lists is made for it.
  let out = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member !== undefined) out += `${out === '' ? '' : ','}${quote(key)}:${canonicalJson(member)}`;
  }
  return `{${out}}`;
};

/** What a command says, without who numbered it: the part that its identity hashes. */
export type CommandContent = {
  readonly kind: string;
  readonly version: number;
  readonly shard: string;
  /** Id of the record; null where the command creates one, which then takes the command's own id. */
  readonly record: string | null;
  /** Id of the command that made the version this one was made on; null for a creation. */
  readonly base: string | null;
  /** Device's clock when the person acted, epoch ms: evidence, never a rule. */
  readonly at: number;
  readonly body: unknown;
};

/** The exact text that both sides hash for a command. */
export const contentText = ({ kind, version, shard, record, base, at, body }: CommandContent): string =>
  canonicalJson([kind, version, shard, record, base, at, body]);

/** First 8 bytes of the content's SHA-256 as 11 letters: detection of a reused number, not forgery protection. */
export const contentHash = async (content: CommandContent, digest: Digest): Promise<string> =>
  toBase64Url((await digest(contentText(content))).subarray(0, 8));

/** A command's name: `(device, number, hash of content)`. Nothing random, so a repeat is free of effect. */
export const commandId = (device: string, number: number, hash: string): string =>
  `${device}.${number}.${hash}`;

/** Splits a command id; null where the text is none. */
export const parseCommandId = (id: string): { device: string; number: number; hash: string } | null => {
  const match = /^([A-Za-z0-9_-]{1,32})\.(\d{1,15})\.([A-Za-z0-9_-]{11})$/.exec(id);
  return match ? { device: match[1] ?? '', number: Number(match[2]), hash: match[3] ?? '' } : null;
};

/** A command's or record's id on the wire. */
export const CommandId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}\.\d{1,15}\.[A-Za-z0-9_-]{11}$/));
