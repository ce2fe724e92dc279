const ANGKA_NOL = 48 * 11;

/** Minutes after midnight of `HH:MM`; by char code, since guesses ask it thousands of times. */
export const menit = (jam: string): number =>
  (jam.charCodeAt(0) * 10 + jam.charCodeAt(1) - ANGKA_NOL) * 60 +
  jam.charCodeAt(3) * 10 +
  jam.charCodeAt(4) -
  ANGKA_NOL;

/** `HH:MM` of minutes after midnight, held within 00:00 to 23:59. */
export const jamDari = (menitKe: number): string => {
  const held = Math.max(0, Math.min(23 * 60 + 59, Math.round(menitKe)));
  return `${String(Math.floor(held / 60)).padStart(2, '0')}:${String(held % 60).padStart(2, '0')}`;
};

/** A stretch of one day, `HH:MM` to `HH:MM`. */
export type Rentang = { readonly mulai: string; readonly selesai: string };

/** Length in minutes; negative where the end lies before the start. */
export const lama = (rentang: Rentang): number => menit(rentang.selesai) - menit(rentang.mulai);

/** True where two stretches share at least a minute; touching ends do not count. */
export const bertumpuk = (a: Rentang, b: Rentang): boolean => a.mulai < b.selesai && b.mulai < a.selesai;

const HARI_PENUH = 24 * 60 - 1;

/** The stretches of a day that nothing in `terisi` touches, in order, as minutes after midnight. */
const celah = (terisi: readonly Rentang[]): { dari: number; sampai: number }[] => {
  const gaps: { dari: number; sampai: number }[] = [];
  let free = 0;
  for (const slot of [...terisi].sort((a, b) => menit(a.mulai) - menit(b.mulai))) {
    if (menit(slot.mulai) > free) gaps.push({ dari: free, sampai: menit(slot.mulai) });
    free = Math.max(free, menit(slot.selesai));
  }
  return free < HARI_PENUH ? [...gaps, { dari: free, sampai: HARI_PENUH }] : gaps;
};

/**
 * The wanted stretch, moved to the next free time of its day and kept as long as the room there allows; to the last
 * free time before it where none follows. Unchanged where the whole day is taken.
 */
export const slotBebas = (ingin: Rentang, terisi: readonly Rentang[]): Rentang => {
  const [dari, panjang] = [menit(ingin.mulai), Math.max(1, lama(ingin))];
  const gaps = celah(terisi).map((gap) => ({ ...gap, mulai: Math.max(gap.dari, dari) }));
  const roomy =
    gaps.find((gap) => gap.mulai + panjang <= gap.sampai) ?? gaps.find((gap) => gap.mulai < gap.sampai);
  if (roomy)
    return { mulai: jamDari(roomy.mulai), selesai: jamDari(Math.min(roomy.mulai + panjang, roomy.sampai)) };
  const before = gaps.at(-1);
  return before
    ? { mulai: jamDari(Math.max(before.dari, before.sampai - panjang)), selesai: jamDari(before.sampai) }
    : { mulai: ingin.mulai, selesai: ingin.selesai };
};
