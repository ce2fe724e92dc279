import {
  fetchOrganisasi,
  fetchPegawai,
  fetchSatuPegawai,
  fetchTransport,
  fetchUnit,
  type PegawaiDicari,
  sendPegawai,
  sendTindakan,
} from '../sync/index.ts';

export type { PegawaiDicari } from '../sync/index.ts';

/* What the admin's screens of people ask of the service. None of it is kept in the browser: it is the data of other people. */

/** A page of people. */
export const halamanPegawai = (dicari: PegawaiDicari) => fetchPegawai(fetchTransport, dicari);
/** A person with everything but her work. */
export const satuPegawai = (id: string) => fetchSatuPegawai(fetchTransport, id);
/** Schools and wilayah. */
export const daftarUnit = () => fetchUnit(fetchTransport);
/** What awaits the admin. */
export const keadaanOrganisasi = () => fetchOrganisasi(fetchTransport);
/** Adds a person by hand. */
export const tambahPegawai = (orang: Parameters<typeof sendPegawai>[1]) => sendPegawai(fetchTransport, orang);
/** One act on a person. */
export const tindakPegawai = (id: string, tindakan: Parameters<typeof sendTindakan>[2]) =>
  sendTindakan(fetchTransport, id, tindakan);
