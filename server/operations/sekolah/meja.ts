import { createHash } from 'node:crypto';
import { setImmediate as giliran } from 'node:timers/promises';
import {
  type BarisSekolah,
  isInstansi,
  refuse,
  type SatuSekolah,
  SEKOLAH_SEHALAMAN,
  shardOf,
} from '../../../shared/protocol/index.ts';
import type { RecordOf, Satker } from '../../../shared/records/index.ts';
import { gambarLogo, type PhotoFiles } from '../../files/index.ts';
import type { AdminMana, SekolahMeja } from '../../http/index.ts';
import type { ReadTx } from '../../store/index.ts';
import type { AkunRooms } from '../akun.ts';
import { SHARD_INSTANSI } from '../instansi.ts';
import { denganTangan, namaAdmin, type Tangan } from '../susunan/tangan.ts';
import { createPolaMeja } from './pola.ts';
import { createTindakanMeja } from './tindakan.ts';

type Rooms = AkunRooms & {
  readonly files: Pick<PhotoFiles, 'keep'>;
  readonly onFault: (cause: unknown) => void;
};
type SatkerRecord = RecordOf<'satker'>;

/** Schools read at a time: between them others get their turn. */
const SEKALI = 20;

const mengurus = ({ hak }: AdminMana, shard: string): boolean => hak.some(isInstansi) || hak.includes(shard);

const satkerDi = async (tx: ReadTx, shard: string): Promise<SatkerRecord | null> => {
  const [satu] = await tx.recordsOfKind(shard, 'satker');
  return satu?.record.kind === 'satker' && !satu.record.deleted ? satu.record : null;
};

const baris = ({ npsn, nama, kabupaten, alamat, logo }: Satker): BarisSekolah => ({
  ...{ npsn, nama, kabupaten, tanpaAlamat: !alamat, tanpaLogo: !logo },
});

const tampil = ({ shard, content }: SatkerRecord): SatuSekolah => {
  const { npsn, nama, kabupaten, alamat = '', telepon = '', kop = [], logo = null } = content;
  return {
    npsn,
    sekolah: !isInstansi(shard),
    isi: { nama, kabupaten, alamat, telepon, kop: [...kop] },
    logo,
  };
};

const cocok = ({ npsn, nama, kabupaten }: BarisSekolah, cari: string): boolean =>
  [npsn, nama, kabupaten].some((teks) => teks.toLowerCase().includes(cari));

/**
 * Lays out the desk of schools and letterheads: for the instansi all of them, for a school's admin his own. Each change is
 * a line of the school's ledger in his name; what was issued before keeps the letterhead that it bore.
 */
export const createSekolahMeja = (rooms: Rooms): SekolahMeja => {
  const { store, clock, files } = rooms;

  const semua = async (admin: AdminMana): Promise<BarisSekolah[]> => {
    const shards = (await store.read((tx) => tx.shards())).filter(
      (shard) => mengurus(admin, shard) && shard !== SHARD_INSTANSI,
    );
    const list: BarisSekolah[] = [];
    for (let at = 0; at < shards.length; at += SEKALI) {
      const bagian = shards.slice(at, at + SEKALI);
      const found = await store.read((tx) => Promise.all(bagian.map((shard) => satkerDi(tx, shard))));
      list.push(...found.flatMap((satu) => (satu ? [baris(satu.content)] : [])));
      await giliran();
    }
    return list.sort((a, b) => a.nama.localeCompare(b.nama));
  };

  const tulis = (
    admin: AdminMana,
    npsn: string,
    kerja: (tangan: Tangan, satker: SatkerRecord) => Promise<unknown>,
  ): Promise<SatuSekolah | null> => {
    const shard = shardOf(npsn);
    if (!mengurus(admin, shard)) return Promise.resolve(null);
    return denganTangan(rooms, { actor: namaAdmin(admin), shard }, async (tangan) => {
      const satker = await satkerDi(tangan.tx, shard);
      if (!satker) return null;
      await kerja(tangan, satker);
      const kini = await satkerDi(tangan.tx, shard);
      return kini && tampil(kini);
    });
  };

  const pasangLogo = (admin: AdminMana, npsn: string, logo: string | null) =>
    tulis(admin, npsn, (tangan, satker) => tangan.tulis(satker.shard, 'satker.logo', { logo }, satker));

  return {
    pola: createPolaMeja(rooms),
    tindakan: createTindakanMeja(rooms),
    halaman: async (admin, { cari, mulai }) => {
      const kecil = cari.trim().toLowerCase();
      const list = (await semua(admin)).filter((satu) => kecil === '' || cocok(satu, kecil));
      return { list: list.slice(mulai, mulai + SEKOLAH_SEHALAMAN), jumlah: list.length };
    },
    satu: async (admin, npsn) => {
      const shard = shardOf(npsn);
      const found = mengurus(admin, shard) ? await store.read((tx) => satkerDi(tx, shard)) : null;
      return found && tampil(found);
    },
    ubah: (admin, npsn, isi) =>
      tulis(admin, npsn, (tangan, satker) => tangan.tulis(satker.shard, 'satker.identitas', isi, satker)),
    pasangLogo: async (admin, npsn, bytes) => {
      const shard = shardOf(npsn);
      // Nobody has a picture drawn for a school that is none of his.
      if (!mengurus(admin, shard) || !(await store.read((tx) => satkerDi(tx, shard)))) return null;
      const gambar = await gambarLogo(bytes);
      if (!gambar.ok) return refuse(gambar.code, gambar.params);
      const sha = createHash('sha256').update(gambar.jpeg).digest('hex');
      // The file first: a line of the ledger never names a picture that is not there.
      await files.keep(shard, sha, gambar.jpeg);
      const size = gambar.jpeg.length;
      await store.write((tx) =>
        tx.putPhoto({
          ...{ owner: shard, sha, size, mime: 'image/jpeg', received: size },
          ...{ state: 'utuh', updatedAt: clock() },
        }),
      );
      return pasangLogo(admin, npsn, sha);
    },
    lepasLogo: (admin, npsn) => pasangLogo(admin, npsn, null),
  };
};
