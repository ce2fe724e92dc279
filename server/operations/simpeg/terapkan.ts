import { setImmediate as giliran } from 'node:timers/promises';
import { tanggalPada, ZONA_TERDEPAN } from '../../../shared/domain/index.ts';
import { shardOf } from '../../../shared/protocol/index.ts';
import type { AsalData, Impor, JumlahImpor, Pegawai } from '../../../shared/records/index.ts';
import {
  type BarisRencana,
  denganTanda,
  isDitulis,
  type Rencana,
  samaTanda,
  tandaDari,
  tingkat,
} from '../../../shared/simpeg/index.ts';
import { type AkunRooms, newId } from '../akun.ts';
import { operatorDari } from '../catatan-akses.ts';
import { denganPena } from '../pena.ts';
import type { Tercatat } from './kenali.ts';
import {
  banyakBaris,
  type Diterapkan,
  hitung,
  type Menurut,
  menurutSekolah,
  NOL,
  type Perintah,
  putusanDari,
  tandaBerubah,
} from './perintah.ts';
import type { Langkah, Saksi } from './saksi.ts';
import { penilaiDi, perkenalkan, type Tangan, tulisBaru, tulisSekolah, tulisUbahan } from './tulis.ts';

/** Where her data come from after this import: what it wrote or confirmed is the file's of today, all else is as before. */
const asalSesudah = (lama: Tercatat, { beda, sepakat }: BarisRencana, pada: number): Pegawai['asal'] => {
  const { dasar = null, bidang = {} } = lama.asal ?? {};
  const simpeg: AsalData = { dari: 'simpeg', pada: tanggalPada(pada, ZONA_TERDEPAN) };
  const ditulis = [...beda.map((satu) => satu.bidang), ...sepakat];
  return { dasar, bidang: { ...bidang, ...Object.fromEntries(ditulis.map((satu) => [satu, simpeg])) } };
};

/** The mark that a row leaves; one that says the same as before keeps its day. */
const tandaKini = (
  { baris }: BarisRencana,
  { perluDiperbaiki }: Pick<Tercatat, 'perluDiperbaiki'>,
  pada: number,
): Pegawai['perluDiperbaiki'] => {
  const kini = tandaDari(baris, tanggalPada(pada, ZONA_TERDEPAN));
  return samaTanda(kini, perluDiperbaiki) ? perluDiperbaiki : kini;
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
    const lama = satu.tindakan === 'new' ? undefined : menurutNip.get(satu.nip);
    const ditulis = isDitulis(satu) || lama?.hilang === true;
    if (!lama || !satu.isi || !(ditulis || tandaBerubah(satu, lama))) continue;
    const asal = asalSesudah(lama, satu, tangan.pada);
    const isi = { ...satu.isi, penilai: lama.penilai ?? penilai, asal };
    await tulisUbahan(tangan, lama, denganTanda(isi, tandaKini(satu, lama, tangan.pada)));
    if (ditulis) jumlah.berubah += 1;
  }
  if (penilai && !adaSebelum) await perkenalkan(tangan, penilai);
  return jumlah;
};

type Tangani = Pick<Tangan, 'rooms' | 'actor' | 'penanda'> & {
  readonly nomor: Map<string, number>;
  readonly saksi: Saksi;
};

const diSekolah = <T>(
  { rooms, actor, penanda, nomor, saksi }: Tangani,
  shard: string,
  kerja: (tangan: Tangan) => Promise<T>,
): Promise<T> =>
  denganPena({ ...rooms, shard, nomor, nama: saksi.nama ?? [] }, async (pena, tx) => {
    await saksi.sebelum?.(tx);
    return kerja({ rooms, pena, tx, actor, penanda, shard, pada: rooms.clock() });
  });

