/*
 * Masa simpan: how long what is beside the ledger is kept once it has served its purpose (UU 27/2022 pasal 16 ayat 2 huruf g,
 * pasal 43). The one place that says so; docs/privasi.md tells people of it, and a test compares the two.
 *
 * What is not here is kept: the ledger, its records and the photos of work are the archive of somebody's performance, and how
 * long that lasts is the instansi's to set by its retention schedule (UU 43/2009).
 */

/** Days, counted from the moment that stands beside each. */
export const MASA_SIMPAN = {
  /** Since it ended. */
  sesi: 0,
  /** Since the last failed try: counters by which guessing is slowed. */
  percobaan: 1,
  /** Since somebody last signed in there: the longest that a session lasts. */
  peramban: 180,
  /** Since it could no longer be used. */
  slip: 90,
  /** Since the phone was cut off. */
  pengingat: 0,
  /** Since the phone last said how much waits on it: so long it may still come and be taken in. */
  antrean: 730,
  /** Since the week in which she was counted: that week, never what she reported. */
  lapor: 60,
  /** Since the look: who opened whose record. */
  lihat: 730,
  /** Since the usulan was refused or taken back: photos handed in as evidence. */
  fotoUsulan: 30,
  /** Since the last piece of it came. */
  fotoTerputus: 30,
  /** Since the file was uploaded: rows of a personnel file that are to be mended. */
  barisSalah: 7,
} as const satisfies Readonly<Record<string, number>>;

/** What has a term. */
export type Berumur = keyof typeof MASA_SIMPAN;

/** The moment (epoch ms) before which what is of this kind has outlived its term. */
export const batasSimpan = (apa: Berumur, now: number): number => now - MASA_SIMPAN[apa] * 86_400_000;
