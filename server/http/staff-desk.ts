import type {
  DaftarUnit,
  HalamanPegawai,
  KeadaanOrganisasi,
  Refusal,
  SaringanPegawai,
  SatuPegawai,
  TambahPegawai,
  TindakanPegawai,
} from '../../shared/protocol/index.ts';
import type { AdminImpor } from './simpeg-meja.ts';

/** Which page of which people. */
export type PegawaiDicari = {
  readonly saring: SaringanPegawai;
  readonly cari: string;
  readonly unit: string;
  readonly mulai: number;
};

/** The desk of an admin who keeps people and organisation: what she reads, and what she does. */
export type StaffDesk = {
  readonly halaman: (dicari: PegawaiDicari) => Promise<HalamanPegawai>;
  readonly satu: (id: string) => Promise<SatuPegawai | null>;
  readonly unit: () => Promise<DaftarUnit>;
  readonly keadaan: (admin: AdminImpor) => Promise<KeadaanOrganisasi>;
  readonly tambah: (
    admin: AdminImpor,
    orang: TambahPegawai,
  ) => Promise<{ readonly ok: true; readonly id: string } | Refusal>;
  readonly lakukan: (
    admin: AdminImpor,
    id: string,
    tindakan: TindakanPegawai,
  ) => Promise<{ readonly ok: true } | Refusal>;
};
