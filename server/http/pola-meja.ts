import type { DaftarPola, IsiPolaSekolah, Refusal } from '../../shared/protocol/index.ts';
import type { AdminMana } from './admin-mana.ts';

type Jawab = Promise<DaftarPola | Refusal | null>;

/** Shared patterns of a school, or of the instansi; null wherever they are none of the admin's. Each answers with the list as it stands then. */
export type PolaMeja = {
  readonly daftar: (admin: AdminMana, npsn: string) => Promise<DaftarPola | null>;
  readonly tambah: (admin: AdminMana, npsn: string, isi: IsiPolaSekolah) => Jawab;
  /** Also brings a retired one back. */
  readonly ubah: (
    admin: AdminMana,
    npsn: string,
    wanted: { readonly id: string; readonly isi: IsiPolaSekolah },
  ) => Jawab;
  readonly pensiunkan: (admin: AdminMana, npsn: string, id: string) => Jawab;
  /** Lays what the instansi shares into schools that an act which broke off has not reached; writes nothing where it has. */
  readonly selaraskan: () => Promise<void>;
};
