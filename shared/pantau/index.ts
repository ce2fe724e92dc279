export * from './jumlah.ts';
export * from './sekolah.ts';
