const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Receipt code `7K2-M9Q` of a ledger line: the first 30 bits of its chain hash, in letters that people can read out. */
export const receiptCode = (chainHash: Uint8Array): string => {
  let bits = 0;
  for (let i = 0; i < 4; i += 1) bits = bits * 256 + (chainHash[i] ?? 0);
  let code = '';
  for (let k = 0; k < 6; k += 1) code += CROCKFORD[Math.floor(bits / 2 ** (27 - 5 * k)) % 32];
  return `${code.slice(0, 3)}-${code.slice(3)}`;
};
