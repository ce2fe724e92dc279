export * from './bandingkan.ts';
export { tingkat } from './hubungan.ts';
export * from './kolom.ts';
export * from './nilai.ts';
export type { Dikenal } from './orang.ts';
export * from './periksa.ts';
export * from './rencana.ts';
export * from './salah.ts';
export * from './sel.ts';
