import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CommandContent,
  CommandId,
  canonicalJson,
  commandId,
  contentHash,
  contentText,
  LIMITS,
  parseCommandId,
  toBase64Url,
} from '../../../shared/protocol/index.ts';
import { aCommand } from './builders.ts';

const digest = async (value: string): Promise<Uint8Array> =>
  new Uint8Array(createHash('sha256').update(value, 'utf8').digest());
const hash = (content: CommandContent): Promise<string> => contentHash(content, digest);

/** The same value with the members of every object in another order. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  );
};

describe('canonicalJson', () => {
  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => canonicalJson(shuffled(value)) === canonicalJson(value)),
    );
  });

  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('survives the way through JSON, so that both sides hash the same bytes', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => canonicalJson(JSON.parse(JSON.stringify(value))) === canonicalJson(value),
      ),
    );
  });

  it('drops undefined members and writes sorted keys without spaces', () => {
    expect(canonicalJson({ b: [1, undefined], a: { d: undefined, c: 'é' }, Z: null })).toBe(
      '{"Z":null,"a":{"c":"é"},"b":[1,null]}',
    );
  });

  it('sorts by code unit, also where letters differ in case or lie beyond the first plane', () => {
    expect(canonicalJson({ '\u{1F600}': 1, '\uFF21': 2, a: 3, B: 4 })).toBe(
      '{"B":4,"a":3,"\u{1F600}":1,"\uFF21":2}',
    );
  });
});

describe('contentHash', () => {
  it('is the same for the same content, whatever the order of its members', async () => {
    const command = aCommand();
    expect(await hash(shuffled(command) as CommandContent)).toBe(await hash(command));
  });

  it.each<[keyof CommandContent, Partial<CommandContent>]>([
    ['kind', { kind: 'entri.hapus' }],
    ['version', { version: 2 }],
    ['shard', { shard: 'sek:69593333' }],
    ['record', { record: null }],
    ['base', { base: null }],
    ['at', { at: 1_795_420_800_001 }],
    ['body', { body: {} }],
  ])('differs when %s differs', async (_member, part) => {
    expect(await hash(aCommand(part))).not.toBe(await hash(aCommand()));
  });

  it('differs for any two bodies that differ', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (a, b) => {
        fc.pre(canonicalJson(a) !== canonicalJson(b));
        return (await hash(aCommand({ body: a }))) !== (await hash(aCommand({ body: b })));
      }),
    );
  });

  it('takes the first 8 bytes of the SHA-256 of its text', async () => {
    const command = aCommand();
    expect(await hash(command)).toBe(
      createHash('sha256').update(contentText(command)).digest().subarray(0, 8).toString('base64url'),
    );
  });
});

describe('toBase64Url', () => {
  it('agrees with Node for any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        (bytes) => toBase64Url(bytes) === Buffer.from(bytes).toString('base64url'),
      ),
    );
  });
});

describe('command ids', () => {
  const parts = fc.record({
    device: fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/),
    number: fc.integer({ min: 1, max: LIMITS.deviceNumberMax }),
    hash: fc.stringMatching(/^[A-Za-z0-9_-]{11}$/),
  });

  it('come apart as they were put together', () => {
    fc.assert(
      fc.property(parts, ({ device, number, hash: letters }) => {
        const id = commandId(device, number, letters);
        expect(parseCommandId(id)).toEqual({ device, number, hash: letters });
        expect(CommandId.safeParse(id).success).toBe(true);
      }),
    );
  });

  it.each([
    '',
    'a.1',
    'a.1.short',
    'a.x.AAAAAAAAAAA',
    '.1.AAAAAAAAAAA',
    'a.1.AAAAAAAAAAA\n',
    'a.1.AAAAAAAAAAA.b',
    '../1.1.AAAAAAAAAAA',
    `${'a'.repeat(33)}.1.AAAAAAAAAAA`,
  ])('%j is none', (id) => {
    expect([parseCommandId(id), CommandId.safeParse(id).success]).toEqual([null, false]);
  });
});
