import type {
  DaftarImpor,
  DiurungkanImpor,
  HalamanImpor,
  KeadaanImpor,
  Refusal,
  Saringan,
  TerapkanImpor,
} from '../../shared/protocol/index.ts';

/** The admin who asks: who she is, and of which instansi. */
export type AdminImpor = { readonly id: string; readonly nama: string; readonly instansi: string };

/** Which page of which rows. */
export type HalamanDicari = { readonly saring: Saringan; readonly cari: string; readonly mulai: number };

type Ya = { readonly ok: true };

/**
 * The desk on which uploaded files lie until somebody decides; whatever belongs to another instansi is not there. All
 * processes of the service have the same one.
 */
export type SimpegMeja = {
  /** Takes a file and begins to read it. */
  readonly buka: (
    admin: AdminImpor,
    file: { readonly bytes: Uint8Array; readonly berkas: string; readonly sumber: string },
  ) => Promise<(Ya & { readonly id: string }) | Refusal>;
  readonly keadaan: (admin: AdminImpor, id: string) => Promise<KeadaanImpor | null>;
  readonly halaman: (admin: AdminImpor, id: string, dicari: HalamanDicari) => Promise<HalamanImpor | null>;
  readonly padankan: (
    admin: AdminImpor,
    id: string,
    pemetaan: Readonly<Record<string, string | null>>,
  ) => Promise<Ya | Refusal>;
  readonly terapkan: (admin: AdminImpor, id: string, wanted: TerapkanImpor) => Promise<Ya | Refusal>;
  /** The faulty rows as an XLSX to be sent back; null where there is no such file. */
  readonly berkasSalah: (admin: AdminImpor, id: string) => Promise<Uint8Array | null>;
  readonly daftar: (admin: AdminImpor) => Promise<DaftarImpor>;
  /** Goes on with an import that broke off; the upload that says how far it is. */
  readonly lanjutkan: (admin: AdminImpor, id: string) => Promise<(Ya & { readonly id: string }) | Refusal>;
  /** Takes an import back; an uploaded file that was not applied is put away. */
  readonly urungkan: (admin: AdminImpor, id: string) => Promise<(Ya & DiurungkanImpor) | Refusal>;
};
