import * as z from 'zod/mini';
import { JENIS_TEMUAN } from '../domain/susunan.ts';
import { Pegawai, PerluDiperbaiki } from '../records/pegawai.ts';
import { JENIS_TUGAS, SEBAB_SELESAI } from '../records/penugasan.ts';
import { text } from '../records/text.ts';
import { Tanggal } from '../records/waktu.ts';
import { Shard } from './position.ts';

/* People and organisation (A01, A03): what the admin's browser and the service say to each other. None of it is for phones. */

/** Which people are shown. */
export const SARINGAN_PEGAWAI = [
  'aktif',
  'kepala',
  'tanpaPenilai',
  'perluDiperbaiki',
  'belumMasuk',
  'akanBerubah',
  'tidakAktif',
] as const;
/** One of them. */
export type SaringanPegawai = (typeof SARINGAN_PEGAWAI)[number];

/** How a person stands with the whole instansi. */
export const KEADAAN_PEGAWAI = ['aktif', 'pensiun', 'nonaktif', 'akanMasuk'] as const;

/** People of one page. */
export const PEGAWAI_SEHALAMAN = 50;

const Unit = z.object({ shard: z.string(), npsn: z.string(), nama: z.string() });
/** A unit as the screens name it. */
export type UnitPegawai = z.infer<typeof Unit>;

/** An assignment as the screen shows it; `id` null for one of before that no record says. */
export const TugasTampil = z.object({
  id: z.nullable(z.string()),
  unit: Unit,
  jenis: z.enum(JENIS_TUGAS),
  mulai: z.nullable(z.string()),
  akhir: z.nullable(z.string()),
  sebab: z.nullable(z.enum(SEBAB_SELESAI)),
  alasan: z.string(),
  terkait: z.nullable(Unit),
  /** In force today, not yet, or over. */
  masa: z.enum(['kini', 'nanti', 'lalu']),
  /** Whether its beginning or end lies ahead, so that it can be taken back. */
  dapatBatal: z.boolean(),
});
export type TugasTampil = z.infer<typeof TugasTampil>;

/** A person as a row of the list. */
export const BarisPegawai = z.object({
  id: z.string(),
  nip: z.string(),
  nama: z.string(),
  jabatan: z.string(),
  unit: z.nullable(Unit),
  penilai: z.nullable(z.string()),
  keadaan: z.enum(KEADAAN_PEGAWAI),
  /** What is going to change, the next first. */
  nanti: z.nullable(TugasTampil),
  belumMasuk: z.boolean(),
  /** Faults of her row in the last personnel file that nobody has mended yet. */
  salah: z.optional(z.int()),
});
export type BarisPegawai = z.infer<typeof BarisPegawai>;

/** A page of people, how many each filter holds, and the schools to choose from. */
export const HalamanPegawai = z.object({
  jumlah: z.int(),
  saringan: z.record(z.string(), z.int()),
  baris: z.array(BarisPegawai),
});
export type HalamanPegawai = z.infer<typeof HalamanPegawai>;

/** The units of an instansi, by name. */
export const DaftarUnit = z.object({
  list: z.array(
    z.extend(Unit, {
      wilayah: z.boolean(),
      kepala: z.nullable(z.object({ id: z.string(), nama: z.string() })),
    }),
  ),
});
export type DaftarUnit = z.infer<typeof DaftarUnit>;

/** What an admin writes of a person; who rates her, and where she works, are acts of their own; where data come from the service notes. */
export const IsiPegawaiAdmin = z.omit(Pegawai, {
  penilai: true,
  hilangSejak: true,
  asal: true,
  perluDiperbaiki: true,
});
export type IsiPegawaiAdmin = z.infer<typeof IsiPegawaiAdmin>;

