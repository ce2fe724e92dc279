import {
  JENIS_KEPALA,
  namaLengkap,
  tambahHari,
  tanggalPada,
  tugasBerlaku,
  ZONA_TERDEPAN,
} from '../../../shared/domain/index.ts';
import {
  type IsiPegawaiAdmin,
  type Refusal,
  refuse,
  type TambahPegawai,
  type TindakanPegawai,
} from '../../../shared/protocol/index.ts';
import { BIDANG_PEGAWAI, type Pegawai } from '../../../shared/records/index.ts';
import { bidangBerbeda, denganTanda, tandaSesudah } from '../../../shared/simpeg/index.ts';
import { type AkunRooms, newId } from '../akun.ts';
import type { Gambar, OrangLengkap } from './gambar.ts';
import { denganTangan, namaAdmin, type Tangan, tulisPegawai } from './tangan.ts';
import { akhiriTugas, batalkanTugas, mulaiTugas } from './tugas.ts';
import { sebutanPenilai, type TugasOrang } from './unit.ts';

/** Who acts: an admin of the instansi. */
export type Admin = { readonly id: string; readonly nama: string };
type Ya = { readonly ok: true };
const YA: Ya = { ok: true };

type Apa<K extends TindakanPegawai['apa']> = Extract<TindakanPegawai, { apa: K }>;
type Kerja<T> = (tangan: Tangan, orang: OrangLengkap, isi: T, gambar: Gambar) => Promise<Ya | Refusal>;

/** A refusal inside a transaction: thrown, so that nothing of it is kept. */
class Ditolak extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const harus = (hasil: Ya | Refusal): void => {
  if (!hasil.ok) throw new Ditolak(hasil);
};

/** Her data as a unit holds it, without what that unit alone says. */
const polos = ({ isi }: OrangLengkap): Pegawai =>
  denganTanda({ ...isi, penilai: null }, tandaSesudah(isi.perluDiperbaiki, ['unit', 'penilai']));

const bekerja = ({ jenis }: TugasOrang): boolean => jenis === 'induk' || jenis === 'kepala';

/** Her assignments of home and head that still hold on a day, or begin after it. */
const berjalan = ({ tugas, unit }: OrangLengkap, hari: string): TugasOrang[] =>
  tugas.filter(
    (satu) => bekerja(satu) && satu.unit === unit.shard && (satu.akhir === null || satu.akhir >= hari),
  );

/** Where her data come from once an admin has written some of them: each changed field, and what stood there. */
const asalTangan = (lama: Pegawai, isi: IsiPegawaiAdmin, pada: string): NonNullable<Pegawai['asal']> => {
  const { dasar, bidang } = lama.asal ?? { dasar: null, bidang: {} };
  const berubah = BIDANG_PEGAWAI.filter((satu) => isi[satu] !== lama[satu]).map((satu) => [
    satu,
    { dari: 'tangan' as const, pada, semula: lama[satu] },
  ]);
  return { dasar, bidang: { ...bidang, ...Object.fromEntries(berubah) } };
};

/** Data by hand: in every unit that has a record of hers, and what her account is called. */
const ubah: Kerja<Apa<'ubah'>> = async (tangan, { id, isi: lama }, { isi }, gambar) => {
  const { tx, pada } = tangan;
  const hari = tanggalPada(pada, ZONA_TERDEPAN);
  if (isi.nip !== lama.nip && (await tx.accountByNip(isi.nip))) return refuse('nip_dipakai');
  for (const unit of gambar.unit.values()) {
    const ada = unit.pegawai.find(({ owner }) => owner === id);
    if (ada)
      await tulisPegawai(tangan, await tangan.unit(unit.shard), {
        orang: id,
        isi: denganTanda(
          { ...ada.content, ...isi, asal: asalTangan(ada.content, isi, hari) },
          tandaSesudah(ada.content.perluDiperbaiki, bidangBerbeda(ada.content, isi)),
        ),
      });
  }
  const akun = await tx.accountById(id);
  // She signs in with either number until she has heard of the new one.
  const nipLama = akun && akun.nip !== isi.nip ? akun.nip : (akun?.nipLama ?? null);
  if (akun)
    await tx.putAccount({ ...akun, nip: isi.nip, nipLama, nama: namaLengkap(isi), jabatan: isi.jabatan });
  return YA;
};

/**
 * A move: the old school keeps everything that was done there, the new one begins with the day. Both ends are written at
 * once, and each right begins and ends at its school's midnight.
 */
