import { DaftarPola, type IsiPolaSekolah } from '../../shared/protocol/index.ts';
import { ask, jsonOf } from './ask.ts';
import type { Transport } from './transport.ts';

const alamat = (npsn: string, id = ''): string =>
  `/api/schools/${encodeURIComponent(npsn)}/patterns${id && `/${encodeURIComponent(id)}`}`;

/** Asks for what a school, or the instansi, shares. */
export const fetchPola = (transport: Transport, npsn: string) =>
  ask(transport, { method: 'GET', path: alamat(npsn) }, DaftarPola);

/** Shares one more. */
export const sendPola = (transport: Transport, npsn: string, isi: IsiPolaSekolah) =>
  ask(transport, { method: 'POST', path: alamat(npsn), ...jsonOf(isi) }, DaftarPola);

/** Changes one, or brings a retired one back. */
export const replacePola = (
  transport: Transport,
  npsn: string,
  { id, isi }: { readonly id: string; readonly isi: IsiPolaSekolah },
) => ask(transport, { method: 'PUT', path: alamat(npsn, id), ...jsonOf(isi) }, DaftarPola);

/** Retires one. */
export const retirePola = (transport: Transport, npsn: string, id: string) =>
  ask(transport, { method: 'DELETE', path: alamat(npsn, id) }, DaftarPola);
