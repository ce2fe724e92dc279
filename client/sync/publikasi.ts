import { KeadaanPublikasi, type PilihanPublikasi } from '../../shared/protocol/index.ts';
import { ask, jsonOf } from './ask.ts';
import type { Transport } from './transport.ts';

const PATH = '/api/publication';

/** Asks what is public. */
export const fetchPublikasi = (transport: Transport) =>
  ask(transport, { method: 'GET', path: PATH }, KeadaanPublikasi);

/** Chooses what is. */
export const sendPublikasi = (transport: Transport, pilihan: PilihanPublikasi) =>
  ask(transport, { method: 'PUT', path: PATH, ...jsonOf(pilihan) }, KeadaanPublikasi);

/** Where the page is shown as it would be. */
export const alamatPratinjau = ({ instansi, tabel }: Pick<PilihanPublikasi, 'instansi' | 'tabel'>): string =>
  `${PATH}/preview?tables=${tabel.join()}&name=${encodeURIComponent(instansi)}`;
