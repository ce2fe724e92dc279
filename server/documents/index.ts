export { bukaPercetakan, type Percetakan } from './percetakan.ts';
export { type Diperiksa, periksaKode } from './periksa.ts';
export { cariDokumen, fotoUntuk, mintaDari, terbitanLama, terbitkan } from './terbit.ts';
