import type { TestRandom } from '../support/random.ts';

/** Draws that are made from one seed. */
export type Dice = {
  /** A whole number in [0, n). */
  readonly below: (n: number) => number;
  readonly oneOf: <T>(choices: readonly T[]) => T;
  /** True once in `n`. */
  readonly onceIn: (n: number) => boolean;
  readonly bytes: (size: number) => Uint8Array;
};

export const diceOf = ({ number, bytes }: TestRandom): Dice => {
  const below = (n: number): number => Math.floor(number() * n);
  return {
    below,
    oneOf: (choices) => choices[below(choices.length)] as never,
    onceIn: (n) => below(n) === 0,
    bytes,
  };
};

/** Texts that have broken other services: code for browsers, shells, databases and spreadsheets; letters that lie. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u200b\u200b',
  '\u202eterbalik',
  '\ud800',
  '\ufffe\uffff',
  '\ufeffBOM',
  'e\u0301'.repeat(40),
  '👩‍🏫'.repeat(30),
  'ꦱꦏꦺꦴꦭꦲꦤ꧀',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '</textarea><svg/onload=alert(1)>',
  "' OR 1=1 --",
  '"; DROP TABLE records; --',
  '%_%',
  '=HYPERLINK("http://evil.invalid";"x")',
  '@SUM(1+1)*cmd|"/C calc"!A0',
  '+6281234',
  '-2+3',
  '../../../../etc/passwd',
  '..%2f..%2fkinerja.db',
  'file:///etc/passwd',
  '${7*7}{{7*7}}#{7*7}',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  '-0',
  '1e400',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '24:00',
  '\r\nSet-Cookie: a=b',
  '{"level":60}\n',
  'x'.repeat(5000),
];
const NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  1,
  1.5,
  1e-9,
  1e21,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  Number.MAX_VALUE,
];

const nested = (depth: number): unknown => {
  let value: unknown = 'dalam';
  for (let i = 0; i < depth; i += 1) value = i % 2 ? [value] : { a: value };
  return value;
};

const aValue = (dice: Dice): unknown => {
  switch (dice.below(8)) {
    case 0:
      return null;
    case 1:
      return dice.onceIn(2);
    case 2:
      return dice.oneOf(NUMBERS);
    case 3:
      return [];
    case 4:
      return {};
    case 5:
      return nested(dice.oneOf([2, 31, 32, 33, 200]));
    case 6:
      return Array.from({ length: dice.oneOf([1, 50, 400]) }, () => dice.oneOf(TEXTS));
    default:
      return dice.oneOf(TEXTS);
  }
};

type Tree = Record<string, unknown> | unknown[];
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

const places = (root: Tree): readonly { readonly at: Tree; readonly key: string }[] =>
  Object.entries(root).flatMap(([key, value]) => [
    { at: root, key },
    ...(isTree(value) ? places(value) : []),
  ]);

const put = (at: Tree, key: string, value: unknown): void => {
  Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
};

/** A text with another put in somewhere. */
export const changeText = (dice: Dice, text: string): string => {
  const at = dice.below(text.length + 1);
  return text.slice(0, at) + dice.oneOf(TEXTS) + text.slice(dice.onceIn(2) ? at : at + 1);
};

/** One to three changes somewhere in a value of JSON: kept in shape, so that they get past the first check. */
export const mutateJson = (dice: Dice, value: unknown): unknown => {
  const root = structuredClone({ value });
  // What was made wide once holds the same value many times: wide within wide would outgrow any text.
  let wide = false;
  for (let left = 1 + dice.below(3); left > 0; left -= 1) {
    const { at, key } = dice.oneOf(places(root));
    const now = (at as Record<string, unknown>)[key];
    switch (dice.below(6)) {
      case 0:
        if (at !== root) delete (at as Record<string, unknown>)[key];
        break;
      case 1:
        put(
          at,
          dice.oneOf(['__proto__', 'constructor', 'tambahan', 'owner', 'peran', 'state']),
          aValue(dice),
        );
        break;
      case 2:
        if (!wide && Array.isArray(now) && now.length > 0 && JSON.stringify(now).length < 20_000) {
          wide = true;
          put(
            at,
            key,
            Array.from({ length: dice.oneOf([2, 60, 600]) }, () => now[0]),
          );
        } else put(at, key, aValue(dice));
        break;
      case 3:
        put(at, key, typeof now === 'string' ? changeText(dice, now) : dice.oneOf(NUMBERS));
        break;
      default:
        put(at, key, aValue(dice));
    }
  }
  return root.value;
};

/** One to six changes in bytes: turned, cut, doubled, put in, exchanged. */
export const mutateBytes = (dice: Dice, original: Uint8Array): Uint8Array => {
  let bytes = Uint8Array.from(original);
  for (let left = 1 + dice.below(6); left > 0; left -= 1) {
    const at = dice.below(bytes.length + 1);
    const rest = bytes.subarray(at);
    switch (dice.below(5)) {
      case 0:
        bytes = bytes.subarray(0, at);
        break;
      case 1:
        bytes = Uint8Array.from([...bytes.subarray(0, at), ...dice.bytes(1 + dice.below(32)), ...rest]);
        break;
      case 2:
        bytes = Uint8Array.from([...bytes.subarray(0, at), ...rest.subarray(dice.below(64))]);
        break;
      case 3:
        bytes = Uint8Array.from([...bytes, ...rest.subarray(0, 2000)]);
        break;
      default:
        if (at < bytes.length) bytes[at] = dice.oneOf([0, 0x7f, 0x80, 0xff, dice.below(256)]);
    }
  }
  return bytes;
};

/** What a header may hold at all: anything else never leaves a client. */
export const isHeader = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** A part of an address that leads nowhere, or that tries to lead elsewhere. */
export const aPart = (dice: Dice): string =>
  dice.onceIn(2)
    ? encodeURIComponent(dice.oneOf(TEXTS).toWellFormed())
    : dice.oneOf(['%', '%00', '..', '.', '%2e%2e%2f', '//']);
