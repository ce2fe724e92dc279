export * from './jumlah.ts';
export * from './rincian.ts';
export * from './sekolah.ts';