/** Somebody whom the file no longer has is marked with the day and works on as before. */
const tandaiHilang = async (tangani: Tangani, { rencana, menurutNip, lanjutan }: Perintah): Promise<void> => {
  const menurut = new Map<string, Rencana['hilang'][number][]>();
  for (const satu of rencana.hilang)
    if (lanjutan?.hilang.has(satu.nip) !== false)
      menurut.set(satu.npsn, [...(menurut.get(satu.npsn) ?? []), satu]);
  for (const [npsn, orang] of menurut)
    await diSekolah(tangani, shardOf(npsn), async (tangan) => {
      for (const { nip } of orang) {
        const lama = menurutNip.get(nip);
        if (!lama || lama.hilang || lama.shard !== tangan.shard) continue;
        const hilangSejak = tanggalPada(tangan.pada, ZONA_TERDEPAN);
        const { isi, penilai, asal, perluDiperbaiki } = lama;
        const kini = { ...isi, penilai, hilangSejak, ...(asal ? { asal } : {}) };
        await tulisUbahan(tangan, lama, denganTanda(kini, perluDiperbaiki));
      }
    });
};

const catatMulai = async (tangani: Tangani, perintah: Perintah, menurut: Menurut): Promise<Langkah> => {
  const { sumber, instansi } = perintah;
  const dari = banyakBaris(menurut);
  return diSekolah(tangani, instansi, async ({ pena, tx, actor, pada }) => {
    const isi: Impor = {
      ...sumber,
      pada: tanggalPada(pada, ZONA_TERDEPAN),
      penanda: tangani.penanda,
      jumlah: NOL,
    };
    const device = newId('s', tangani.rooms);
    const id = await pena.tulis({ actor, device, kind: 'impor.mulai', body: isi, pada });
    const langkah = { id, jumlah: hitung(perintah), selesai: 0, dari };
    await tangani.saksi.dimulai?.(tx, langkah, putusanDari(menurut, perintah));
    return langkah;
  });
};

const catatSelesai = (tangani: Tangani, { instansi }: Perintah, langkah: Langkah): Promise<void> =>
  diSekolah(tangani, instansi, async ({ pena, tx, actor, pada }) => {
    const impor = (await tx.record(instansi, langkah.id))?.record;
    if (!impor) throw new Error('the import is not there');
    const device = newId('s', tangani.rooms);
    await pena.tulis({
      ...{ actor, device, kind: 'impor.selesai', body: { jumlah: langkah.jumlah }, pada },
      ...{ record: impor.id, base: impor.head },
    });
    await tangani.saksi.selesai?.(tx, langkah);
  });

const lanjutkan = ({ lanjutan }: Perintah, menurut: Menurut): Langkah | null => {
  if (!lanjutan) return null;
  const { id, jumlah, selesai } = lanjutan;
  return { id, jumlah, selesai, dari: selesai + banyakBaris(menurut) };
};

/**
 * Writes an import, school by school, each in a transaction of its own, so that others get their turn between them; its own
 * record comes first, so that one that breaks off can be gone on with or taken back. Repeating it is free of effect.
 */
export const terapkan = async (
  rooms: AkunRooms,
  perintah: Perintah,
  saksi: Saksi = {},
): Promise<Diterapkan> => {
  const { instansi, sekolah, kabupaten, zona, actor = operatorDari(rooms), lanjutan } = perintah;
  const penanda = lanjutan?.penanda ?? newId('s', rooms);
  const tangani = { rooms, actor, penanda, nomor: new Map([[penanda, lanjutan?.nomor ?? 0]]), saksi };
  const menurut = menurutSekolah(perintah);
  let langkah = lanjutkan(perintah, menurut) ?? (await catatMulai(tangani, perintah, menurut));
  for (const [shard, baris] of menurut) {
    langkah = await diSekolah(tangani, shard, async (tangan) => {
      const npsn = shard.slice(shard.indexOf(':') + 1);
      if (shard !== instansi)
        await tulisSekolah(tangan, { npsn, nama: sekolah.get(npsn) || npsn, kabupaten, zona });
      const { baru, berubah } = await satuSekolah(tangan, baris, perintah);
      const { jumlah } = langkah;
      const maju = {
        ...langkah,
        jumlah: { ...jumlah, baru: jumlah.baru + baru, berubah: jumlah.berubah + berubah },
        selesai: langkah.selesai + baris.length,
      };
      await saksi.sekolah?.(tangan.tx, maju, shard);
      return maju;
    });
    await giliran();
  }
  await tandaiHilang(tangani, perintah);
  await catatSelesai(tangani, perintah, langkah);
  return { id: langkah.id, jumlah: langkah.jumlah };
};
