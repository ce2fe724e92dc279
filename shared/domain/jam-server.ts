/** A clock this far from the service's (ms) is taken as it is: sync.md warns above it. */
export const JAM_WAJAR = 10 * 60_000;

/** What a phone knows of the service's clock: server minus phone at the last answer (ms), and when that was by the phone. */
export type JamServer = { readonly skew: number; readonly lastOk: number | null };

/**
 * The service's time (epoch ms) while the phone's clock shows `hp`. It bounds what day it is, and never what arrives: nothing
 * is refused for a clock (I12). A clock that has been set since the last answer shows itself where it went back behind that
 * answer, or on by at least all that it was behind; then it is believed, though never to be earlier than that answer.
 */
export const saatServer = (hp: number, { skew, lastOk }: JamServer): number => {
  if (lastOk === null || Math.abs(skew) <= JAM_WAJAR) return hp;
  const jalan = hp - lastOk;
  const disetel = jalan < -JAM_WAJAR || (skew > 0 && jalan >= skew - JAM_WAJAR);
  return Math.max(disetel ? hp : hp + skew, lastOk + skew);
};
