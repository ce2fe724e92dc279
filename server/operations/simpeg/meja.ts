import { setImmediate as giliran } from 'node:timers/promises';
import { type Actor, HARI_URUNG } from '../../../shared/commands/index.ts';
import { selisihHari, tanggalPada, ZONA_TERDEPAN } from '../../../shared/domain/index.ts';
import { type DaftarImpor, type KeadaanImpor, type Refusal, refuse } from '../../../shared/protocol/index.ts';
import {
  type BarisRencana,
  type HasilPeriksa,
  isDitulis,
  KOLOM,
  type Kolom,
  kalimatSalah,
  kunciJudul,
  type Pemetaan,
  type Rencana,
  rencanakan,
} from '../../../shared/simpeg/index.ts';
import type { AdminImpor, SimpegMeja } from '../../http/index.ts';
import { berkasKembali, KATA_TAK_TERBACA, nomorPengganti, periksaTerpisah } from '../../people/index.ts';
import { type AkunRooms, newId } from '../akun.ts';
import { halamanDari, jumlahDari, type Tampilan, tampilan } from './halaman.ts';
import { type Isi, kenali } from './kenali.ts';
import { imporDi, pemetaanUntuk, sumberDari } from './sumber.ts';
import { perluYakin, terapkan } from './terapkan.ts';
import { urungkan } from './urungkan.ts';

type Rooms = AkunRooms & { readonly simpegKey: Uint8Array; readonly onFault: (cause: unknown) => void };

/** An uploaded file on the desk. It lives in memory: a service that restarts has forgotten it, and nothing is lost. */
type Lembaran = {
  readonly id: string;
  readonly instansi: string;
  readonly bytes: Uint8Array;
  readonly berkas: string;
  readonly sumber: string;
  readonly dibuka: number;
  pemetaan: Pemetaan;
  tahap: KeadaanImpor['tahap'];
  selesai: number;
  dari: number;
  kalimat?: string;
  impor?: string;
  isi?: Isi;
  hasil?: HasilPeriksa;
  rencana?: Rencana;
  tampilan?: Tampilan;
};

const TERBANYAK = 4;
const UMUR = 3_600_000;
const GAGAL = 'Server tidak dapat menyelesaikannya. Coba unggah lagi; bila tetap begitu, hubungi operator.';

const isKolom = (nama: string): nama is Kolom => (KOLOM as readonly string[]).includes(nama);

/** The server writes in the admin's name: what a phone of hers sends has no such right, so no import can be forged. */
const tangan = ({ id, nama }: AdminImpor): Actor => ({ id, nama, peran: ['admin', 'sistem'] });

const menulis = (baris: BarisRencana): boolean =>
  baris.tindakan === 'new' || (baris.tindakan === 'changed' && isDitulis(baris));

const keadaanDari = (satu: Lembaran): KeadaanImpor => {
  const {
    id,
    tahap,
    selesai,
    dari,
    sumber,
    berkas,
    kalimat,
    impor,
    hasil,
    rencana,
    isi,
    tampilan: tampak,
  } = satu;
  const dasar = {
    id,
    tahap,
    selesai,
    dari,
    sumber,
    berkas,
    ...(kalimat ? { kalimat } : {}),
    ...(impor ? { impor } : {}),
  };
  if (!hasil || !rencana || !isi || !tampak) return dasar;
  return {
    ...dasar,
    jumlah: jumlahDari(tampak),
    lembar: hasil.lembar.map(({ nama, judul }) => ({ nama, judul: judul ? [...judul] : null })),
    sekolahBaru: hasil.sekolah.filter(({ npsn }) => !isi.sekolah.has(npsn)),
    menulis: rencana.baris.filter(menulis).length,
    yakin: perluYakin(rencana, isi.menurutNip.size) ? rencana.hilang.length : null,
  };
};

