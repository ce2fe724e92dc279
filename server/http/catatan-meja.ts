import type {
  HalamanCatatan,
  HalamanDilihat,
  KeadaanRantai,
  KelompokCatatan,
} from '../../shared/protocol/index.ts';
import type { AdminMana } from './admin-mana.ts';

/** Which lines; dates are calendar dates of western Indonesia, both included. */
export type CatatanDicari = {
  readonly dari: string | null;
  readonly sampai: string | null;
  readonly kelompok: KelompokCatatan | null;
  readonly cari: string;
};

/** Where a page goes on. */
export type Lanjut = { readonly receivedAt: number; readonly shard: string; readonly n: number };

/** Who did what in an admin's schools, and who looked. */
export type CatatanMeja = {
  readonly halaman: (
    admin: AdminMana,
    dicari: CatatanDicari,
    lanjut: Lanjut | null,
  ) => Promise<HalamanCatatan>;
  /** The same lines as a CSV file, at most 20,000. */
  readonly csv: (admin: AdminMana, dicari: CatatanDicari) => Promise<string>;
  readonly dilihat: (admin: AdminMana, sampai: string | null) => Promise<HalamanDilihat>;
  readonly rantai: (admin: AdminMana) => Promise<KeadaanRantai>;
};
