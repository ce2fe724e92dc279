import * as z from 'zod/mini';
import { text } from './text.ts';
import { Jam, Tanggal } from './waktu.ts';

/** Fields of a person that a personnel file writes, and that a usulan may correct. */
export const BIDANG_PEGAWAI = [
  'nip',
  'nama',
  'gelarDepan',
  'gelarBelakang',
  'jenisKelamin',
  'status',
  'golongan',
  'jabatan',
  'jenjang',
] as const;
/** One of them. */
export type BidangPegawai = (typeof BIDANG_PEGAWAI)[number];

/** Where a value comes from, and since which day; `semula` is what an accepted correction took the place of. */
export const AsalData = z.strictObject({
  dari: z.enum(['simpeg', 'tangan', 'usulan']),
  pada: Tanggal,
  semula: z.optional(text({ max: 160 })),
});
export type AsalData = z.infer<typeof AsalData>;

/**
 * What a person's row of the last personnel file was wrong in: column (null: the whole row) and class, never what stood
 * there. `pada` is the day of that import.
 */
export const PerluDiperbaiki = z.strictObject({
  pada: Tanggal,
  salah: z
    .array(z.strictObject({ kolom: z.nullable(text({ max: 20 })), kelas: text({ min: 1, max: 40 }) }))
    .check(z.minLength(1), z.maxLength(30)),
});
export type PerluDiperbaiki = z.infer<typeof PerluDiperbaiki>;

/** A person at a school, as far as daily work needs it. `id` names the person; the NIP only names the account. */
export const Pegawai = z.strictObject({
  nip: z.string().check(z.regex(/^\d{18}$/)),
  nama: text({ min: 1, max: 120 }),
  gelarDepan: text({ max: 40 }),
  gelarBelakang: text({ max: 60 }),
  jenisKelamin: z.enum(['L', 'P']),
  status: z.enum(['PNS', 'PPPK', 'Honorer']),
  golongan: text({ max: 60 }),
  jabatan: text({ max: 80 }),
  jenjang: text({ max: 40 }),
  penilai: z.nullable(
    z.strictObject({ id: z.string(), nama: text({ max: 160 }), jabatan: text({ max: 80 }) }),
  ),
  /** Since which import the personnel file no longer has her; she works on as before. Absent where it has her. */
  hilangSejak: z.optional(Tanggal),
  /** Absent where nothing is left to be mended. */
  perluDiperbaiki: z.optional(PerluDiperbaiki),
  /** Where her data come from: all of them, and single fields that came later. Absent in records of before. */
  asal: z.optional(
    z.strictObject({
      dasar: z.nullable(AsalData),
      bidang: z.partialRecord(z.enum(BIDANG_PEGAWAI), AsalData),
    }),
  ),
});
export type Pegawai = z.infer<typeof Pegawai>;

/** One lesson period of the weekly timetable; `hari` is the ISO weekday, 1 = Senin. */
export const JamPelajaran = z.strictObject({
  hari: z.int().check(z.minimum(1), z.maximum(7)),
  jamKe: z.int().check(z.minimum(0), z.maximum(20)),
  mulai: Jam,
  selesai: Jam,
  mapel: text({ min: 1, max: 80 }),
  kelas: text({ max: 20 }),
});
export type JamPelajaran = z.infer<typeof JamPelajaran>;

/** The weekly timetable of one teacher. */
export const Jadwal = z.strictObject({ pelajaran: z.array(JamPelajaran).check(z.maxLength(80)) });
export type Jadwal = z.infer<typeof Jadwal>;

/** Who wrote a timetable: the school (`TETAP`), or its teacher herself (`SENDIRI`), whose own takes the place of the school's. */
export type JadwalState = { readonly tahap: 'TETAP' | 'SENDIRI' };
