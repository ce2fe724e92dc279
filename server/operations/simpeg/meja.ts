import { type KeadaanImpor, type Refusal, refuse } from '../../../shared/protocol/index.ts';
import { KOLOM, type Kolom, kalimatSalah, kunciJudul } from '../../../shared/simpeg/index.ts';
import type { AdminImpor, SimpegMeja } from '../../http/index.ts';
import { berkasKembali } from '../../people/index.ts';
import type { Line, StoredUpload } from '../../store/index.ts';
import { type AkunRooms, newId } from '../akun.ts';
import { Ringkasan } from './bacaan.ts';
import { daftarImpor, lanjutkan } from './daftar.ts';
import { halamanDari } from './halaman.ts';
import { tungguImpor } from './kunci.ts';
import {
  banyakSalah,
  buang,
  catatBacaan,
  isTerputus,
  keadaanDari,
  letakkan,
  padankan,
  ringkasanDari,
  salahDari,
  ubah,
  umurDari,
} from './laci.ts';
import { createPelaksana, tangan } from './pelaksana.ts';
import { createPembaca, type PembacaRooms } from './pembaca.ts';
import { pemetaanUntuk } from './sumber.ts';
import { urungkan } from './urungkan.ts';

type Rooms = AkunRooms & PembacaRooms;

/** The desk, and what is done about it now and then. */
export type MejaImpor = SimpegMeja & {
  /** Puts away what nobody decides on, and goes on with an import whose process is gone. */
  readonly rapikan: () => Promise<void>;
  readonly berhenti: () => Promise<void>;
};

type Dimaui = Parameters<SimpegMeja['terapkan']>[2];

/** Files of an instansi that lie there at a time. */
const TERBANYAK = 4;
/** An import that came no further for so long is looked after, ms; whoever is at it holds its place. */
const DIAM = 5_000;

const BERAKHIR: ReadonlySet<string> = new Set(['selesai', 'gagal']);

const isKolom = (nama: string): nama is Kolom => (KOLOM as readonly string[]).includes(nama);

