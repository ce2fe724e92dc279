import type { DaftarUsulan, PutusanUsulan, Refusal } from '../../shared/protocol/index.ts';

/** The admin who asks, and the shards that he keeps: schools, or the instansi above them all. */
export type AdminUsulan = { readonly id: string; readonly nama: string; readonly hak: readonly string[] };

/** Corrections of personnel data that wait; what is not the admin's to see is not there. */
export type UsulanMeja = {
  readonly daftar: (admin: AdminUsulan) => Promise<DaftarUsulan>;
  readonly putuskan: (
    admin: AdminUsulan,
    id: string,
    putusan: PutusanUsulan,
  ) => Promise<{ readonly ok: true } | Refusal>;
};
