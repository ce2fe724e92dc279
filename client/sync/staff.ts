import * as z from 'zod/mini';
import {
  DaftarUnit,
  HalamanPegawai,
  KeadaanOrganisasi,
  type SaringanPegawai,
  SatuPegawai,
  type TambahPegawai,
  type TindakanPegawai,
} from '../../shared/protocol/index.ts';
import { ask, jsonOf } from './ask.ts';
import type { Transport } from './transport.ts';

const post = <T>(transport: Transport, path: string, body: unknown, schema: z.ZodMiniType<T>) =>
  ask(transport, { method: 'POST', path, ...jsonOf(body) }, schema);

/** Which page of which people. */
export type PegawaiDicari = {
  readonly saring: SaringanPegawai;
  readonly cari: string;
  readonly unit: string;
  readonly mulai: number;
};

/** Asks for a page of people. */
export const fetchPegawai = (transport: Transport, { saring, cari, unit, mulai }: PegawaiDicari) => {
  const query = new URLSearchParams({ show: saring, from: String(mulai), find: cari, unit });
  return ask(transport, { method: 'GET', path: `/api/staff?${query.toString()}` }, HalamanPegawai);
};

const alamat = (id: string): string => `/api/staff/${encodeURIComponent(id)}`;

/** Asks for a person. */
export const fetchSatuPegawai = (transport: Transport, id: string) =>
  ask(transport, { method: 'GET', path: alamat(id) }, SatuPegawai);
/** Asks for all schools and wilayah. */
export const fetchUnit = (transport: Transport) =>
  ask(transport, { method: 'GET', path: '/api/units' }, DaftarUnit);
/** Asks what awaits the admin. */
export const fetchOrganisasi = (transport: Transport) =>
  ask(transport, { method: 'GET', path: '/api/organisation' }, KeadaanOrganisasi);
/** Adds a person; her id comes back. */
export const sendPegawai = (transport: Transport, orang: TambahPegawai) =>
  post(transport, '/api/staff', orang, z.object({ id: z.string() }));
/** Does one act on a person; how she stands then comes back. */
export const sendTindakan = (transport: Transport, id: string, tindakan: TindakanPegawai) =>
  post(transport, alamat(id), tindakan, SatuPegawai);
