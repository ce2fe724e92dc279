import { ALUR, aturanPeriode, LOG_HARIAN } from '../../shared/domain/index.ts';
import { shardOf } from '../../shared/protocol/index.ts';
import { Periodik, type Satker } from '../../shared/records/index.ts';
import type { ReadTx } from '../store/index.ts';
import { type AkunRooms, type Hasil, newId, tolak } from './akun.ts';
import { operatorDari } from './catatan-akses.ts';
import { SHARD_INSTANSI, satkerDi } from './instansi.ts';
import { denganPena } from './pena.ts';
import { denganYangNanti } from './warisan.ts';

/*
 * What an instansi decides for its schools (Kepmendikdasmen 271/O/2025 leaves flow, kind of period and dates to it). The
 * same commands as a head's, so that each school's ledger says when it began; years before keep their rules.
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
    return disebut.length === 0 ? [] : [{ kind: 'periode.atur', body }];
  };
  return {
    ok: true,
    sejak,
    tipe,
    untuk: (satker) => [
      ...(alur ? [{ kind: 'alur.atur', body: { sejak, alur } }] : []),
      ...(log ? [{ kind: 'log.atur', body: { logHarian: log } }] : []),
      ...periode(satker),
    ],
  };
};

/** Why a school cannot be set so: it is not there, or its year is under way with another kind of period. */
const halangan = async (
  tx: ReadTx,
  shard: string,
  { sejak, tipe }: { readonly sejak: number; readonly tipe: string | undefined },
): Promise<string | null> => {
  const record = await satkerDi(tx, shard);
  if (!record) return `Tidak ada sekolah dengan NPSN ${shard.slice(4)}.`;
  if (tipe === undefined || aturanPeriode(record.content, sejak).tipe === tipe) return null;
  const dimulai = (await tx.recordsOfKind(shard, 'evaluasi')).some(
    ({ record: { kind, content, deleted } }) =>
      kind === 'evaluasi' &&
      !deleted &&
      content.periode.tahun === sejak &&
      content.periode.tipe !== 'tahunan',
  );
  return dimulai
    ? `${record.content.nama} sudah punya evaluasi ${sejak}: tipe periodenya tetap untuk tahun itu. Pakai --sejak ${sejak + 1}.`
    : null;
};

/** The schools that a line of the command names: by NPSN, or all that there are. */
export const sekolahYang = async (tx: ReadTx, isian: Isian): Promise<readonly string[]> => {
  if (isian['semua'] !== 'true') return (isian['npsn'] ?? '').split(',').filter(Boolean).map(shardOf);
  const found: string[] = [];
  for (const shard of await tx.shards()) if (await satkerDi(tx, shard)) found.push(shard);
  return found;
};

/** Sets flow, daily log, kind of period and its limit of days for schools by NPSN, or for all; every school or none. */
export const aturSekolah = async (
  rooms: AkunRooms,
  isian: Isian,
): Promise<Hasil<{ sekolah: readonly string[] }>> => {
  const dibaca = baca(isian, new Date(rooms.clock()).getUTCFullYear());
  if (!dibaca.ok) return dibaca;
  if ((isian['semua'] === 'true') === (isian['npsn'] !== undefined))
    return tolak('Sebutkan sekolahnya: --npsn 12345678,87654321 atau --semua.');
  const shards = await rooms.store.read((tx) => sekolahYang(tx, isian));
  const [awal] = shards;
  if (awal === undefined) return tolak('Belum ada sekolah yang dapat diatur.');
  const pada = rooms.clock();
  return denganPena({ ...rooms, shard: awal, lain: shards }, async (pena, tx, lain) => {
    for (const shard of shards) {
      const sebab = await halangan(tx, shard, dibaca);
      if (sebab) return tolak(sebab);
    }
    const sekolah: string[] = [];
    const actor = operatorDari(rooms);
    const untukNanti = { tx, actor, device: newId('s', rooms), pada, pena: lain };
    for (const shard of await denganYangNanti(untukNanti, isian['semua'] === 'true', shards)) {
      const record = await satkerDi(tx, shard);
      if (!record) continue;
      const { tulis } = shard === awal ? pena : lain(shard);
      const device = newId('s', rooms);
      let base = record.head;
      for (const perintah of dibaca.untuk(record.content))
        base = await tulis({
          actor,
          device,
          ...perintah,
          record: record.id,
          base,
          pada,
        });
      if (shard !== SHARD_INSTANSI) sekolah.push(`${record.content.nama} (${record.content.npsn})`);
    }
    return { ok: true, sekolah };
  });
};
