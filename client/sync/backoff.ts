const FIRST = 5_000;
const LEAST = 1_000;
const LONGEST = 15 * 60_000;

/**
 * Milliseconds until the next attempt: full jitter below a ceiling that doubles from 5 s to 15 min; where the server
 * asked for a wait (`floor`), never less, and not all phones at its end. `random` gives numbers in [0, 1). Give up never.
 */
export const nextDelay = (tries: number, random: () => number, floor = 0): number => {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** Math.min(20, Math.max(0, tries - 1)));
  const wait = LEAST + Math.round(random() * ceiling);
  return floor > 0 ? Math.max(wait, floor + Math.round(random() * FIRST)) : wait;
};
