import * as z from 'zod/mini';
import { LostState } from './hilang.ts';
import { LIMITS } from './limits.ts';
import { KunciSandi, TandaKunciSandi } from './passkey.ts';

/** A slip that was issued and not used yet. Times in epoch ms. */
const SlipBeredar = z.object({
  terbit: z.int(),
  sampai: z.int(),
  oleh: z.string(),
  /** True until a second issuer has agreed: then the code opens nothing yet. */
  menunggu: z.boolean(),
  /** True where the asker may be that second one. */
  dapatSetuju: z.boolean(),
});

/** A person as an admin sees the account: where it is used, and nothing of what is in it. */
export const OrangAkses = z.object({
  id: z.string(),
  nama: z.string(),
  nip: z.string(),
  jabatan: z.string(),
  sekolah: z.string(),
  /** False while no password was ever set. */
  aktif: z.boolean(),
  /** When any phone of hers was last heard; null for never. */
  terakhir: z.nullable(z.int()),
  perangkat: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      seenAt: z.int(),
      revokedAt: z.nullable(z.int()),
      /** Absent from a service of before. */
      hilang: z.optional(z.nullable(LostState)),
    }),
  ),
  sesi: z.int(),
  /** Passkeys with which she signs in beside the password. */
  kunci: z.int(),
  /** Which; absent from a service of before. */
  kunciSandi: z.optional(z.array(KunciSandi)),
  slip: z.nullable(SlipBeredar),
  /** True where a slip opens nothing until a second issuer has agreed; absent from a service of before. */
  dua: z.optional(z.boolean()),
});
export type OrangAkses = z.infer<typeof OrangAkses>;

/** Answer of GET /api/access: a page of people by name. */
export const HalamanAkses = z.object({
  orang: z.array(OrangAkses),
  lagi: z.boolean(),
  /** Where the next page begins, as `from`; absent from a service of before. */
  lanjut: z.optional(z.int()),
});
export type HalamanAkses = z.infer<typeof HalamanAkses>;

/** Answer of GET /api/access/waiting: everybody of a school who has never signed in, by name, for slips all at once. */
export const BelumMasuk = z.object({
  orang: z.array(
    z.object({
      id: z.string(),
      nama: z.string(),
      nip: z.string(),
      jabatan: z.string(),
      /** True where a slip opens nothing until a second issuer has agreed. */
      dua: z.boolean(),
      /** One that may be in her hands already: another makes it void. */
      slip: z.nullable(SlipBeredar),
    }),
  ),
});
export type BelumMasuk = z.infer<typeof BelumMasuk>;

/** Answer of GET /api/access/schools: where the asker keeps accounts. */
export const SekolahAkses = z.object({ sekolah: z.array(z.object({ npsn: z.string(), nama: z.string() })) });
export type SekolahAkses = z.infer<typeof SekolahAkses>;

/** Answer of POST /api/access/:id/slip: the code, told this once. */
export const SlipTerbit = z.object({
  nama: z.string(),
  nip: z.string(),
  sekolah: z.string(),
  kode: z.string(),
  sampai: z.int(),
  menunggu: z.boolean(),
});
export type SlipTerbit = z.infer<typeof SlipTerbit>;

/** Answer of DELETE /api/access/:id/sessions. */
export const SesiBerakhir = z.object({ sesi: z.int() });
export type SesiBerakhir = z.infer<typeof SesiBerakhir>;

/** Request of POST /api/access/proof: the admin's own password once more, or a passkey of his, before acting on others. */
export const BuktiDiri = z.union([
  z.strictObject({ sandi: z.string().check(z.minLength(1), z.maxLength(LIMITS.passwordMax * 2)) }),
  z.strictObject({ kunci: TandaKunciSandi }),
]);
export type BuktiDiri = z.infer<typeof BuktiDiri>;
