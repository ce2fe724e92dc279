import { setImmediate as giliran } from 'node:timers/promises';
import { selCsv, tambahHari, tanggalPada } from '../../shared/domain/index.ts';
import {
  type BarisCatatan,
  type BarisDilihat,
  isInstansi,
  KELOMPOK_CATATAN,
  type KeadaanRantai,
} from '../../shared/protocol/index.ts';
import type { AdminMana, CatatanDicari, CatatanMeja, Lanjut } from '../http/index.ts';
import type { OfficeLine, OfficePlace, ReadTx, Store } from '../store/index.ts';
import { copiesIn } from './copies/manifest.ts';

type Rooms = {
  readonly store: Store;
  readonly clock: () => number;
  /** Where copies lie: the last one says how far the chains were recomputed. */
  readonly place: string;
};

const ZONA = 'Asia/Jakarta';
const HARI = 86_400_000;
const SEHALAMAN = 50;
/** Lines read at a time, and at most for one page: a name that hardly occurs must not hold up everybody. */
const SEKALI = 1_000;
const TERJAUH = 20_000;
const CSV_TERBANYAK = 20_000;
const CSV_TERJAUH = 400_000;
const SEPEKAN = 6;
const DILIHAT_TERBANYAK = 500;

const AKHIR: OfficePlace = { receivedAt: Number.MAX_SAFE_INTEGER, shard: '', n: 0 };
const awalHari = (tanggal: string): number => Date.parse(`${tanggal}T00:00:00+07:00`);

const milik = ({ hak }: AdminMana): readonly string[] | null => (hak.some(isInstansi) ? null : hak);

const cocok = (line: OfficeLine, { kelompok, cari }: CatatanDicari): boolean => {
  const [awal = ''] = line.kind.split('.');
  if (kelompok && !(KELOMPOK_CATATAN[kelompok] as readonly string[]).includes(awal)) return false;
  if (cari === '') return true;
  const kecil = cari.toLowerCase();
  const { actorNama, ownerNama, ownerNip, record, shard } = line;
  return [actorNama, ownerNama, ownerNip, record, shard].some((teks) => teks?.toLowerCase().includes(kecil));
};

type Terbaca = { readonly lines: readonly OfficeLine[]; readonly lanjut: OfficePlace | null };
type Batas = { readonly banyak: number; readonly terjauh: number };

/** Reads on from a place until enough lines fit or enough were looked at; between two parts others get their turn. */
const baca = async (
  store: Store,
  wanted: {
    readonly shards: readonly string[] | null;
    readonly dicari: CatatanDicari;
    readonly dari: OfficePlace;
  },
  { banyak, terjauh }: Batas,
): Promise<Terbaca> => {
  const { shards, dicari } = wanted;
  const since = dicari.dari ? awalHari(dicari.dari) : 0;
  // Where everything fits, one more than the page holds says whether there are others.
  const limit = dicari.cari === '' && !dicari.kelompok ? Math.min(banyak + 1, SEKALI) : SEKALI;
  const lines: OfficeLine[] = [];
  let before = wanted.dari;
  for (let dilihat = 0; dilihat < terjauh; ) {
    const from = before;
    const part = await store.read((tx) => tx.officeLines({ since, before: from, shards, limit }));
    for (const line of part) {
      if (!cocok(line, dicari)) continue;
      if (lines.length === banyak) return { lines, lanjut: lines.at(-1) ?? null };
      lines.push(line);
    }
    const last = part.at(-1);
    if (!last || part.length < limit) return { lines, lanjut: null };
    before = last;
    dilihat += part.length;
    await giliran();
  }
  return { lines, lanjut: before };
};

/** Names of schools, each looked up once. */
const namaSekolah = async (store: Store, shards: Iterable<string>): Promise<ReadonlyMap<string, string>> =>
  store.read(async (tx) => {
    const found = new Map<string, string>();
    for (const shard of new Set(shards)) {
      const [satu] = await tx.recordsOfKind(shard, 'satker');
      const nama =
        satu?.record.kind === 'satker' ? satu.record.content.nama : shard.slice(shard.indexOf(':') + 1);
      found.set(shard, nama);
    }
    return found;
  });

const tampil = (line: OfficeLine, sekolah: ReadonlyMap<string, string>): BarisCatatan => ({
  ...{ pada: line.receivedAt, shard: line.shard, n: line.n, jenis: line.kind, rincian: line.jenis },
  pelaku: { id: line.actor, nama: line.actorNama, peran: JSON.parse(line.actorPeran) as string[] },
  catatan: line.record,
  tentang: line.owner ? { id: line.owner, nama: line.ownerNama ?? '', nip: line.ownerNip ?? '' } : null,
  sekolah: sekolah.get(line.shard) ?? line.shard,
});

