export { bukaPercetakan, type Percetakan } from './percetakan.ts';
export { type Diperiksa, periksaKode } from './periksa.ts';
export { berkopTerbit, cariDokumen, fotoUntuk, mintaDari, terbitkan } from './terbit.ts';