/** A person with everything that is known of her. */
export const SatuPegawai = z.object({
  ringkas: BarisPegawai,
  isi: z.object({
    nip: z.string(),
    nama: z.string(),
    gelarDepan: z.string(),
    gelarBelakang: z.string(),
    jenisKelamin: z.enum(['L', 'P']),
    status: z.enum(['PNS', 'PPPK', 'Honorer']),
    golongan: z.string(),
    jabatan: z.string(),
    jenjang: z.string(),
  }),
  penilai: z.nullable(z.object({ id: z.string(), nama: z.string() })),
  /** Who may be named as her penilai: heads of her unit, and whoever stands in. */
  calonPenilai: z.array(z.object({ id: z.string(), nama: z.string() })),
  hilangSejak: z.nullable(z.string()),
  perluDiperbaiki: z.optional(PerluDiperbaiki),
  /** Usulan about her penilai or school that were accepted of late: what is to be mended here. Times in epoch ms. */
  usulan: z.optional(
    z.array(
      z.object({
        id: z.string(),
        bidang: z.enum(['penilai', 'sekolah']),
        semula: z.string(),
        nilai: z.string(),
        bukti: z.string(),
        pada: z.int(),
      }),
    ),
  ),
  tugas: z.array(TugasTampil),
});
export type SatuPegawai = z.infer<typeof SatuPegawai>;

const Alasan = text({ min: 3, max: 300 });
const Id = z.string().check(z.minLength(1), z.maxLength(120));

/** A new person by hand: her data, her school, and since when. */
export const TambahPegawai = z.strictObject({
  isi: IsiPegawaiAdmin,
  unit: Shard,
  jenis: z.enum(['induk', 'kepala']),
  mulai: Tanggal,
});
export type TambahPegawai = z.infer<typeof TambahPegawai>;

/** One act on a person; each has a reason, and a date from which it holds. */
export const TindakanPegawai = z.discriminatedUnion('apa', [
  z.strictObject({ apa: z.literal('ubah'), isi: IsiPegawaiAdmin }),
  z.strictObject({
    apa: z.literal('mutasi'),
    ke: Shard,
    mulai: Tanggal,
    alasan: Alasan,
    /** As what she comes; as what she was where it is left out. */
    sebagai: z.optional(z.enum(['induk', 'kepala'])),
  }),
  z.strictObject({
    apa: z.literal('keluar'),
    sebab: z.enum(['pensiun', 'nonaktif']),
    mulai: Tanggal,
    alasan: Alasan,
  }),
  z.strictObject({ apa: z.literal('aktifkan'), unit: Shard, mulai: Tanggal, alasan: Alasan }),
  z.strictObject({
    apa: z.literal('tugaskan'),
    jenis: z.enum(['kepala', 'plt', 'plh', 'nonInduk']),
    unit: Shard,
    mulai: Tanggal,
    akhir: z.nullable(Tanggal),
    alasan: Alasan,
  }),
  z.strictObject({ apa: z.literal('akhiri'), tugas: Id, akhir: Tanggal, alasan: Alasan }),
  z.strictObject({ apa: z.literal('batal'), tugas: Id }),
  z.strictObject({ apa: z.literal('penilai'), penilai: Id }),
  /** What is left of the file's faults is right by now, or is no fault of hers. */
  z.strictObject({ apa: z.literal('beres') }),
  z.strictObject({ apa: z.literal('bina'), unit: z.array(Shard).check(z.minLength(1), z.maxLength(60)) }),
]);
export type TindakanPegawai = z.infer<typeof TindakanPegawai>;

/** What is wrong with the organisation, in words of people and units. */
export const TemuanTampil = z.object({
  jenis: z.enum(JENIS_TEMUAN),
  unit: z.nullable(Unit),
  orang: z.array(z.object({ id: z.string(), nama: z.string() })),
  tanggal: z.nullable(z.string()),
  usul: z.nullable(z.object({ id: z.string(), nama: z.string() })),
});
export type TemuanTampil = z.infer<typeof TemuanTampil>;

/** Everything of A01 and of the screen Susunan. */
export const KeadaanOrganisasi = z.object({
  /** At most 200, the worst first; `jumlahTemuan` is all of them. */
  temuan: z.array(TemuanTampil),
  jumlahTemuan: z.int(),
  pegawai: z.int(),
  unit: z.int(),
  belumMasuk: z.int(),
  akanBerubah: z.int(),
  impor: z.nullable(
    z.object({
      berkas: z.string(),
      pada: z.string(),
      bermasalah: z.int(),
      ditolak: z.int(),
      hilang: z.int(),
    }),
  ),
  /** When the last copy was made that was checked, epoch ms; null where this run knows of none. */
  cadangan: z.nullable(z.int()),
});
export type KeadaanOrganisasi = z.infer<typeof KeadaanOrganisasi>;
