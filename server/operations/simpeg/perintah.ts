import type { Actor } from '../../../shared/commands/index.ts';
import { shardOf } from '../../../shared/protocol/index.ts';
import type { Impor, JumlahImpor, Satker } from '../../../shared/records/index.ts';
import {
  type BarisRencana,
  type Rencana,
  samaTanda,
  tandaDari,
  tingkat,
} from '../../../shared/simpeg/index.ts';
import type { Tercatat } from './kenali.ts';

/** An import that somebody has said yes to. */
export type Perintah = {
  readonly rencana: Rencana;
  readonly menurutNip: ReadonlyMap<string, Tercatat>;
  readonly sekolah: ReadonlyMap<string, string>;
  /** Rows left out, as `lembar:nomor`. */
  readonly kecuali: ReadonlySet<string>;
  /** By whose hand; the operator's own where it is left out. */
  readonly actor?: Actor;
  /** Shard of the instansi, where the import itself is written and whoever belongs to no school. */
  readonly instansi: string;
  readonly kabupaten: string;
  readonly zona: Satker['zona'];
  readonly sumber: Pick<Impor, 'sumber' | 'berkas' | 'sha' | 'pemetaan'>;
  /** Where it goes on from, after the process that had begun it is gone. */
  readonly lanjutan?: Lanjutan;
};

/**
 * An import that broke off. What is done is done: the plan was made anew beside it, and of that plan no more is written
 * than was said yes to, in schools that were not written yet.
 */
export type Lanjutan = Diterapkan &
  Putusan & {
    readonly penanda: string;
    /** Number of the last command that it wrote. */
    readonly nomor: number;
    /** Shards that it has written. */
    readonly sudah: ReadonlySet<string>;
    /** Rows that they had. */
    readonly selesai: number;
  };

/**
 * What somebody said yes to: rows that write something, by their names, each with the head of the record that it changes
 * (empty for a new one), and NIPs of who is missing.
 */
export type Putusan = { readonly ikut: ReadonlyMap<string, string>; readonly hilang: ReadonlySet<string> };

export type Diterapkan = { readonly id: string; readonly jumlah: JumlahImpor };

/** A row's name: sheet and number. */
export const namaBaris = ({ lembar, nomor }: { readonly lembar: string; readonly nomor: number }): string =>
  `${lembar}:${nomor}`;

/** More than this part of everybody missing from a file is a mistake until somebody says that it is none. */
const BAGIAN_WAJAR = 0.01;

/** True where so many are missing from the file that the admin must type their number. */
export const perluYakin = ({ hilang }: Rencana, semua: number): boolean =>
  hilang.length > Math.max(1, semua * BAGIAN_WAJAR);

/** An import that has written nothing. */
export const NOL: JumlahImpor = { baru: 0, berubah: 0, sama: 0, bermasalah: 0, ditolak: 0, hilang: 0 };

const lamaDari = (
  { tindakan, nip }: BarisRencana,
  menurutNip: Perintah['menurutNip'],
): Tercatat | undefined =>
  tindakan === 'changed' || tindakan === 'unchanged' ? menurutNip.get(nip) : undefined;

/** True where a row leaves another mark on somebody who is here than she bears; a second row of hers leaves none. */
export const tandaBerubah = (
  { isi, baris }: Pick<BarisRencana, 'isi' | 'baris'>,
  lama: Pick<Tercatat, 'perluDiperbaiki'> | undefined,
): boolean => lama !== undefined && isi !== null && !samaTanda(tandaDari(baris, ''), lama.perluDiperbaiki);

/** Rows that write something, by school; heads first, since their staff name them. */
export const menurutSekolah = ({
  rencana,
  kecuali,
  instansi,
  menurutNip,
  lanjutan,
}: Perintah): ReadonlyMap<string, BarisRencana[]> => {
  const menurut = new Map<string, BarisRencana[]>();
  for (const satu of rencana.baris) {
    // Who is here already is written where she is: a move is not a file's to make.
    const lama = lamaDari(satu, menurutNip);
    const berubah = satu.tindakan === 'changed' && satu.isi !== null;
    const nama = namaBaris(satu.baris);
    if (!(satu.tindakan === 'new' || berubah || tandaBerubah(satu, lama)) || kecuali.has(nama)) continue;
    // Whom another hand has changed since the yes stays as that left her.
    if (lanjutan && lanjutan.ikut.get(nama) !== (lama?.head ?? '')) continue;
    const shard = lama?.shard ?? (satu.baris.npsn === '' ? instansi : shardOf(satu.baris.npsn));
    if (lanjutan?.sudah.has(shard)) continue;
    const sesekolah = menurut.get(shard);
    if (sesekolah) sesekolah.push(satu);
    else menurut.set(shard, [satu]);
  }
  for (const baris of menurut.values())
    baris.sort((a, b) => tingkat(a.isi?.jabatan ?? '') - tingkat(b.isi?.jabatan ?? ''));
  return menurut;
};

/** What the rows of a plan come to before anything is written. */
export const hitung = ({ rencana, kecuali }: Perintah): JumlahImpor => {
  const jumlah = { ...NOL, hilang: rencana.hilang.length };
  for (const { baris, tindakan } of rencana.baris) {
    if (baris.nilai !== null && baris.salah.length > 0) jumlah.bermasalah += 1;
    if (baris.nilai !== null && (baris.ditolak || kecuali.has(namaBaris(baris)))) jumlah.ditolak += 1;
    if (tindakan === 'unchanged') jumlah.sama += 1;
  }
  return jumlah;
};

export type Menurut = ReturnType<typeof menurutSekolah>;

/** What is said yes to by applying it. */
export const putusanDari = (menurut: Menurut, { rencana, menurutNip }: Perintah): Putusan => ({
  ikut: new Map(
    [...menurut.values()]
      .flat()
      .map((satu): [string, string] => [namaBaris(satu.baris), lamaDari(satu, menurutNip)?.head ?? '']),
  ),
  hilang: new Set(rencana.hilang.map(({ nip }) => nip)),
});

/** How many rows they are. */
export const banyakBaris = (menurut: Menurut): number =>
  [...menurut.values()].reduce((sum, baris) => sum + baris.length, 0);
