import type {
  DaftarKetetapan,
  IsiKetetapan,
  Ketetapan,
  KetetapanBaru,
  PratinjauKetetapan,
  Refusal,
} from '../../shared/protocol/index.ts';
import type { AdminImpor } from './simpeg-meja.ts';

type Kini = { readonly ok: true; readonly ketetapan: Ketetapan };

/** What an instansi decides for all of its schools: tried out, laid down, written a portion at a time, taken back. */
export type KetetapanMeja = {
  readonly daftar: () => Promise<DaftarKetetapan>;
  /** What it would do; nothing is written. */
  readonly pratinjau: (isi: IsiKetetapan) => Promise<PratinjauKetetapan>;
  /** Lays it down and writes it at the instansi, for schools that come later. The same name again is the same decision. */
  readonly mulai: (admin: AdminImpor, baru: KetetapanBaru) => Promise<Kini | Refusal>;
  /** Goes on by one portion, forward or back. Refusal: `tidak_ada`. */
  readonly sebagian: (admin: AdminImpor, id: string) => Promise<Kini | Refusal>;
  /** Begins to take it back. Refusals: `tidak_ada`, `tahap_salah`. */
  readonly urungkan: (admin: AdminImpor, id: string) => Promise<Kini | Refusal>;
};
