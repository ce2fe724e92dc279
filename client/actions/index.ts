export type { Done } from './act.ts';
export * from './dialog.ts';
export * from './draf.ts';
export * from './entri.ts';
export * from './evaluasi.ts';
export * from './foto.ts';
export * from './jadwal.ts';
export type { Acting, LocalRefusal } from './journal.ts';
export * from './kendala.ts';
export * from './kendala-tanggap.ts';
export * from './perbaiki.ts';
export { periksaBanyak } from './periksa-banyak.ts';
export * from './pola.ts';
export * from './portofolio.ts';
export * from './praktik.ts';
export * from './putusan.ts';
export * from './sekolah.ts';
export * from './skp.ts';
export type { BerkasTitipan, Diterima } from './titip.ts';
export * from './umpan.ts';
export * from './usulan.ts';

/** Has what seals and opens carried files at hand: it is in no precache, and must be there without a network. */
export const siapkanTitipan = (): Promise<unknown> => import('./titip.ts');

/** See `titip-segel.ts`, which comes with the same chunk. */
export const segelPulih: typeof import('./titip-segel.ts').segelPulih = async (...args) =>
  (await import('./titip-segel.ts')).segelPulih(...args);

/** See `hilang.ts`, which is loaded only where a phone is not let in. */
export const periksaHilang: typeof import('./hilang.ts').periksaHilang = async (...args) =>
  (await import('./hilang.ts')).periksaHilang(...args);
/** See `hilang.ts`. */
export const periksaSemua: typeof import('./hilang.ts').periksaSemua = async (...args) =>
  (await import('./hilang.ts')).periksaSemua(...args);

/** Titip kirim: see `titip.ts`, which is loaded only when somebody needs it. */
export const buatTitipan: typeof import('./titip.ts').buatTitipan = async (...args) =>
  (await import('./titip.ts')).buatTitipan(...args);
/** See `titip-bagi.ts`, which comes with the same chunk. */
export const muatanTitipan: typeof import('./titip-bagi.ts').muatanTitipan = async (...args) =>
  (await import('./titip-bagi.ts')).muatanTitipan(...args);
/** See `titip.ts`. */
export const titipanPergi: typeof import('./titip.ts').titipanPergi = async (...args) =>
  (await import('./titip.ts')).titipanPergi(...args);
/** See `titip.ts`. */
export const terimaBerkas: typeof import('./titip.ts').terimaBerkas = async (...args) =>
  (await import('./titip.ts')).terimaBerkas(...args);
/** See `titip.ts`. */
export const buangTitipan: typeof import('./titip.ts').buangTitipan = async (...args) =>
  (await import('./titip.ts')).buangTitipan(...args);

/** Has what makes the rescue file at hand: it is in no precache, and must be there without a network. */
export const siapkanCadangan = (): Promise<unknown> => import('./cadangan.ts');
/** The rescue file: see `cadangan.ts`, which is loaded only when somebody needs it. */
export const exportQueue: typeof import('./cadangan.ts').exportQueue = async (source) =>
  (await import('./cadangan.ts')).exportQueue(source);

/** One's own data as a file, and ZIPs that grow; loaded only when somebody needs them. */
export const bukaDataSaya = (): Promise<typeof import('./data-saya.ts')> => import('./data-saya.ts');

/** See `ekspor.ts`, which is loaded only when somebody needs it. */
export const buatXlsx = async (...args: Parameters<typeof import('./ekspor.ts').buatXlsx>): Promise<Blob> =>
  (await import('./ekspor.ts')).buatXlsx(...args);
