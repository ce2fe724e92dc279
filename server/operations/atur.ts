import { isDeepStrictEqual } from 'node:util';
import { ALUR, aturanPeriode, LOG_HARIAN } from '../../shared/domain/index.ts';
import { Periodik, type Satker } from '../../shared/records/index.ts';
import type { ReadTx } from '../store/index.ts';
import { type AkunRooms, type Hasil, tolak } from './akun.ts';
import { type Diputuskan, type Kemajuan, type Keputusan, putuskan } from './keputusan.ts';

/*
 * What an instansi decides for its schools (Kepmendikdasmen 271/O/2025 leaves flow, kind of period and dates to it). The
 * same commands as a head's, so that each school's ledger says when it began; years before keep their rules. A school stands
 * as asked where its own rule of that very year says so: one that merely follows from a year before may change with that.
 */

type Perintah = { readonly kind: string; readonly body: unknown };
type Isian = Readonly<Record<string, string>>;

const satu = <T extends string>(pilihan: readonly T[], isi: string | undefined): T | null | undefined =>
  isi === undefined ? undefined : (pilihan.find((one) => one === isi) ?? null);

type Dibaca = Hasil<{ sejak: number; tipe: string | undefined; untuk: (satker: Satker) => Perintah[] }>;

/** What the line asks for, as a function of how a school stands now; a sentence where it asks for nothing that there is. */
const baca = (isian: Isian, tahunIni: number): Dibaca => {
  const sejak = Number(isian['sejak'] ?? tahunIni);
  const angka = (nama: string): number | undefined =>
    isian[nama] === undefined ? undefined : Number(isian[nama]);
  const [batas, batasTahunan, batasSkp] = [angka('batas'), angka('batas-tahunan'), isian['batas-skp']];
  const alur = satu(ALUR, isian['alur']);
  const log = satu(LOG_HARIAN, isian['log']);
  const tipe = satu(['bulanan', 'triwulanan'] as const, isian['periode']);
  if (!Number.isInteger(sejak) || sejak < 2022 || sejak > 2099)
    return tolak('--sejak harus tahun 2022 ke atas.');
  if (alur === null) return tolak('--alur harus umum atau guru.');
  if (log === null) return tolak('--log harus wajib, opsional, atau mati.');
  if (tipe === null) return tolak('--periode harus bulanan atau triwulanan.');
  if (batas !== undefined && (!Number.isInteger(batas) || batas < 0 || batas > 60))
    return tolak('--batas harus bilangan 0 sampai 60: hari sesudah periode berakhir.');
  const diatur = { tipe, batasHari: batas, batasTahunan, batasSkp };
  if ([alur, log, ...Object.values(diatur)].every((one) => one === undefined))
    return tolak(
      'Sebutkan yang diatur: --alur, --log, --periode, --batas, --batas-tahunan, atau --batas-skp.',
    );
  if (!Periodik.safeParse({ tipe: 'bulanan', batasHari: 0, sejak, batasTahunan, batasSkp }).success)
    return tolak('--batas-tahunan harus 0 sampai 120 hari, --batas-skp tanggal BB-HH, misalnya 01-31.');
  const periode = (satker: Satker): Perintah[] => {
    const kini = aturanPeriode(satker, sejak);
    const disebut = Object.entries(diatur).filter(([, isi]) => isi !== undefined);
    const body = { ...kini, ...Object.fromEntries(disebut), sejak };
    const sama = satker.periodik?.some((aturan) => isDeepStrictEqual(aturan, body));
    return disebut.length === 0 || sama ? [] : [{ kind: 'periode.atur', body }];
  };
  const alurSama = (satker: Satker): boolean =>
    satker.alur?.some((aturan) => aturan.sejak === sejak && aturan.alur === alur) ?? false;
  return {
    ok: true,
    sejak,
    tipe,
    untuk: (satker) => [
      ...(alur && !alurSama(satker) ? [{ kind: 'alur.atur', body: { sejak, alur } }] : []),
      ...(log && log !== satker.logHarian ? [{ kind: 'log.atur', body: { logHarian: log } }] : []),
      ...periode(satker),
    ],
  };
};

/** Why a school cannot be set so: its year is under way with another kind of period. */
const halangan = async (
  tx: ReadTx,
  { shard, satker }: { readonly shard: string; readonly satker: Satker },
  { sejak, tipe }: { readonly sejak: number; readonly tipe: string | undefined },
): Promise<string | null> => {
  if (tipe === undefined || aturanPeriode(satker, sejak).tipe === tipe) return null;
  const dimulai = (await tx.recordsOfKind(shard, 'evaluasi')).some(
    ({ record: { kind, content, deleted } }) =>
      kind === 'evaluasi' &&
      !deleted &&
      content.periode.tahun === sejak &&
      content.periode.tipe !== 'tahunan',
  );
  return dimulai
    ? `${satker.nama} sudah punya evaluasi ${sejak}: tipe periodenya tetap untuk tahun itu. Pakai --sejak ${sejak + 1}.`
    : null;
};

/** What these settings are for a school as it stands; a sentence where they name nothing that there is. */
export const keputusanAtur = (isian: Isian, tahunIni: number): Hasil<{ keputusan: Keputusan }> => {
  const dibaca = baca(isian, tahunIni);
  if (!dibaca.ok) return dibaca;
  const keputusan: Keputusan = async (tx, shard, satker) => {
    const sebab = await halangan(tx, { shard, satker }, dibaca);
    return sebab ? tolak(sebab) : { ok: true, perintah: dibaca.untuk(satker) };
  };
  return { ok: true, keputusan };
};

/** Sets flow, daily log, kind of period and its limit of days for schools by NPSN, or for all ({@link putuskan}). */
export const aturSekolah = async (
  rooms: AkunRooms & { readonly kemajuan?: Kemajuan },
  isian: Isian,
): Promise<Hasil<Diputuskan>> => {
  const dibaca = keputusanAtur(isian, new Date(rooms.clock()).getUTCFullYear());
  return dibaca.ok ? putuskan(rooms, isian, dibaca.keputusan) : dibaca;
};
