import type { KeadaanPublikasi, PilihanPublikasi, Refusal } from '../../shared/protocol/index.ts';
import type { AdminImpor } from './simpeg-meja.ts';

/** What the public sees: looked at, tried out, chosen. */
export type PublikasiMeja = {
  readonly keadaan: () => Promise<KeadaanPublikasi>;
  /** The page as it would be, counted now and kept nowhere; tables that are not known are passed over. */
  readonly pratinjau: (dilihat: {
    readonly instansi: string;
    readonly tabel: readonly string[];
  }) => Promise<string>;
  /** Writes the choice with a line of the ledger; what is due is counted afterwards. Refusal: `isi_salah`. */
  readonly atur: (admin: AdminImpor, pilihan: PilihanPublikasi) => Promise<{ readonly ok: true } | Refusal>;
};
