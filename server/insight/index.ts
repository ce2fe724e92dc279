export { bingkai } from './bingkai.ts';
export { pratinjau } from './pratinjau.ts';
export { createRak, type Siap } from './rak.ts';
export { terbitkanYangJatuhTempo } from './terbit.ts';