const JUDUL = [
  'Waktu',
  'NPSN',
  'Satuan kerja',
  'Baris',
  'Tindakan',
  'Rincian',
  'Pelaku',
  'Tentang',
  'NIP',
  'Catatan',
];

/** A file for Indonesian Excel: BOM, semicolons, CRLF, every cell quoted, and nothing that a sheet would take for a formula (T24). */
const tulisCsv = (list: readonly BarisCatatan[]): string => {
  const waktu = (pada: number): string =>
    new Date(pada + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  const baris = list.map(({ pada, shard, sekolah, n, jenis, rincian, pelaku, tentang, catatan }) => [
    ...[waktu(pada), shard.slice(shard.indexOf(':') + 1), sekolah, String(n), jenis, rincian ?? ''],
    ...[pelaku.nama, tentang?.nama ?? '', tentang?.nip ?? '', catatan],
  ]);
  return `\uFEFF${[JUDUL, ...baris].map((satu) => `${satu.map(selCsv).join(';')}\r\n`).join('')}`;
};

/** Lines of these shards that the last copy had when its chains were recomputed, and whether they are still what lies there. */
const rantaiDi = async (
  tx: ReadTx,
  shards: readonly string[],
  positions: Readonly<Record<string, { readonly n: number; readonly h: string }>>,
): Promise<Pick<KeadaanRantai, 'baris' | 'seluruh' | 'utuh'>> => {
  let [baris, seluruh, utuh] = [0, 0, true];
  for (const shard of shards) {
    seluruh += (await tx.chainHead(shard)).n;
    const dulu = positions[shard];
    if (!dulu || dulu.n === 0) continue;
    baris += dulu.n;
    const kini = await tx.chainHashAt(shard, dulu.n);
    utuh &&= kini !== null && Buffer.from(kini).toString('hex') === dulu.h;
  }
  return { baris, seluruh, utuh };
};

/**
 * Lays out the desk on which an admin reads who did what within his schools (trust.md 3.2, row "Audit log"): acts of admins,
 * heads and the service on schools, people and accounts, and who looked at whose records. What teachers write and what is
 * said of it is not among it, and of no line is shown what it says.
 */
export const createCatatanMeja = ({ store, clock, place }: Rooms): CatatanMeja => {
  const mulai = (dicari: CatatanDicari, lanjut: Lanjut | null): OfficePlace => {
    if (lanjut) return lanjut;
    return dicari.sampai ? { receivedAt: awalHari(dicari.sampai) + HARI, shard: '', n: 0 } : AKHIR;
  };
  const tampilkan = async ({ lines }: Terbaca): Promise<BarisCatatan[]> => {
    const sekolah = await namaSekolah(
      store,
      lines.map(({ shard }) => shard),
    );
    return lines.map((line) => tampil(line, sekolah));
  };
  return {
    halaman: async (admin, dicari, lanjut) => {
      const wanted = { shards: milik(admin), dicari, dari: mulai(dicari, lanjut) };
      const found = await baca(store, wanted, { banyak: SEHALAMAN, terjauh: TERJAUH });
      const { lanjut: next } = found;
      const tanda = next && `${next.receivedAt}~${next.shard}~${next.n}`;
      return { list: await tampilkan(found), lanjut: tanda };
    },
    csv: async (admin, dicari) => {
      const wanted = { shards: milik(admin), dicari, dari: mulai(dicari, null) };
      return tulisCsv(
        await tampilkan(await baca(store, wanted, { banyak: CSV_TERBANYAK, terjauh: CSV_TERJAUH })),
      );
    },
    dilihat: async (admin, hari) => {
      const sampai = hari ?? tanggalPada(clock(), ZONA);
      const dari = tambahHari(sampai, -SEPEKAN);
      const found = await store.read((tx) =>
        tx.viewSums({
          ...{ fromDay: dari, untilDay: sampai, shards: milik(admin), limit: DILIHAT_TERBANYAK + 1 },
        }),
      );
      const sekolah = await namaSekolah(
        store,
        found.map(({ shard }) => shard),
      );
      const list = found.slice(0, DILIHAT_TERBANYAK).map(
        (satu): BarisDilihat => ({
          ...{ hari: satu.day, shard: satu.shard, sekolah: sekolah.get(satu.shard) ?? satu.shard },
          ...{ pelihat: satu.viewerNama, peran: satu.peran, pemilik: satu.ownerNama ?? '' },
          ...{ banyak: satu.records, awal: satu.firstAt, akhir: satu.lastAt },
        }),
      );
      return { list, dari, sampai, terpotong: found.length > DILIHAT_TERBANYAK };
    },
    rantai: async (admin) => {
      const [akhir] = copiesIn(place);
      const shards = milik(admin) ?? (await store.read((tx) => tx.shards()));
      const found = await store.read((tx) => rantaiDi(tx, shards, akhir?.positions ?? {}));
      return { diperiksa: akhir?.verifiedAt ?? null, ...found };
    },
  };
};
