/** Randomness that can be played again: the same seed gives the same numbers and bytes. */
export type TestRandom = { readonly number: () => number; readonly bytes: (size: number) => Uint8Array };

/** mulberry32. */
export const aRandom = (seed = 1): TestRandom => {
  let state = seed >>> 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { number, bytes: (size) => Uint8Array.from({ length: size }, () => Math.floor(number() * 256)) };
};
