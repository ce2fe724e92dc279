/*
 * The app lock: what a PIN may be, and what wrong ones cost. A PIN keeps out a person who holds the phone; what it is
 * worth against somebody who copies the storage stands in docs/decisions/0012.
 */

/** Fewest digits of a PIN: NIST SP 800-63B-4, 3.2.10, asks six of an activation secret. */
export const PIN_MIN = 6;
/** Wrong PINs after which only the password helps (NIST SP 800-63B-4: at most ten). */
export const PIN_HABIS = 10;

/** Why a PIN is not taken; null where it is. */
export type CacatPin = 'pendek' | 'bukan_angka' | 'mudah' | null;

const isRun = (pin: string, step: number): boolean =>
  [...pin].every((digit, i) => i === 0 || (Number(digit) - Number(pin[i - 1]) - step) % 10 === 0);

/** A PIN of six digits or more that is neither one digit throughout nor a run of neighbours, up or down. */
export const cacatPin = (pin: string): CacatPin => {
  if (!/^\d*$/.test(pin)) return 'bukan_angka';
  if (pin.length < PIN_MIN) return 'pendek';
  return [0, 1, -1].some((step) => isRun(pin, step)) ? 'mudah' : null;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** After the third, fourth … wrong PIN; after the ninth as after the eighth. */
const JEDA = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  60 * MINUTE,
  60 * MINUTE,
] as const;
const BEBAS = 3;

/** How long the next try has to wait after `salah` wrong PINs in a row, ms. Nothing is ever erased for them. */
export const jedaPin = (salah: number): number =>
  salah < BEBAS ? 0 : (JEDA[Math.min(salah - BEBAS, JEDA.length - 1)] ?? 0);

/** A wait of the lock, by the phone's clock, epoch ms. */
export type TungguPin = { readonly sejak: number; readonly sampai: number } | null;

/**
 * How much of a wait is left, ms. A clock that was set back does not lengthen it beyond its own length, and one set
 * forward ends it: a phone's clock is its owner's, and the count of tries is what holds.
 */
export const sisaTunggu = (tunggu: TungguPin, now: number): number =>
  tunggu ? Math.max(0, Math.min(tunggu.sampai - now, tunggu.sampai - tunggu.sejak)) : 0;
