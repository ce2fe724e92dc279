/** Kinds of commands that are people's own work and its answers, by what they begin with: no admin's business (trust.md R3). */
export const WORK = [
  'entri',
  'umpan',
  'pola',
  'skp',
  'matriks',
  'evaluasi',
  'keberatan',
  'penilaian',
  'praktik',
  'kendala',
  'dialog',
] as const;
