import * as z from 'zod/mini';
import { text } from './text.ts';

/**
 * What was done to an account: a slip issued, agreed to by a second issuer, or used; phones cut off, marked as lost, found
 * again, wiped; sessions ended; a password set; a passkey added or removed; an account made by the operator, with its
 * right; a right given or ended later. And what an admin did for the whole instansi, which stands on his own account: a
 * copy asked for, the choice of what the public sees. And a notice to its owner that protection of her data has failed; what
 * the service removed because its term was over (`retensi`, nobody's account), and what it removed at its owner's wish.
 */
export const JENIS_AKSES = [
  'slip',
  'slip_setuju',
  'slip_dipakai',
  'perangkat',
  'hilang',
  'hilang_batal',
  'terhapus',
  'sesi',
  'sandi',
  'kunci',
  'kunci_hapus',
  'cadangan',
  'publikasi',
  'akun',
  'hak',
  'hak_akhir',
  'insiden',
  'retensi',
  'hapus_data',
] as const;
/** One of them. */
export type JenisAkses = (typeof JENIS_AKSES)[number];

const bagian = () => text({ min: 1, max: 2000 });

/** Written notice of a failure of protection, with what UU 27/2022 pasal 46 ayat 2 asks for. */
export const Insiden = z.strictObject({
  /** The personal data that were disclosed. */
  data: bagian(),
  /** When and how. */
  kejadian: bagian(),
  /** What the controller does about it, and how to recover. */
  penanganan: bagian(),
  /** Whom to ask. */
  kontak: text({ min: 1, max: 200 }),
});
export type Insiden = z.infer<typeof Insiden>;

/** One act on an account, as its owner is told of it; `keterangan` names the phone, passkey or right. Never a code. */
export const Akses = z.strictObject({
  jenis: z.enum(JENIS_AKSES),
  keterangan: text({ max: 80 }),
  /** Name of whoever did it: an admin, the operator, or the owner. */
  oleh: text({ min: 1, max: 200 }),
  /** Epoch ms, the server's clock. */
  pada: z.int(),
  /** The notice itself, where it is one (`insiden`). */
  insiden: z.optional(Insiden),
});
export type Akses = z.infer<typeof Akses>;

/** What was done, before it is known by whom and when. */
export type AktaAkses = Pick<Akses, 'jenis' | 'keterangan' | 'insiden'>;
