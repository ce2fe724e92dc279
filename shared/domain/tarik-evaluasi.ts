import type { EvaluasiState } from '../records/evaluasi.ts';

/**
 * True where nobody but its author has moved an evaluation since it was handed in: then it may be taken back. One that the
 * penilai has opened again is his to finish: an answer was given, and it may be the one that was objected to.
 */
export const dapatDitarik = ({ tahap, oleh }: Pick<EvaluasiState, 'tahap' | 'oleh'>): boolean =>
  tahap === 'DIAJUKAN' && oleh === undefined;
