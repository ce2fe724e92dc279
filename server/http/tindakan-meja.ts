import type { DaftarTindakan, PratinjauTindakan, Refusal } from '../../shared/protocol/index.ts';
import type { IsiTindakan } from '../../shared/records/index.ts';
import type { AdminMana } from './admin-mana.ts';

/** What an instansi does about causes, in all of its schools or in one; null for whoever is no admin of it, or where there is no such school or act. */
export type TindakanMeja = {
  readonly daftar: (admin: AdminMana) => Promise<DaftarTindakan | null>;
  /** What it would touch now; writes nothing. */
  readonly pratinjau: (admin: AdminMana, isi: IsiTindakan) => Promise<PratinjauTindakan | Refusal | null>;
  readonly lakukan: (admin: AdminMana, isi: IsiTindakan) => Promise<DaftarTindakan | Refusal | null>;
  readonly urungkan: (admin: AdminMana, id: string) => Promise<DaftarTindakan | null>;
};
