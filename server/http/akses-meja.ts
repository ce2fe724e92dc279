import type {
  BelumMasuk,
  HalamanAkses,
  Refusal,
  SekolahAkses,
  SesiBerakhir,
  SlipTerbit,
} from '../../shared/protocol/index.ts';
import type { AktaAkses } from '../../shared/records/index.ts';
import type { WriteTx } from '../store/index.ts';

/** The admin who asks, and where he keeps accounts: the shard of a school, or of an instansi with all its schools. */
export type AdminAkses = { readonly id: string; readonly nama: string; readonly shard: string };

/** Which people. */
export type AksesDicari = { readonly npsn: string | null; readonly cari: string; readonly mulai: number };

type Ya = { readonly ok: true };

/** What is done to a person's own account by herself, and the lines of the ledger that say so. */
export type AktaSendiri<T> = { readonly hasil: T; readonly catat: AktaAkses | readonly AktaAkses[] | null };

/** The desk of accounts; null wherever the person is none of the admin's. Every act is a line of the ledger. */
export type AksesMeja = {
  readonly sekolah: (admin: AdminAkses) => Promise<SekolahAkses>;
  readonly orang: (admin: AdminAkses, dicari: AksesDicari) => Promise<HalamanAkses>;
  /** Everybody of a school who has never signed in; for a school's admin of his own, whatever he asks for. */
  readonly belumMasuk: (admin: AdminAkses, npsn: string) => Promise<BelumMasuk>;
  readonly terbitkan: (admin: AdminAkses, id: string) => Promise<(Ya & SlipTerbit) | Refusal | null>;
  /** The second issuer's yes to a slip for a penilai, an atasan or an admin. */
  readonly setujui: (admin: AdminAkses, id: string) => Promise<Ya | Refusal | null>;
  readonly putuskan: (admin: AdminAkses, id: string, perangkat: string) => Promise<Ya | null>;
  /** Marks a phone as lost, or takes that back while it has not come yet. */
  readonly hilang: (
    admin: AdminAkses,
    id: string,
    tanda: { readonly perangkat: string; readonly hilang: boolean },
  ) => Promise<Ya | Refusal | null>;
  readonly akhiri: (admin: AdminAkses, id: string) => Promise<(Ya & SesiBerakhir) | null>;
  /** Takes a passkey away. */
  readonly cabutKunci: (admin: AdminAkses, id: string, kunci: string) => Promise<Ya | null>;
  /** Does something to one's own account and writes it down, or nothing where `catat` is null. */
  readonly sendiri: <T>(
    orang: { readonly id: string; readonly nama: string },
    kerja: (tx: WriteTx) => Promise<AktaSendiri<T>>,
  ) => Promise<T>;
};
