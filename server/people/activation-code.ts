const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 13;
/** x^5 + x^2 + 1: multiplication by its root runs through all symbols but 0. */
const FIELD = 0b100101;

/** Random bytes that {@link activationCode} takes: 65 bits of them are used. */
export const CODE_BYTES = 9;

const timesRoot = (value: number): number => {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ FIELD : doubled;
};

/** Sum over GF(32) with a weight of its own for each place: any one wrong symbol and any two swapped neighbours change it. */
const sum = (code: string): number =>
  [...code].reduce((value, letter) => timesRoot(value) ^ CROCKFORD.indexOf(letter), 0);

/** A code of an activation slip: 13 symbols of chance (65 bits, trust.md 4.2) and one that notices a slip of the pen. */
export const activationCode = (bytes: Uint8Array): string => {
  let bits = 0n;
  for (let i = 0; i < CODE_BYTES; i += 1) bits = bits * 256n + BigInt(bytes[i] ?? 0);
  let code = '';
  for (let i = 0; i < LETTERS; i += 1) code += CROCKFORD[Number((bits >> BigInt(5 * i)) & 31n)];
  return code + CROCKFORD[timesRoot(sum(code))];
};

/** As it is printed: `K7M2-9QWX-3TRF-P5`. */
export const printedCode = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-');

/** A whole code as somebody typed it: hyphens, spaces and small letters do not matter, nor O for 0, I and L for 1. Null for anything else. */
export const readActivationCode = (typed: string): string | null => {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === LETTERS + 1 && /^[0-9A-HJKMNP-TV-Z]+$/.test(code) && sum(code) === 0 ? code : null;
};
