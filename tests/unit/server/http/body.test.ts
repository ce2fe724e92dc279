import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readBytes, readJson } from '../../../../server/http/body.ts';
import { LIMITS } from '../../../../shared/protocol/index.ts';

const LIMIT = LIMITS.requestBytes;
const anything = z.unknown();
const Entri = z.strictObject({
  judul: z.string().check(z.maxLength(5, { error: 'teks_panjang' })),
  jumlah: z.optional(z.int()),
  daftar: z.optional(z.array(z.strictObject({ a: z.int() }))),
});

type Sent = { body: string | Uint8Array | ReadableStream; headers?: Record<string, string> };
const aRequest = ({ body, headers = {} }: Sent): Request =>
  new Request('http://kinerja.test/api/x', {
    method: 'POST',
    body: body as BodyInit,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
const read = (body: Sent['body'], headers: Record<string, string> = {}, compressed = false) =>
  readJson(aRequest({ body, headers }), { schema: anything, limit: LIMIT, compressed });
const codeOf = async (body: Sent['body'], headers?: Record<string, string>, compressed?: boolean) => {
  const result = await read(body, headers, compressed);
  return result.ok ? 'ok' : result.code;
};
/** A body that comes in pieces, as from a slow line. */
const inPieces = (pieces: readonly Uint8Array[]): ReadableStream =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const nested = (depth: number, open = '[', close = ']'): string => open.repeat(depth) + close.repeat(depth);
const manyKeys = (count: number): string =>
  `{${Array.from({ length: count }, (_, i) => `"k${i}":0`).join()}}`;

describe('the way of a body', () => {
  test.each([
    ['text/plain', '{}', 'jenis_isi'],
    ['application/x-www-form-urlencoded', 'a=1', 'jenis_isi'],
    ['application/json-patch+json', '{}', 'jenis_isi'],
    ['', '{}', 'jenis_isi'],
    ['application/json; charset=utf-8', '{}', 'ok'],
    ['Application/JSON', '{}', 'ok'],
  ])('content type %s is answered %s%.0s', async (type, body, code) => {
    expect(await codeOf(body, { 'content-type': type })).toBe(code);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'json_rusak'],
    ['a space', ' ', 'json_rusak'],
    ['a cut object', '{"a":1', 'json_rusak'],
    ['a cut string', '{"a":"b', 'json_rusak'],
    ['a string that ends in a backslash', '"\\', 'json_rusak'],
    ['two documents', '{}{}', 'json_rusak'],
    ['a trailing comma', '[1,]', 'json_rusak'],
    ['a comment', '{}//', 'json_rusak'],
    ['single quotes', "{'a':1}", 'json_rusak'],
    ['a bare key', '{a:1}', 'json_rusak'],
    ['NaN', 'NaN', 'json_rusak'],
    ['Infinity', '[Infinity]', 'json_rusak'],
    ['a hex number', '[0x10]', 'json_rusak'],
    ['a leading zero', '[01]', 'json_rusak'],
    ['a raw line end in a string', '"a\nb"', 'json_rusak'],
    ['a raw NUL in a string', '"a\0b"', 'json_rusak'],
    ['a closing bracket too many', '[]]', 'json_rusak'],
    ['brackets that cross', '[{]}', 'json_rusak'],
    ['an unknown escape in a key', '{"\\x":1,"a":2}', 'json_rusak'],
    ['a byte order mark', '\ufeff{}', 'json_rusak'],
    ['UTF-16', Buffer.from('{"a":1}', 'utf16le'), 'json_rusak'],
    ['a lone continuation byte', Uint8Array.of(0x22, 0x80, 0x22), 'utf8_rusak'],
    ['an overlong slash', Uint8Array.of(0x22, 0xc0, 0xaf, 0x22), 'utf8_rusak'],
    ['an encoded surrogate', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'utf8_rusak'],
    ['a cut emoji', utf8('"👩"').subarray(0, 4), 'utf8_rusak'],
    ['Latin-1', Uint8Array.of(0x22, 0xe9, 0x22), 'utf8_rusak'],
    ['depth 32', nested(32), 'ok'],
    ['depth 33', nested(33), 'json_dalam'],
    ['depth 33 of objects', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, 'json_dalam'],
    ['depth 120,000', nested(120_000), 'json_dalam'],
    ['depth 200,000 that never closes', '['.repeat(200_000), 'json_dalam'],
    ['brackets that are text', `"${'['.repeat(1000)}"`, 'ok'],
    ['as many keys as are allowed', manyKeys(LIMITS.jsonKeys), 'ok'],
    ['one key more', manyKeys(LIMITS.jsonKeys + 1), 'json_dalam'],
    ['a key twice', '{"a":1,"b":2,"a":3}', 'kunci_ganda'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}', 'kunci_ganda'],
    ['a key twice with spaces before the colon', '{"a" \n\t:1,"a"\r:2}', 'kunci_ganda'],
    ['an inner key twice', '[{"x":{"a":1,"a":1}}]', 'kunci_ganda'],
    ['__proto__ twice', '{"__proto__":1,"__proto__":2}', 'kunci_ganda'],
    ['one key in two objects', '[{"a":1},{"a":2}]', 'ok'],
    ['one key outside and inside', '{"a":{"a":1}}', 'ok'],
    ['a value that equals a key', '{"a":"a","b":["a","a"]}', 'ok'],
    ['keys that toString and hasOwnProperty are', '{"toString":1,"hasOwnProperty":2}', 'ok'],
    ['null', 'null', 'ok'],
    ['a lone surrogate as an escape', '"\\ud800"', 'ok'],
    ['a great number', '1e400', 'ok'],
  ])('%s', async (_, body, code) => {
    expect(await codeOf(body)).toBe(code);
  });

  test('__proto__ as a key is refused by a strict schema and changes nothing', async () => {
    const request = aRequest({ body: '{"judul":"a","__proto__":{"admin":true}}' });
    const result = await readJson(request, { schema: Entri, limit: LIMIT });
    expect(result).toMatchObject({ ok: false, code: 'isi_salah' });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('faults of the schema come as pointer and code, unknown members by their name', async () => {
    const body =
      '{"judul":"panjang","jumlah":1.5,"daftar":[{"a":1},{"a":1,"c/d~e":2,"f":3}],"pemilik":"p_lain"}';
    const result = await readJson(aRequest({ body }), { schema: Entri, limit: LIMIT });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/judul', code: 'teks_panjang' },
        { pointer: '/jumlah', code: 'invalid_type' },
        { pointer: '/daftar/1/c~1d~0e', code: 'unrecognized_keys' },
        { pointer: '/daftar/1/f', code: 'unrecognized_keys' },
        { pointer: '/pemilik', code: 'unrecognized_keys' },
      ]),
    );
  });

  test('T30: of 9,000 faults at most 20 are listed, however long their names', async () => {
    const items = Array.from({ length: 4500 }, () => '{"a":"x"}').join();
    const keys = Array.from({ length: 4500 }, (_, i) => `"${'k'.repeat(i < 2 ? 5000 : 5)}${i}":1`).join();
    for (const body of [`{"judul":"a","daftar":[${items}]}`, `{"judul":"a",${keys}}`]) {
      const result = await readJson(aRequest({ body }), { schema: Entri, limit: LIMIT });
      expect(result.ok || result.errors?.length).toBe(20);
      expect(JSON.stringify(result).length).toBeLessThan(6000);
    }
  });
});

