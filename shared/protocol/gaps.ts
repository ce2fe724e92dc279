/** Runs `[from, to]` of whole numbers after `after` and up to `last` that are not in `here`, which is sorted. */
export const gapsBetween = (after: number, last: number, here: readonly number[]): [number, number][] => {
  const gaps: [number, number][] = [];
  let from = after + 1;
  for (const n of [...here.filter((one) => one > after && one <= last), last + 1]) {
    if (n > from) gaps.push([from, n - 1]);
    from = n + 1;
  }
  return gaps;
};
