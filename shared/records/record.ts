import type { Akses } from './akses.ts';
import type { DialogKarier } from './dialog.ts';
import type { Entri, EntriState } from './entri.ts';
import type { Evaluasi, EvaluasiState } from './evaluasi.ts';
import type { Impor, ImporState } from './impor.ts';
import type { Kendala, KendalaState } from './kendala.ts';
import type { Matriks } from './matriks.ts';
import type { Jadwal, JadwalState, Pegawai } from './pegawai.ts';
import type { CatatanNilai, CatatanNilaiState } from './penilaian.ts';
import type { Penugasan } from './penugasan.ts';
import type { Pola, PolaSekolah, PolaSembunyi } from './pola.ts';
import type { PortofolioBeralamat, PortofolioState } from './portofolio.ts';
import type { Praktik, PraktikState } from './praktik.ts';
import type { Satker } from './satker.ts';
import type { Skp, SkpState } from './skp.ts';
import type { Tindakan, TindakanState } from './tindakan.ts';
import type { Umpan, UmpanState } from './umpan.ts';
import type { Usulan, UsulanState } from './usulan.ts';

/** State of kinds that know no stages of their own. */
export type PlainState = { readonly tahap: 'TETAP' };

/** Content and state of every kind of record that this version knows. */
export type RecordKinds = {
  entri: { content: Entri; state: EntriState };
  skp: { content: Skp; state: SkpState };
  pegawai: { content: Pegawai; state: PlainState };
  jadwal: { content: Jadwal; state: JadwalState };
  satker: { content: Satker; state: PlainState };
  /** A person's own, or one that a school shares: that has no owner. */
  pola: { content: Pola | PolaSekolah; state: PlainState };
  polaSembunyi: { content: PolaSembunyi; state: PlainState };
  umpan: { content: Umpan; state: UmpanState };
  matriks: { content: Matriks; state: PlainState };
  evaluasi: { content: Evaluasi; state: EvaluasiState };
  impor: { content: Impor; state: ImporState };
  penilaian: { content: CatatanNilai; state: CatatanNilaiState };
  penugasan: { content: Penugasan; state: PlainState };
  praktik: { content: Praktik; state: PraktikState };
  usulan: { content: Usulan; state: UsulanState };
  kendala: { content: Kendala; state: KendalaState };
  tindakan: { content: Tindakan; state: TindakanState };
  akses: { content: Akses; state: PlainState };
  dialog: { content: DialogKarier; state: PlainState };
  portofolio: { content: PortofolioBeralamat; state: PortofolioState };
};
/** A kind of record that this version knows. */
export type RecordKind = keyof RecordKinds;

/** A competing version of a record: an accepted command that was made on a version no longer current. */
export type Variant = {
  /** Id of the command that made it. */
  readonly id: string;
  /** Kind of that command, such as `entri.ubah` or `entri.setujui`. */
  readonly kind: string;
  readonly content: unknown;
  readonly state: { readonly tahap: string };
};

/**
 * Current state of one record, the same shape on phone and server: a fold of the commands that name it.
 * `id` is the id of the command that created it, `head` that of the last one applied.
 */
export type RecordOf<K extends RecordKind> = {
  readonly shard: string;
  readonly id: string;
  readonly kind: K;
  /** Person the record belongs to; empty for what a whole school shares. */
  readonly owner: string;
  readonly head: string;
  readonly state: RecordKinds[K]['state'];
  readonly content: RecordKinds[K]['content'];
  readonly deleted: boolean;
  readonly variants: readonly Variant[];
};
/** Any record. Distributes over the kinds, so that a check of `kind` narrows content and state. */
export type AnyRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind];
