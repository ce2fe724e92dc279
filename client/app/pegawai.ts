import type { BarisPegawai, DaftarUnit } from '../../shared/protocol/index.ts';
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
import { denganBukti } from './bukti.ts';

export type { PegawaiDicari } from '../sync/index.ts';

/* What the admin's screens of people ask of the service. None of it is kept in the browser: it is the data of other people. */

/** A page of people. */
export const halamanPegawai = (dicari: PegawaiDicari) =>
  denganBukti(() => fetchPegawai(fetchTransport, dicari));
/** A person with everything but her work. */
export const satuPegawai = (id: string) => denganBukti(() => fetchSatuPegawai(fetchTransport, id));
/** Schools and wilayah. */
export const daftarUnit = () => denganBukti(() => fetchUnit(fetchTransport));
/** What awaits the admin. */
export const keadaanOrganisasi = () => denganBukti(() => fetchOrganisasi(fetchTransport));
/** Adds a person by hand. */
export const tambahPegawai = (orang: Parameters<typeof sendPegawai>[1]) =>
  denganBukti(() => sendPegawai(fetchTransport, orang));
/** One act on a person. */
export const tindakPegawai = (id: string, tindakan: Parameters<typeof sendTindakan>[2]) =>
  denganBukti(() => sendTindakan(fetchTransport, id, tindakan));

/** Refusals that are about one school; any other would meet the next school as well. */
const MILIK_SEKOLAH: readonly string[] = ['tidak_bertugas', 'tidak_ada'];

type Gagal = Exclude<Awaited<ReturnType<typeof tindakPegawai>>, { readonly ok: true }>;
/** A school whose head could not be put under the pengawas, and why. */
export type BelumDibina = { readonly sekolah: string; readonly sebab: Gagal };

/**
 * Puts the heads of schools under a pengawas, one act a school: what is done stays done where a later one fails, and the
 * rest can be asked for again. `onMaju` is told how many were asked.
 */
export const binaSekolah = async (
  pengawas: string,
  sekolah: readonly string[],
  onMaju: (selesai: number) => void,
): Promise<readonly BelumDibina[]> => {
  const belum: BelumDibina[] = [];
  for (const [i, satu] of sekolah.entries()) {
    const hasil = await tindakPegawai(pengawas, { apa: 'bina', unit: [satu] });
    onMaju(i + 1);
    if (hasil.ok) continue;
    const kena = MILIK_SEKOLAH.includes(hasil.code) ? [satu] : sekolah.slice(i);
    belum.push(...kena.map((lain) => ({ sekolah: lain, sebab: hasil })));
    if (kena.length > 1) break;
  }
  return belum;
};

/** Wilayah, and whoever heads one today: they may be given schools to look after. */
export const daftarPengawas = async (): Promise<
  | { readonly ok: true; readonly wilayah: DaftarUnit['list']; readonly pengawas: readonly BarisPegawai[] }
  | Gagal
> => {
  const unit = await daftarUnit();
  if (!unit.ok) return unit;
  const wilayah = unit.isi.list.filter((satu) => satu.wilayah);
  const halaman = await Promise.all(
    wilayah.map(({ shard }) => halamanPegawai({ saring: 'kepala', cari: '', unit: shard, mulai: 0 })),
  );
  const gagal = halaman.find((satu) => !satu.ok);
  if (gagal && !gagal.ok) return gagal;
  return { ok: true, wilayah, pengawas: halaman.flatMap((satu) => (satu.ok ? satu.isi.baris : [])) };
};
