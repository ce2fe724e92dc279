export { catatAntrean } from './antrean.ts';
export { bingkai } from './bingkai.ts';
export { createKeadaan, isSiap } from './keadaan.ts';
export { bacaMetrik, createHitungan, type Hitungan, teksMetrik } from './metrik.ts';
export { pratinjau } from './pratinjau.ts';
export { createRak, type Siap } from './rak.ts';
export { halamanStatus } from './status.ts';
export { terbitkanYangJatuhTempo } from './terbit.ts';
