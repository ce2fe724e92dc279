import { generateKeyPairSync } from 'node:crypto';
import type { Actor } from '../../shared/commands/index.ts';
import { namaLengkap } from '../../shared/domain/index.ts';
import { DeviceKey } from '../../shared/protocol/index.ts';
import type { Matriks } from '../../shared/records/index.ts';
import type { ReadTx, WriteTx } from '../store/index.ts';
import type { DemoOrang, DemoPlan } from './demo-plan.ts';
import { type Pena, SISTEM } from './pena.ts';

/** A person of the demo school with the ids that the server gives. */
export type Warga = {
  readonly orang: DemoOrang;
  readonly id: string;
  readonly device: string;
  readonly actor: Actor;
};

const DEVICE_SISTEM = 's_demo';
const deviceKe = (nomor: number): string => `d_demo${String(nomor).padStart(2, '0')}`;

/** The people of a plan. Their ids are fixed: by them a demo school is known again (T46). */
export const wargaDari = ({ orang }: DemoPlan): Warga[] =>
  orang.map((satu, i) => {
    const id = `p_demo${String(i + 1).padStart(2, '0')}`;
    const actor: Actor = { id, nama: namaLengkap(satu.pegawai), peran: [satu.peran] };
    return { orang: satu, id, device: deviceKe(i + 1), actor };
  });

/** True where a demo school lives in this database. */
export const adaDemo = async (tx: ReadTx): Promise<boolean> => (await tx.device(deviceKe(1))) !== null;

/** Account and grant of one person; a head's one grant covers the whole school, his own work included. */
export const tulisAkun = async (
  tx: WriteTx,
  warga: Warga,
  { shard, awal, sandi }: { shard: string; awal: number; sandi: string },
): Promise<void> => {
  const { orang, id, actor } = warga;
  const { nip, jabatan } = orang.pegawai;
  await tx.putAccount({
    id,
    nip,
    nama: actor.nama,
    jabatan,
    password: sandi,
    createdAt: awal,
    deactivatedAt: null,
    nipLama: null,
  });
  const view = orang.peran === 'penilai' ? 'sekolah' : 'milik';
  await tx.putGrant({ account: id, shard, view, peran: orang.peran, since: awal, until: null });
};

/** Nobody holds the private half and the device is revoked: what it wrote was written here, and nothing can follow. */
export const tulisPerangkat = async (
  tx: WriteTx,
  { id, device }: Pick<Warga, 'id' | 'device'>,
  { pada, nomor }: { pada: number; nomor: number },
): Promise<void> => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
  const key = DeviceKey.parse({ kty, crv, x, y });
  await tx.putDevice({
    id: device,
    account: id,
    key,
    label: 'Data contoh',
    createdAt: pada,
    seenAt: pada,
    maxNumber: nomor,
    revokedAt: pada,
  });
};

/** The device by which a database of made-up people is known (T46), where there is no demo school of its own. */
export const tulisPerangkatContoh = async (tx: WriteTx, nip: string, pada: number): Promise<void> => {
  const account = await tx.accountByNip(nip);
  if (account) await tulisPerangkat(tx, { id: account.id, device: deviceKe(1) }, { pada, nomor: 0 });
};

/** What the head lays before his teachers: the RHK of his SKP, for theirs to serve. */
const matriksDari = ({ orang, id, device, actor }: Warga) => {
  const { nip, jabatan } = orang.pegawai;
  const [skp] = orang.skp;
  const body: Matriks = {
    tahun: skp?.tahun ?? 2026,
    pimpinan: { id, nama: actor.nama, nip, jabatan },
    rhk: (skp?.rhk ?? []).map(({ kode, rhk }) => ({ kode, rhk })),
    perilaku: [],
  };
  return { actor, device, kind: 'matriks.bagikan', body };
};

/** School, people, timetables and SKP; resolves to the id of the school's record. */
export const tulisInduk = async (
  { tulis }: Pena,
  plan: DemoPlan,
  warga: readonly Warga[],
): Promise<string> => {
  const tetapkan = (jenis: string, pemilik: string, isi: unknown): Promise<string> =>
    tulis({
      actor: SISTEM,
      device: DEVICE_SISTEM,
      kind: `${jenis}.tetapkan`,
      body: { pemilik, isi },
      pada: plan.awal,
    });
  const satker = await tetapkan('satker', '', plan.satker);
  const kepala = warga.find(({ orang }) => orang.peran === 'penilai');
  for (const { orang, id } of warga) {
    const jabatan = kepala?.orang.pegawai.jabatan ?? '';
    const penilai = kepala && id !== kepala.id ? { id: kepala.id, nama: kepala.actor.nama, jabatan } : null;
    await tetapkan('pegawai', id, { ...orang.pegawai, penilai, asal: plan.asal });
    if (orang.jadwal.pelajaran.length > 0) await tetapkan('jadwal', id, orang.jadwal);
    if (id !== kepala?.id) for (const skp of orang.skp) await tetapkan('skp', id, skp);
  }
  if (kepala) await tulis({ ...matriksDari(kepala), pada: plan.awal });
  return satker;
};
