import { type Refusal, refuse, type TindakanPegawai } from '../../../shared/protocol/index.ts';
import type { StaffDesk } from '../../http/index.ts';
import type { AkunRooms } from '../akun.ts';
import { binaSatu } from '../binaan.ts';
import { SISTEM } from '../pena.ts';
import { imporDi } from '../simpeg/sumber.ts';
import { createGambar, type Gambar } from './gambar.ts';
import { daftarUnit, halamanPegawai, satuPegawai, temuanTampil } from './tampil.ts';
import { denganTangan, namaAdmin } from './tangan.ts';
import { type Admin, lakukan, tambah, unitBertanggal } from './tindakan.ts';
import { selaraskanPenilai } from './tugas.ts';
import { usulanTempat } from './usulan-tempat.ts';

type Rooms = AkunRooms & {
  /** When the last copy was made that was checked, epoch ms; null where there is none. */
  readonly cadangan: () => number | null;
};

const TEMUAN_TERBANYAK = 200;

/** A desk that also keeps the names of penilai right while days go by. */
export type MejaSusunan = StaffDesk & {
  /** Names whoever rates from today on in the records of those units whose head changes by the date. Gives how many were written. */
  readonly selaraskan: () => Promise<number>;
};

/** Lays out the desk of an admin who keeps people and organisation. */
export const createMejaSusunan = (rooms: Rooms): MejaSusunan => {
  const { store } = rooms;
  const gambarKini = createGambar(rooms);
  const lihat = async () => ({
    gambar: await gambarKini(),
    belumMasuk: new Set(await store.read((tx) => tx.neverUsed())),
  });

  const bina = async (
    admin: Admin,
    id: string,
    { unit }: Extract<TindakanPegawai, { apa: 'bina' }>,
  ): Promise<{ readonly ok: true } | Refusal> => {
    const gambar = await gambarKini();
    const wilayah = wilayahDari(gambar, id);
    const pengawas = await store.read((tx) => tx.accountById(id));
    if (!pengawas || !wilayah) return refuse('tidak_bertugas');
    if (id === admin.id) return refuse('di_luar_wewenang');
    for (const sekolah of unit) {
      if (gambar.unit.get(sekolah)?.wilayah !== false) return refuse('tidak_ada');
      const hasil = await binaSatu(rooms, { pengawas, wilayah, sekolah, actor: namaAdmin(admin) });
      if (!hasil.ok) return refuse('tidak_bertugas');
    }
    return { ok: true };
  };

  return {
    halaman: async (dicari) => halamanPegawai(await lihat(), dicari),
    satu: async (id) => {
      const dilihat = await lihat();
      const orang = dilihat.gambar.orang.get(id);
      if (!orang) return null;
      const usulan = await usulanTempat(rooms, orang);
      return { ...satuPegawai(dilihat, orang), ...(usulan.length > 0 ? { usulan } : {}) };
    },
    unit: async () => ({ list: daftarUnit(await gambarKini()) }),
    keadaan: async ({ instansi }) => {
      const dilihat = await lihat();
      const { gambar } = dilihat;
      const { saringan } = halamanPegawai(dilihat, { saring: 'aktif', cari: '', unit: '', mulai: 0 });
      const [impor] = await imporDi(store, instansi);
      return {
        temuan: gambar.temuan.slice(0, TEMUAN_TERBANYAK).map((satu) => temuanTampil(gambar, satu)),
        jumlahTemuan: gambar.temuan.length,
        pegawai: saringan['aktif'] ?? 0,
        unit: [...gambar.unit.values()].filter(({ wilayah }) => !wilayah).length,
        belumMasuk: saringan['belumMasuk'] ?? 0,
        akanBerubah: saringan['akanBerubah'] ?? 0,
        impor: impor
          ? {
              ...{ berkas: impor.content.berkas, pada: impor.content.pada },
              bermasalah: impor.content.jumlah.bermasalah,
              ditolak: impor.content.jumlah.ditolak,
              hilang: impor.content.jumlah.hilang,
            }
          : null,
        cadangan: rooms.cadangan(),
      };
    },
    tambah: async (admin, orang) => tambah(rooms, { admin, gambar: await gambarKini() }, orang),
    lakukan: async (admin, id, tindakan) =>
      tindakan.apa === 'bina'
        ? bina(admin, id, tindakan)
        : lakukan(rooms, { admin, gambar: await gambarKini() }, id, tindakan),
    selaraskan: async () => {
      let banyak = 0;
      for (const shard of unitBertanggal(await gambarKini()))
        banyak += await denganTangan(rooms, { actor: SISTEM, shard }, (tangan) =>
          selaraskanPenilai(tangan, shard),
        );
      return banyak;
    },
  };
};

/** The wilayah that somebody heads: where the heads whom he looks after are rated. */
const wilayahDari = ({ kepala, unit, hari }: Gambar, id: string): string | null =>
  kepala.find(
    (satu) =>
      satu.orang === id &&
      unit.get(satu.unit)?.wilayah === true &&
      satu.mulai <= hari &&
      (satu.akhir === null || hari <= satu.akhir),
  )?.unit ?? null;
