import { setImmediate as giliran } from 'node:timers/promises';
import type { Actor } from '../../../shared/commands/index.ts';
import { tanggalPada, ZONA_TERDEPAN } from '../../../shared/domain/index.ts';
import { shardOf } from '../../../shared/protocol/index.ts';
import type { AsalData, Impor, JumlahImpor, Pegawai, Satker } from '../../../shared/records/index.ts';
import { type BarisRencana, isDitulis, type Rencana, tingkat } from '../../../shared/simpeg/index.ts';
import type { StoredRecord } from '../../store/index.ts';
import { type AkunRooms, newId } from '../akun.ts';
import { operatorDari } from '../catatan-akses.ts';
import { denganPena } from '../pena.ts';
import type { Tercatat } from './kenali.ts';
import { penilaiDi, perkenalkan, type Tangan, tulisBaru, tulisSekolah, tulisUbahan } from './tulis.ts';

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
};

export type Diterapkan = { readonly id: string; readonly jumlah: JumlahImpor };

/** A row's name: sheet and number. */
export const namaBaris = ({ lembar, nomor }: { readonly lembar: string; readonly nomor: number }): string =>
  `${lembar}:${nomor}`;

/** More than this part of everybody missing from a file is a mistake until somebody says that it is none. */
const BAGIAN_WAJAR = 0.01;

/** True where so many are missing from the file that the admin must type their number. */
export const perluYakin = ({ hilang }: Rencana, semua: number): boolean =>
  hilang.length > Math.max(1, semua * BAGIAN_WAJAR);

const NOL: JumlahImpor = { baru: 0, berubah: 0, sama: 0, bermasalah: 0, ditolak: 0, hilang: 0 };

/** Rows that write something, by school; heads first, since their staff name them. */
const menurutSekolah = ({
  rencana,
  kecuali,
  instansi,
  menurutNip,
}: Perintah): ReadonlyMap<string, BarisRencana[]> => {
  const menurut = new Map<string, BarisRencana[]>();
  for (const satu of rencana.baris) {
    const menulis = satu.tindakan === 'new' || (satu.tindakan === 'changed' && satu.isi !== null);
    if (!menulis || kecuali.has(namaBaris(satu.baris))) continue;
    // Who is here already is written where she is: a move is not a file's to make.
    const lama = satu.tindakan === 'changed' ? menurutNip.get(satu.nip) : undefined;
    const shard = lama?.shard ?? (satu.baris.npsn === '' ? instansi : shardOf(satu.baris.npsn));
    const sudah = menurut.get(shard);
    if (sudah) sudah.push(satu);
    else menurut.set(shard, [satu]);
  }
  for (const baris of menurut.values())
    baris.sort((a, b) => tingkat(a.isi?.jabatan ?? '') - tingkat(b.isi?.jabatan ?? ''));
  return menurut;
};

/** Where her data come from after this import: what it wrote or confirmed is the file's of today, all else is as before. */
const asalSesudah = (lama: Tercatat, { beda, sepakat }: BarisRencana, pada: number): Pegawai['asal'] => {
  const { dasar = null, bidang = {} } = lama.asal ?? {};
  const simpeg: AsalData = { dari: 'simpeg', pada: tanggalPada(pada, ZONA_TERDEPAN) };
  const ditulis = [...beda.map((satu) => satu.bidang), ...sepakat];
  return { dasar, bidang: { ...bidang, ...Object.fromEntries(ditulis.map((satu) => [satu, simpeg])) } };
};

/** New people of one school, then what changes of those who were there, wherever they are written. */
const satuSekolah = async (
  tangan: Tangan,
  baris: readonly BarisRencana[],
  { menurutNip }: Perintah,
): Promise<Pick<JumlahImpor, 'baru' | 'berubah'>> => {
  const jumlah = { baru: 0, berubah: 0 };
  let penilai = await penilaiDi(tangan.tx, tangan.shard);
  const adaSebelum = penilai !== null;
  for (const satu of baris) {
    if (satu.tindakan !== 'new') continue;
    const orang = await tulisBaru(tangan, satu, penilai);
    if (tingkat(satu.isi?.jabatan ?? '') === 2) penilai ??= orang;
    jumlah.baru += 1;
  }
  for (const satu of baris) {
    const lama = satu.tindakan === 'changed' ? menurutNip.get(satu.nip) : undefined;
    if (!lama || !satu.isi || !(isDitulis(satu) || lama.hilang)) continue;
    const asal = asalSesudah(lama, satu, tangan.pada);
    await tulisUbahan(tangan, lama, { ...satu.isi, penilai: lama.penilai ?? penilai, asal });
    jumlah.berubah += 1;
  }
  if (penilai && !adaSebelum) await perkenalkan(tangan, penilai);
  return jumlah;
};

