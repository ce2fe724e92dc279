import type { DaftarUsulan, PutusanUsulan, Refusal } from '../../shared/protocol/index.ts';
import type { AdminMana } from './admin-mana.ts';

/** The admin who asks. */
export type AdminUsulan = AdminMana;

/** Corrections of personnel data that wait; what is not the admin's to see is not there. */
export type UsulanMeja = {
  readonly daftar: (admin: AdminUsulan) => Promise<DaftarUsulan>;
  readonly putuskan: (
    admin: AdminUsulan,
    id: string,
    putusan: PutusanUsulan,
  ) => Promise<{ readonly ok: true } | Refusal>;
};