/** Lays out the desk. Whatever is asked of it, any process answers: what they share is in the store. */
export const createSimpegMeja = (rooms: Rooms): MejaImpor => {
  const { store, clock } = rooms;
  const pembaca = createPembaca(rooms);
  const pelaksana = createPelaksana(rooms, pembaca);
  let ditengok = 0;

  const ambil = ({ instansi }: AdminImpor, id: string): Promise<StoredUpload | null> =>
    store.read((tx) => tx.upload(instansi, id));
  const semua = (): Promise<readonly StoredUpload[]> => store.read((tx) => tx.uploads());
  const sedangDiterapkan = async (): Promise<boolean> =>
    (await semua()).some(({ tahap }) => tahap === 'menerapkan');

  const tengok = async (upload: StoredUpload): Promise<void> => {
    const now = clock();
    if (now - upload.changedAt < DIAM || now - ditengok < DIAM) return;
    ditengok = now;
    await pelaksana.ambilAlih(upload);
  };

  const beriTempat = async (instansi: string): Promise<void> => {
    // Only what waits for a decision: what was written, wholly or in part, goes in its own time.
    const milik = (await semua()).filter(
      (satu) => satu.shard === instansi && !/^(menerapkan|selesai)$/.test(satu.tahap) && !isTerputus(satu),
    );
    for (const lama of milik.slice(0, Math.max(0, milik.length - TERBANYAK + 1))) await buang(rooms, lama);
  };

  const keadaan = async (upload: StoredUpload): Promise<KeadaanImpor> => {
    if (upload.tahap === 'menerapkan') await tengok(upload);
    if (upload.tahap === 'siap')
      return keadaanDari(upload, pembaca.ada(upload)?.ringkasan ?? (await ringkasanDari(rooms, upload)));
    const dasar = keadaanDari(upload, null);
    if (upload.tahap === 'selesai') {
      const salah = await store.read((tx) => banyakSalah(tx, upload));
      return salah === null ? dasar : { ...dasar, salah };
    }
    if (upload.tahap !== 'membaca') return dasar;
    const { selesai, dari } = pembaca.mulai(upload);
    return selesai > dasar.selesai ? { ...dasar, selesai, dari } : dasar;
  };

  /** Says yes in the admin's name; a refusal where that is no answer to what she was shown. */
  const putuskan = async (
    admin: AdminImpor,
    id: string,
    { kecuali, yakin, bacaan }: Dimaui,
  ): Promise<{ readonly ok: true } | Refusal> => {
    const { id: siapa, nama } = admin;
    const hasil = await ubah(rooms, { shard: admin.instansi, id }, async (tx, kini) => {
      const { shard, reading, tahap } = kini;
      if ((await tx.uploads()).some((lain) => lain.tahap === 'menerapkan')) return refuse('impor_sibuk');
      if (tahap !== 'siap' || (bacaan !== undefined && bacaan !== reading)) return refuse('tahap_salah');
      const { yakin: perlu, menulis } = Ringkasan.parse(
        JSON.parse((await tx.uploadPart(shard, id, 'ringkasan')) ?? ''),
      );
      if (perlu !== null && yakin !== perlu) return refuse('perlu_yakin', { jumlah: perlu });
      await tx.putUploadPart({ shard, id, part: 'kecuali', content: JSON.stringify(kecuali) });
      await tx.putUpload({
        ...{ ...kini, tahap: 'menerapkan', done: 0, sentence: null, worker: null, tries: 0 },
        ...{ total: Math.max(0, menulis - kecuali.length), actor: JSON.stringify({ id: siapa, nama }) },
        changedAt: clock(),
      });
      return { ok: true } as const;
    });
    return hasil ?? refuse('tidak_ada');
  };

  const denganTempat = async <T>(kerja: (line: Line) => Promise<T>): Promise<T | Refusal> => {
    const line = await tungguImpor(store, sedangDiterapkan);
    if (!line) return refuse('impor_sibuk');
    try {
      return await kerja(line);
    } catch (cause) {
      await line.close();
      throw cause;
    }
  };

  return {
    buka: async ({ instansi }, { bytes, berkas, sumber }) => {
      if (await sedangDiterapkan()) return refuse('impor_sibuk');
      await beriTempat(instansi);
      const pemetaan = await pemetaanUntuk(store, instansi, sumber);
      const nama = { shard: instansi, id: newId('b', rooms), berkas, sumber };
      const upload = await letakkan(rooms, { ...nama, bytes, pemetaan });
      pembaca.mulai(upload, bytes);
      return { ok: true, id: upload.id };
    },
    keadaan: async (admin, id) => {
      const upload = await ambil(admin, id);
      if (!upload) return null;
      const dibaca = upload.tahap === 'membaca' ? pembaca.ada(upload) : null;
      if (!dibaca) return keadaan(upload);
      await catatBacaan(rooms, upload, dibaca);
      const kini = await ambil(admin, id);
      return kini && keadaan(kini);
    },
    halaman: async (admin, id, dicari) => {
      const upload = await ambil(admin, id);
      if (upload?.tahap !== 'siap') return null;
      const dibaca = await pembaca.untuk(upload);
      return dibaca && halamanDari(dibaca.tampilan, dicari);
    },
    padankan: async (admin, id, pemetaan) => {
      const baru = Object.entries(pemetaan).flatMap(([judul, kolom]): [string, Kolom | null][] =>
        kolom === null || isKolom(kolom) ? [[kunciJudul(judul), kolom]] : [],
      );
      const lagi = await padankan(rooms, { shard: admin.instansi, id }, Object.fromEntries(baru));
      if (lagi === null) return refuse('tidak_ada');
      if (lagi === false) return refuse('tahap_salah');
      pembaca.mulai(lagi);
      return { ok: true };
    },
    terapkan: async (admin, id, wanted) => {
      if (!(await ambil(admin, id))) return refuse('tidak_ada');
      return denganTempat(async (line) => {
        const hasil = await putuskan(admin, id, wanted);
        if (hasil.ok) pelaksana.jalankan({ shard: admin.instansi, id }, line);
        else await line.close();
        return hasil;
      });
    },
    berkasSalah: async (admin, id) => {
      const upload = await ambil(admin, id);
      if (upload?.tahap === 'selesai') return salahDari(rooms, upload);
      const dibaca = upload?.tahap === 'siap' ? await pembaca.untuk(upload) : null;
      return dibaca && berkasKembali(dibaca.hasil, kalimatSalah);
    },
    daftar: ({ instansi }) => daftarImpor(rooms, instansi),
    lanjutkan: async (admin, id) => {
      if (!(await semua()).some((satu) => satu.shard === admin.instansi && satu.impor === id))
        return lanjutkan(rooms, { shard: admin.instansi, impor: id });
      return denganTempat(async (line) => {
        const hasil = await lanjutkan(rooms, { shard: admin.instansi, impor: id });
        if (hasil.ok) pelaksana.jalankan({ shard: admin.instansi, id: hasil.id }, line);
        else await line.close();
        return hasil;
      });
    },
    urungkan: async (admin, id) => {
      const upload = await ambil(admin, id);
      if (upload && upload.tahap !== 'menerapkan') {
        await buang(rooms, upload);
        return { ok: true, kembali: 0, tetap: [] };
      }
      return denganTempat(async (line) => {
        // One that broke off is gone on with first: half of it cannot be taken back while the other half is still to come.
        const hasil = (await sedangDiterapkan())
          ? refuse('impor_sibuk')
          : await urungkan(rooms, { id, instansi: admin.instansi, actor: tangan(admin) });
        await line.close();
        // What could be gone on with is not there any more.
        if (hasil.ok) for (const satu of await semua()) if (satu.impor === id) await buang(rooms, satu);
        return hasil.ok ? { ok: true, kembali: hasil.kembali, tetap: [...hasil.tetap] } : hasil;
      });
    },
    rapikan: async () => {
      const list = await semua();
      pembaca.hanya(new Set(list.filter(({ tahap }) => !BERAKHIR.has(tahap)).map(({ id }) => id)));
      for (const upload of list)
        if (upload.tahap === 'menerapkan') await tengok(upload);
        else if (clock() - upload.openedAt > (await store.read((tx) => umurDari(tx, upload))))
          await buang(rooms, upload);
    },
    berhenti: async () => {
      pembaca.berhenti();
      await pelaksana.berhenti();
    },
  };
};
