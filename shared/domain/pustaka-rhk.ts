import type { Rhk } from '../records/skp.ts';
import pustaka from './pustaka-rhk.json' with { type: 'json' };

/** An RHK to start from, with indicators and codes of the activities that serve it. */
export type TemplatRhk = Pick<Rhk, 'kode' | 'jenis' | 'rhk' | 'intervensi'> & {
  readonly untuk: 'guru' | 'kepala-sekolah';
  readonly indikator: readonly (Omit<Rhk['indikator'][number], 'target'> & {
    readonly target: number | string;
  })[];
  readonly kegiatan: readonly string[];
};

/** Templates for a form, not a quotation of a regulation: what teachers and heads of public primary schools agree on. */
export const PUSTAKA_RHK = pustaka as unknown as {
  readonly katalogKegiatan: readonly Rhk['rencanaAksi'][number][];
  readonly rhk: readonly TemplatRhk[];
};

/** A template as it stands in an SKP: its activities as rencana aksi, its targets as text. */
export const rhkDariPustaka = ({ kode, jenis, rhk, intervensi, indikator, kegiatan }: TemplatRhk): Rhk => ({
  kode,
  jenis,
  rhk,
  intervensi,
  indikator: indikator.map((ukuran) => ({ ...ukuran, target: String(ukuran.target) })),
  rencanaAksi: kegiatan.flatMap((aksi) =>
    PUSTAKA_RHK.katalogKegiatan.filter(({ kode: other }) => other === aksi),
  ),
});
