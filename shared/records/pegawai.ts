import * as z from 'zod/mini';
import { text } from './text.ts';
import { Jam, Tanggal } from './waktu.ts';

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
