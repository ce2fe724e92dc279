import type { Satker } from '../records/satker.ts';

/** True where the instansi allows portfolios at a school and the school has not closed them. */
export const portofolioBoleh = (satker: Pick<Satker, 'portofolio'> | null): boolean =>
  satker?.portofolio?.instansi === true && satker.portofolio.sekolah;