describe('length', () => {
  test('the limit itself passes, a byte more does not, announced or not', async () => {
    const body = (size: number): string => `"${'a'.repeat(size - 2)}"`;
    expect(await codeOf(body(LIMIT))).toBe('ok');
    expect(await codeOf(body(LIMIT + 1))).toBe('terlalu_besar');
    expect(await codeOf(inPieces([utf8(body(LIMIT + 1))]))).toBe('terlalu_besar');
    expect(await read(body(LIMIT + 1))).toMatchObject({ params: { batas: LIMIT } });
  });

  test('a body that announces too much is not read at all', async () => {
    let isRead = false;
    const body = new ReadableStream(
      {
        pull: (controller) => {
          isRead = true;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    expect(await codeOf(body, { 'content-length': String(LIMIT + 1) })).toBe('terlalu_besar');
    expect(isRead).toBe(false);
  });

  test('a body without end is left after the limit', async () => {
    let given = 0;
    let isLeft = false;
    const endless = new ReadableStream({
      pull: (controller) => {
        given += 1024;
        controller.enqueue(new Uint8Array(1024));
      },
      cancel: () => {
        isLeft = true;
      },
    });
    expect(await codeOf(endless)).toBe('terlalu_besar');
    expect(isLeft).toBe(true);
    expect(given).toBeLessThan(LIMIT + 16 * 1024);
  });

  test('a phone that hangs up ends as an aborted request, not as a fault of the server', async () => {
    const cut = new ReadableStream({
      start: (controller) => {
        controller.enqueue(utf8('{"a":'));
        controller.error(new Error('Client connection prematurely closed.'));
      },
    });
    await expect(read(cut)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('content encoding', () => {
  const text = JSON.stringify({ uraian: 'Mengajar '.repeat(40) });
  const packed = { deflate: deflateSync(text), gzip: gzipSync(text) };

  test.each(['deflate', 'gzip'] as const)(
    '%s is understood where the route allows it, and its bytes are those before it',
    async (name) => {
      const result = await read(packed[name], { 'content-encoding': name }, true);
      expect(result.ok && Buffer.from(result.bytes).toString()).toBe(text);
      expect(await codeOf(packed[name], { 'content-encoding': name }, false)).toBe('sandian_isi');
    },
  );

  test.each<[string, string, Uint8Array]>([
    ['br', 'br', packed.gzip],
    ['a list', 'gzip, gzip', gzipSync(packed.gzip)],
    ['a wrong label', 'deflate', packed.gzip],
    ['a label on plain text', 'gzip', utf8(text)],
    ['a cut stream', 'deflate', packed.deflate.subarray(0, 30)],
    [
      'a broken checksum',
      'gzip',
      Uint8Array.from(packed.gzip, (byte, i) => (i === packed.gzip.length - 6 ? byte ^ 1 : byte)),
    ],
    ['nothing', 'deflate', new Uint8Array()],
  ])('%s is refused', async (_, encoding, body) => {
    expect(await codeOf(body, { 'content-encoding': encoding }, true)).toBe('sandian_isi');
  });

  test('a bomb of 1,000 to 1 is refused before it is blown up', async () => {
    const bomb = gzipSync(`"${'0'.repeat(50 * 1024 * 1024)}"`);
    expect(bomb.length).toBeLessThan(LIMIT);
    expect(await codeOf(bomb, { 'content-encoding': 'gzip' }, true)).toBe('terlalu_besar');
  });

  test('more than forty to one is a bomb even below the limit; a small body may be as even as it likes', async () => {
    const even = (size: number): Uint8Array => deflateSync(`"${'a'.repeat(size)}"`);
    expect(await codeOf(even(200 * 1024), { 'content-encoding': 'deflate' }, true)).toBe('terlalu_besar');
    expect(await codeOf(even(60 * 1024), { 'content-encoding': 'deflate' }, true)).toBe('ok');
  });
});

describe('laws', () => {
  const cut = (bytes: Uint8Array, places: readonly number[]): Uint8Array[] => {
    const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
    return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
  };

  test('any JSON in any pieces comes out as JSON.parse has it, with the very bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 6 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        async (value, places) => {
          const bytes = utf8(JSON.stringify(value));
          const result = await read(inPieces(cut(bytes, places)));
          expect(result).toEqual({
            ok: true,
            value: JSON.parse(JSON.stringify(value)),
            bytes: Buffer.from(bytes),
          });
        },
      ),
    );
  });

  test('whatever the bytes, there is an answer: what JSON.parse reads, or a refusal, never an exception', async () => {
    const almost = fc
      .tuple(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom(...'{}[]",:\\u0e-1 ', '\0', '\ud800', '"a":1,'),
      )
      .map(([text, at, extra]) =>
        utf8(text.slice(0, at % (text.length + 1)) + extra + text.slice((at + 1) % (text.length + 1))),
      );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 60 }), almost), async (bytes) => {
        const result = await read(bytes);
        const text = new TextDecoder().decode(bytes);
        if (result.ok) expect(result.value).toEqual(JSON.parse(text));
        else if (result.code === 'json_rusak') expect(() => JSON.parse(text)).toThrow();
        else expect(['utf8_rusak', 'json_dalam', 'kunci_ganda']).toContain(result.code);
      }),
      { numRuns: 500 },
    );
  });

  test('a key twice in one object is found however it is spelled', async () => {
    const spelled = (key: string, escapes: readonly boolean[]): string =>
      `"${Array.from({ length: key.length }, (_, i) => {
        const unit = key.charCodeAt(i);
        const must = unit < 0x20 || unit === 0x22 || unit === 0x5c || (unit >= 0xd800 && unit <= 0xdfff);
        return must || escapes[i % escapes.length]
          ? `\\u${unit.toString(16).padStart(4, '0')}`
          : key.charAt(i);
      }).join('')}"`;
    const flags = fc.array(fc.boolean(), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 8 }), flags, flags, async (key, one, other) => {
        expect(await codeOf(`{${spelled(key, one)}:1,${spelled(key, other)}:2}`)).toBe('kunci_ganda');
      }),
    );
  });

  test('no more than the limit is ever given out, however the body is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 40 }),
        fc.array(fc.nat(), { maxLength: 4 }),
        fc.nat(40),
        async (bytes, places, limit) => {
          const found = await readBytes(aRequest({ body: inPieces(cut(bytes, places)) }), limit);
          expect(found && [...found]).toEqual(bytes.length > limit ? null : [...bytes]);
        },
      ),
    );
  });
});
