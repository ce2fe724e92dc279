import type { KeadaanSistem, Refusal } from '../../shared/protocol/index.ts';
import type { AdminImpor } from './simpeg-meja.ts';

/** The state of the service, and a copy now. */
export type SistemMeja = {
  readonly keadaan: () => Promise<KeadaanSistem>;
  /** Begins a copy, or joins the one that is being made; a line of the ledger says who asked. Refusal: `penuh`. */
  readonly cadangkan: (admin: AdminImpor) => Promise<{ readonly ok: true } | Refusal>;
};
