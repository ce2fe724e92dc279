export * from './akumulasi.ts';
export * from './bahan.ts';
export * from './dokumen.ts';
export * from './lembar.ts';
export * from './progres.ts';
export * from './rekap.ts';
export * from './skp.ts';
