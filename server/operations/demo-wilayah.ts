import { namaLengkap } from '../../shared/domain/index.ts';
import { shardOf } from '../../shared/protocol/index.ts';
import type { Pegawai } from '../../shared/records/index.ts';
import type { WriteTx } from '../store/index.ts';
import type { DemoPlan } from './demo-plan.ts';
import type { Warga } from './demo-warga.ts';
import { taruhHak } from './hak.ts';
import { type Pena, SISTEM } from './pena.ts';

const KODE = 'P0000001';
/** The wilayah of the demo: its staff are heads, and its penilai is their pengawas. */
export const WILAYAH = shardOf(KODE);
const DEVICE = 's_demowil';
/** Id of the pengawas of the demo. */
export const PENGAWAS = 'p_demopw';

const pengawas: Pegawai = {
  nip: '197203141998032002',
  nama: 'Hartati Wulandari',
  gelarDepan: 'Dra.',
  gelarBelakang: 'M.Pd.',
  jenisKelamin: 'P',
  status: 'PNS',
  golongan: 'Pembina Tingkat I / IV/b',
  jabatan: 'Pengawas Sekolah',
  jenjang: 'Pengawas Ahli Madya',
  penilai: null,
};

/** Who signs in as pengawas. */
export const orangPengawas = {
  id: PENGAWAS,
  nip: pengawas.nip,
  nama: namaLengkap(pengawas),
  peran: 'pengawas',
} as const;

type Panggung = {
  readonly plan: DemoPlan;
  readonly kepala: Warga;
  readonly sekolah: string;
  readonly sandi: string;
};

const tulisHak = async (tx: WriteTx, { plan: { awal }, kepala, sekolah, sandi }: Panggung): Promise<void> => {
  const { id, nip, nama } = orangPengawas;
  const { jabatan } = pengawas;
  await tx.putAccount({
    id,
    nip,
    nama,
    jabatan,
    password: sandi,
    createdAt: awal,
    deactivatedAt: null,
    nipLama: null,
  });
  await taruhHak(tx, id, { shard: WILAYAH, view: 'sekolah', peran: 'penilai' }, awal);
  await taruhHak(tx, id, { shard: sekolah, view: 'keberatan', peran: 'atasan' }, awal);
  await taruhHak(tx, kepala.id, { shard: WILAYAH, view: 'milik', peran: 'guru' }, awal);
};

/** Above the school: a pengawas who rates its head and decides on objections; the head's own SKP is there. */
export const tulisWilayah = async ({ tulis }: Pena, tx: WriteTx, panggung: Panggung): Promise<void> => {
  const { plan, kepala } = panggung;
  await tulisHak(tx, panggung);
  const penilai = { id: PENGAWAS, nama: orangPengawas.nama, jabatan: pengawas.jabatan };
  const isi: readonly (readonly [string, string, unknown])[] = [
    ['satker', '', { ...plan.satker, npsn: KODE, nama: 'Pengawas Wilayah I' }],
    ['pegawai', PENGAWAS, pengawas],
    ['pegawai', kepala.id, { ...kepala.orang.pegawai, penilai, asal: plan.asal }],
    ...kepala.orang.skp.map((skp) => ['skp', kepala.id, skp] as const),
  ];
  for (const [jenis, pemilik, satu] of isi)
    await tulis({
      actor: SISTEM,
      device: DEVICE,
      kind: `${jenis}.tetapkan`,
      body: { pemilik, isi: satu },
      pada: plan.awal,
    });
};
