import type { HalamanSekolah, Refusal, SatuSekolah } from '../../shared/protocol/index.ts';
import type { IdentitasSatker } from '../../shared/records/index.ts';
import type { AdminMana } from './admin-mana.ts';
import type { PolaMeja } from './pola-meja.ts';
import type { TindakanMeja } from './tindakan-meja.ts';

/** Schools and letterheads; null wherever the school is none of the admin's. */
export type SekolahMeja = {
  /** What the school shares with its teachers. */
  readonly pola: PolaMeja;
  /** What an instansi does about causes that teachers told. */
  readonly tindakan: TindakanMeja;
  readonly halaman: (
    admin: AdminMana,
    dicari: { readonly cari: string; readonly mulai: number },
  ) => Promise<HalamanSekolah>;
  readonly satu: (admin: AdminMana, npsn: string) => Promise<SatuSekolah | null>;
  readonly ubah: (admin: AdminMana, npsn: string, isi: IdentitasSatker) => Promise<SatuSekolah | null>;
  readonly pasangLogo: (
    admin: AdminMana,
    npsn: string,
    bytes: Uint8Array,
  ) => Promise<SatuSekolah | Refusal | null>;
  readonly lepasLogo: (admin: AdminMana, npsn: string) => Promise<SatuSekolah | null>;
};