const mutasi: Kerja<Apa<'mutasi'>> = async (tangan, orang, { ke, mulai, alasan, sebagai }, gambar) => {
  const dari = orang.unit.shard;
  const akhir = tambahHari(mulai, -1);
  const lama = berjalan(orang, akhir);
  const [satu] = lama;
  if (!satu || orang.keadaan !== 'aktif') return refuse('tidak_bertugas');
  if (ke === dari || !gambar.unit.has(ke)) return refuse('tidak_ada');
  for (const tugas of lama)
    harus(await akhiriTugas(tangan, tugas, { akhir, sebab: 'mutasi', alasan, terkait: ke }));
  const baru = {
    orang: orang.id,
    shard: ke,
    jenis: sebagai ?? satu.jenis,
    mulai,
    akhir: null,
    alasan,
    terkait: dari,
  };
  return mulaiTugas(tangan, { ...baru, isi: polos(orang) });
};

/** Retirement, or out of service for a while: every assignment ends, the account stays open for reading. */
const keluar: Kerja<Apa<'keluar'>> = async (tangan, orang, { sebab, mulai, alasan }) => {
  const akhir = tambahHari(mulai, -1);
  const lama = orang.tugas.filter((satu) => satu.akhir === null || satu.akhir > akhir);
  if (orang.keadaan !== 'aktif' || lama.length === 0) return refuse('tidak_bertugas');
  for (const tugas of lama) {
    if (tugas.mulai > akhir) continue;
    harus(await akhiriTugas(tangan, tugas, { akhir, sebab, alasan, terkait: null }));
  }
  return YA;
};

/** Back in service, in the school of before or another. */
const aktifkan: Kerja<Apa<'aktifkan'>> = async (tangan, orang, { unit, mulai, alasan }, gambar) => {
  if (orang.keadaan === 'aktif' || !gambar.unit.has(unit)) return refuse('tidak_ada');
  const tugas = { jenis: 'induk' as const, mulai, akhir: null, alasan, terkait: null };
  return mulaiTugas(tangan, { orang: orang.id, shard: unit, ...tugas, isi: polos(orang) });
};

const tugaskan: Kerja<Apa<'tugaskan'>> = async (tangan, orang, { apa: _, unit, ...tugas }, gambar) => {
  if (orang.keadaan !== 'aktif') return refuse('tidak_bertugas');
  if (!gambar.unit.has(unit) || (tugas.jenis === 'nonInduk' && unit === orang.unit.shard))
    return refuse('tidak_ada');
  return mulaiTugas(tangan, { orang: orang.id, shard: unit, ...tugas, terkait: null, isi: orang.isi });
};

const akhiri: Kerja<Apa<'akhiri'>> = async (tangan, orang, { tugas: dicari, akhir, alasan }) => {
  const tugas = orang.tugas.find(({ id }) => id === dicari);
  if (!tugas) return refuse('tidak_ada');
  // Her own school is left by a move or out of service: whoever only ended it would be nowhere.
  if (tugas.jenis === 'induk') return refuse('tahap_salah');
  const selesai = await akhiriTugas(tangan, tugas, { akhir, sebab: 'selesai', alasan, terkait: null });
  if (!selesai.ok || tugas.jenis !== 'kepala') return selesai;
  // Whoever heads no longer stays in the school as one of its staff.
  const isi = { ...isiStaf(orang), shard: tugas.unit, mulai: tambahHari(akhir, 1), alasan };
  const lagi = berjalan(orang, isi.mulai).some(({ jenis }) => jenis === 'induk');
  return lagi ? selesai : mulaiTugas(tangan, isi);
};

const isiStaf = (orang: OrangLengkap) =>
  ({ orang: orang.id, jenis: 'induk', akhir: null, terkait: null, isi: polos(orang) }) as const;

const batal: Kerja<Apa<'batal'>> = async (tangan, orang, { tugas: dicari }) => {
  const tugas = orang.tugas.find(({ id }) => id === dicari);
  if (!tugas) return refuse('tidak_ada');
  harus(await batalkanTugas(tangan, { shard: tugas.unit, id: dicari }));
  // Out of service is one decision about all of her assignments, and is taken back as one.
  if (tugas.sebab !== 'pensiun' && tugas.sebab !== 'nonaktif') return YA;
  for (const lain of orang.tugas)
    if (lain.id !== null && lain.id !== dicari && lain.sebab === tugas.sebab && lain.akhir === tugas.akhir)
      harus(await batalkanTugas(tangan, { shard: lain.unit, id: lain.id }));
  return YA;
};

/** Heads of a person's unit today: who may be named as her penilai. Nobody rates herself (R2). */
export const calonPenilai = ({ kepala, orang, hari }: Gambar, { id, unit }: OrangLengkap): TugasOrang[] =>
  kepala.filter(
    (satu) =>
      satu.unit === unit.shard && satu.orang !== id && tugasBerlaku(satu, hari) && orang.has(satu.orang),
  );

