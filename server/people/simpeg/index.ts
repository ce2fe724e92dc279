export { BATAS as BATAS_SIMPEG, BerkasTakTerbaca, type TakTerbaca } from './batas.ts';
export { berkasKembali } from './berkas-kembali.ts';
export { KATA_TAK_TERBACA } from './kata-tak-terbaca.ts';
export { nomorPengganti } from './nomor.ts';
export { type Diperiksa, periksaTerpisah } from './periksa-terpisah.ts';
export { bukaZip, type Zip } from './zip.ts';
