/** A clock that stands still until it is told to move. */
export type TestClock = { readonly now: () => number; readonly forward: (ms: number) => void };

/** Monday 23 November 2026, 11.00 in Jakarta. */
export const MONDAY_MORNING = Date.UTC(2026, 10, 23, 4, 0, 0);

export const aClock = (start = MONDAY_MORNING): TestClock => {
  let time = start;
  return {
    now: () => time,
    forward: (ms) => {
      time += ms;
    },
  };
};