type Tangani = Pick<Tangan, 'rooms' | 'actor' | 'penanda'> & { readonly nomor: Map<string, number> };

const diSekolah = <T>(
  { rooms, actor, penanda, nomor }: Tangani,
  shard: string,
  kerja: (tangan: Tangan) => Promise<T>,
): Promise<T> =>
  denganPena({ ...rooms, shard, nomor }, (pena, tx) =>
    kerja({ rooms, pena, tx, actor, penanda, shard, pada: rooms.clock() }),
  );

/** Somebody whom the file no longer has is marked with the day and works on as before. */
const tandaiHilang = async (tangani: Tangani, { rencana, menurutNip }: Perintah): Promise<void> => {
  const menurut = new Map<string, Rencana['hilang'][number][]>();
  for (const satu of rencana.hilang) menurut.set(satu.npsn, [...(menurut.get(satu.npsn) ?? []), satu]);
  for (const [npsn, orang] of menurut)
    await diSekolah(tangani, shardOf(npsn), async (tangan) => {
      for (const { nip } of orang) {
        const lama = menurutNip.get(nip);
        if (!lama || lama.hilang || lama.shard !== tangan.shard) continue;
        const hilangSejak = tanggalPada(tangan.pada, ZONA_TERDEPAN);
        const { isi, penilai, asal } = lama;
        await tulisUbahan(tangan, lama, { ...isi, penilai, hilangSejak, ...(asal ? { asal } : {}) });
      }
    });
};

const hitung = ({ rencana, kecuali }: Perintah): JumlahImpor => {
  const jumlah = { ...NOL, hilang: rencana.hilang.length };
  for (const { baris, tindakan } of rencana.baris) {
    if (baris.nilai !== null && baris.salah.length > 0) jumlah.bermasalah += 1;
    if (baris.nilai !== null && (baris.ditolak || kecuali.has(namaBaris(baris)))) jumlah.ditolak += 1;
    if (tindakan === 'unchanged') jumlah.sama += 1;
  }
  return jumlah;
};

const catatMulai = async (
  tangani: Tangani,
  { sumber, instansi }: Perintah,
): Promise<StoredRecord['record']> =>
  diSekolah(tangani, instansi, async ({ pena, tx, actor, pada }) => {
    const isi: Impor = {
      ...sumber,
      pada: tanggalPada(pada, ZONA_TERDEPAN),
      penanda: tangani.penanda,
      jumlah: NOL,
    };
    const id = await pena.tulis({
      actor,
      device: newId('s', tangani.rooms),
      kind: 'impor.mulai',
      body: isi,
      pada,
    });
    const ditulis = await tx.record(instansi, id);
    if (!ditulis) throw new Error('the import was not written');
    return ditulis.record;
  });

/**
 * Writes an import, school by school, each in a transaction of its own, so that others get their turn between them; its own
 * record comes first, so that one that breaks off can be taken back as well. Repeating it is free of effect.
 */
export const terapkan = async (
  rooms: AkunRooms,
  perintah: Perintah,
  onProgress: (selesai: number, dari: number) => void = () => undefined,
): Promise<Diterapkan> => {
  const { instansi, sekolah, kabupaten, zona, actor = operatorDari(rooms) } = perintah;
  const tangani = { rooms, actor, penanda: newId('s', rooms), nomor: new Map<string, number>() };
  const impor = await catatMulai(tangani, perintah);
  const jumlah = hitung(perintah);
  const menurut = menurutSekolah(perintah);
  const dari = [...menurut.values()].reduce((sum, baris) => sum + baris.length, 0);
  let selesai = 0;
  for (const [shard, baris] of menurut) {
    const ditulis = await diSekolah(tangani, shard, async (tangan) => {
      const npsn = shard.slice(shard.indexOf(':') + 1);
      if (shard !== instansi)
        await tulisSekolah(tangan, { npsn, nama: sekolah.get(npsn) || npsn, kabupaten, zona });
      return satuSekolah(tangan, baris, perintah);
    });
    jumlah.baru += ditulis.baru;
    jumlah.berubah += ditulis.berubah;
    selesai += baris.length;
    onProgress(selesai, dari);
    await giliran();
  }
  await tandaiHilang(tangani, perintah);
  await diSekolah(tangani, instansi, ({ pena, pada }) =>
    pena.tulis({
      ...{ actor, device: newId('s', rooms), kind: 'impor.selesai', body: { jumlah }, pada },
      ...{ record: impor.id, base: impor.head },
    }),
  );
  return { id: impor.id, jumlah };
};