/** Lays out the desk. One file is read or written at a time: both take the whole of a core. */
export const createSimpegMeja = (rooms: Rooms): SimpegMeja => {
  const meja = new Map<string, Lembaran>();
  let sibuk = false;

  const ambil = ({ instansi }: AdminImpor, id: string): Lembaran | null => {
    const satu = meja.get(id);
    return satu?.instansi === instansi ? satu : null;
  };

  const rapikan = (): void => {
    for (const [id, { dibuka, tahap }] of meja)
      if (rooms.clock() - dibuka > UMUR && tahap !== 'menerapkan') meja.delete(id);
    while (meja.size >= TERBANYAK) {
      const [tertua] = meja.keys();
      if (tertua === undefined || meja.get(tertua)?.tahap === 'menerapkan') return;
      meja.delete(tertua);
    }
  };

  /** Runs what takes long, apart from the answer to the request; whatever it throws is the operator's to hear. */
  const kerjakan = (satu: Lembaran, kerja: () => Promise<void>): void => {
    sibuk = true;
    void kerja()
      .catch((cause: unknown) => {
        rooms.onFault(cause);
        satu.tahap = 'gagal';
        satu.kalimat = GAGAL;
      })
      .finally(() => {
        sibuk = false;
      });
  };

  const baca = async (satu: Lembaran): Promise<void> => {
    const isi = await kenali(rooms.store);
    const dibaca = await periksaTerpisah(
      {
        bytes: satu.bytes,
        hariIni: tanggalPada(rooms.clock(), ZONA_TERDEPAN),
        pemetaan: satu.pemetaan,
        nip: [...isi.menurutNip].map(([nip, orang]) => [nip, { nama: orang.isi.nama }]),
        sekolah: [...isi.sekolah],
      },
      (selesai, dari) => Object.assign(satu, { selesai, dari }),
    );
    if (!dibaca.ok) {
      satu.tahap = 'gagal';
      satu.kalimat = KATA_TAK_TERBACA[dibaca.sebab];
      return;
    }
    await giliran();
    const rencana = rencanakan(dibaca.hasil, {
      lama: isi.menurutNip,
      nomor: nomorPengganti(rooms.simpegKey),
    });
    await giliran();
    Object.assign(satu, {
      isi,
      hasil: dibaca.hasil,
      rencana,
      tampilan: tampilan(dibaca.hasil, rencana),
      tahap: 'siap',
    });
  };

  const tulis = async (satu: Lembaran, admin: AdminImpor, kecuali: readonly string[]): Promise<void> => {
    const { hasil, rencana, isi, bytes, instansi } = satu;
    if (!hasil || !rencana || !isi) return;
    const satker = await rooms.store.read((tx) => tx.recordsOfKind(instansi, 'satker'));
    const dinas = satker[0]?.record.kind === 'satker' ? satker[0].record.content : null;
    const { id } = await terapkan(
      rooms,
      {
        ...{ rencana, menurutNip: isi.menurutNip, kecuali: new Set(kecuali), instansi },
        actor: tangan(admin),
        sekolah: new Map(hasil.sekolah.map(({ npsn, nama }) => [npsn, nama])),
        kabupaten: dinas?.kabupaten ?? '',
        zona: dinas?.zona ?? 'Asia/Jakarta',
        sumber: sumberDari({ sumber: satu.sumber, berkas: satu.berkas, bytes, hasil }),
      },
      (selesai, dari) => Object.assign(satu, { selesai, dari }),
    );
    Object.assign(satu, { tahap: 'selesai', impor: id });
  };

  const mulaiBaca = (satu: Lembaran): { readonly ok: true; readonly id: string } => {
    Object.assign(satu, { tahap: 'membaca', selesai: 0, dari: 0 });
    kerjakan(satu, () => baca(satu));
    return { ok: true, id: satu.id };
  };

  return {
    buka: async ({ instansi }, { bytes, berkas, sumber }) => {
      if (sibuk) return refuse('impor_sibuk');
      rapikan();
      const pemetaan = await pemetaanUntuk(rooms.store, instansi, sumber);
      const satu: Lembaran = {
        ...{ id: newId('b', rooms), instansi, bytes, berkas, sumber, pemetaan, dibuka: rooms.clock() },
        ...{ tahap: 'membaca', selesai: 0, dari: 0 },
      };
      meja.set(satu.id, satu);
      return mulaiBaca(satu);
    },
    keadaan: (admin, id) => {
      const satu = ambil(admin, id);
      return satu ? keadaanDari(satu) : null;
    },
    halaman: (admin, id, dicari) => {
      const tampak = ambil(admin, id)?.tampilan;
      return tampak ? halamanDari(tampak, dicari) : null;
    },
    padankan: async (admin, id, pemetaan) => {
      const satu = ambil(admin, id);
      if (!satu) return refuse('tidak_ada');
      if (sibuk) return refuse('impor_sibuk');
      if (satu.tahap !== 'siap') return refuse('tahap_salah');
      const baru = Object.entries(pemetaan).flatMap(([judul, kolom]): [string, Kolom | null][] =>
        kolom === null || isKolom(kolom) ? [[kunciJudul(judul), kolom]] : [],
      );
      satu.pemetaan = { ...satu.pemetaan, ...Object.fromEntries(baru) };
      return mulaiBaca(satu);
    },
    terapkan: (admin, id, { kecuali, yakin }): { readonly ok: true } | Refusal => {
      const satu = ambil(admin, id);
      if (!satu?.rencana || !satu.isi) return refuse('tidak_ada');
      if (sibuk) return refuse('impor_sibuk');
      if (satu.tahap !== 'siap') return refuse('tahap_salah');
      const { hilang } = satu.rencana;
      if (perluYakin(satu.rencana, satu.isi.menurutNip.size) && yakin !== hilang.length)
        return refuse('perlu_yakin', { jumlah: hilang.length });
      Object.assign(satu, { tahap: 'menerapkan', selesai: 0, dari: 0 });
      kerjakan(satu, () => tulis(satu, admin, kecuali));
      return { ok: true };
    },
    berkasSalah: (admin, id) => {
      const hasil = ambil(admin, id)?.hasil;
      return hasil ? berkasKembali(hasil, kalimatSalah) : null;
    },
    daftar: async ({ instansi }): Promise<DaftarImpor> => {
      const hariIni = tanggalPada(rooms.clock(), ZONA_TERDEPAN);
      const list = (await imporDi(rooms.store, instansi)).slice(0, 50).map(({ id, content, state }) => ({
        ...{ id, sumber: content.sumber, berkas: content.berkas, pada: content.pada, tahap: state.tahap },
        ...{ baru: content.jumlah.baru, berubah: content.jumlah.berubah },
        dapatDiurungkan: state.tahap !== 'DIURUNGKAN' && selisihHari(content.pada, hariIni) <= HARI_URUNG,
      }));
      return { list };
    },
    urungkan: async (admin, id) => {
      if (sibuk) return refuse('impor_sibuk');
      sibuk = true;
      try {
        const hasil = await urungkan(rooms, { id, instansi: admin.instansi, actor: tangan(admin) });
        return hasil.ok ? { ok: true, kembali: hasil.kembali, tetap: [...hasil.tetap] } : hasil;
      } finally {
        sibuk = false;
      }
    },
  };
};
