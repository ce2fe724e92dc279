export * from './bagian.ts';
export * from './beban.ts';
export * from './hitung.ts';
export * from './jatuh-tempo.ts';
export * from './jenis-kerja.ts';
export * from './kelompok.ts';
export * from './tabel.ts';
export * from './terbitan.ts';