const penilai: Kerja<Apa<'penilai'>> = async (tangan, orang, { penilai: dipilih }, gambar) => {
  if (dipilih === orang.id) return refuse('menilai_diri');
  const tugas = calonPenilai(gambar, orang).find((satu) => satu.orang === dipilih);
  const isi = gambar.orang.get(dipilih)?.isi;
  if (!tugas || !isi || orang.keadaan !== 'aktif') return refuse('tidak_bertugas');
  const unit = await tangan.unit(orang.unit.shard);
  await tulisPegawai(tangan, unit, {
    orang: orang.id,
    isi: denganTanda(
      { ...orang.isi, penilai: sebutanPenilai(tugas, isi) },
      tandaSesudah(orang.isi.perluDiperbaiki, ['penilai']),
    ),
  });
  return YA;
};

/** Takes the mark of the file's faults away, in every unit that has a record of hers. */
const beres: Kerja<Apa<'beres'>> = async (tangan, { id }, _, gambar) => {
  for (const unit of gambar.unit.values()) {
    const ada = unit.pegawai.find(({ owner, content }) => owner === id && content.perluDiperbaiki);
    if (ada)
      await tulisPegawai(tangan, await tangan.unit(unit.shard), {
        orang: id,
        isi: denganTanda(ada.content, undefined),
      });
  }
  return YA;
};

const KERJA: { readonly [K in Exclude<TindakanPegawai['apa'], 'bina'>]: Kerja<Apa<K>> } = {
  ...{ ubah, mutasi, keluar, aktifkan, tugaskan, akhiri, batal, penilai, beres },
};

type Diminta = { readonly admin: Admin; readonly gambar: Gambar };

const dalamSatu = async (kerja: () => Promise<Ya | Refusal>): Promise<Ya | Refusal> => {
  try {
    const hasil = await kerja();
    return hasil;
  } catch (cause) {
    if (cause instanceof Ditolak) return cause.refusal;
    throw cause;
  }
};

/**
 * Does one act of an admin on a person, all of it or nothing. Nobody acts on herself: an admin who teaches cannot make
 * herself a head (trust.md 3.1 R2).
 */
export const lakukan = async (
  rooms: AkunRooms,
  { admin, gambar }: Diminta,
  id: string,
  tindakan: Exclude<TindakanPegawai, { apa: 'bina' }>,
): Promise<Ya | Refusal> => {
  const orang = gambar.orang.get(id);
  if (!orang) return refuse('tidak_ada');
  if (id === admin.id) return refuse('di_luar_wewenang');
  const kerja = KERJA[tindakan.apa] as Kerja<typeof tindakan>;
  return dalamSatu(() =>
    denganTangan(rooms, { actor: namaAdmin(admin), shard: orang.unit.shard }, async (tangan) => {
      const hasil = await kerja(tangan, orang, tindakan, gambar);
      if (!hasil.ok) throw new Ditolak(hasil);
      return hasil;
    }),
  );
};

const isiBaru = (isi: IsiPegawaiAdmin, pada: string): Pegawai => ({
  ...isi,
  penilai: null,
  asal: { dasar: { dari: 'tangan', pada }, bidang: {} },
});

/** Adds a person by hand: an account that nobody can sign in to until it is activated, her school, her record. */
export const tambah = async (
  rooms: AkunRooms,
  { admin, gambar }: Diminta,
  { isi, unit, jenis, mulai }: TambahPegawai,
): Promise<{ readonly ok: true; readonly id: string } | Refusal> => {
  if (!gambar.unit.has(unit)) return refuse('tidak_ada');
  const id = newId('p', rooms);
  const hasil = await dalamSatu(() =>
    denganTangan(rooms, { actor: namaAdmin(admin), shard: unit }, async (tangan) => {
      const { tx, pada } = tangan;
      if (await tx.accountByNip(isi.nip)) throw new Ditolak(refuse('nip_dipakai'));
      const akun = { id, nip: isi.nip, nama: namaLengkap(isi), jabatan: isi.jabatan };
      await tx.putAccount({ ...akun, password: '', createdAt: pada, deactivatedAt: null, nipLama: null });
      const tugas = { jenis, mulai, akhir: null, alasan: '', terkait: null };
      harus(
        await mulaiTugas(tangan, {
          orang: id,
          shard: unit,
          ...tugas,
          isi: isiBaru(isi, tanggalPada(pada, ZONA_TERDEPAN)),
        }),
      );
      return YA;
    }),
  );
  return hasil.ok ? { ok: true, id } : hasil;
};

/** Units whose penilai changes by the date alone: a stand-in of theirs has begun or ended. */
export const unitBertanggal = ({ kepala, hari }: Gambar): Set<string> =>
  new Set(
    kepala.flatMap(({ id, unit, jenis, mulai, akhir }) =>
      id !== null && JENIS_KEPALA.includes(jenis) && (mulai <= hari || (akhir !== null && akhir < hari))
        ? [unit]
        : [],
    ),
  );
