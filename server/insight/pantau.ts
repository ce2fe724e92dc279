import { setImmediate as nextTurn } from 'node:timers/promises';
import { tambahHari, tanggalPada } from '../../shared/domain/index.ts';
import {
  APA_JUMLAH,
  type BahanSekolah,
  HARI_TREN,
  orangSekolah,
  rentangPantau,
  rincianSekolah,
  ringkasSekolah,
  sejakJumlah,
  trenPantau,
} from '../../shared/pantau/index.ts';
import type { BarisPantau, SatuPantau, TabelSekolah } from '../../shared/protocol/index.ts';
import type { RecordOf } from '../../shared/records/index.ts';
import type { ReadTx, Store, StoredGrant } from '../store/index.ts';
import { bebanInstansi, bebanTerhitung } from './beban-instansi.ts';
import { guruDi, SEKOLAH, satkerDi } from './guru.ts';
import { type Siap, siapkan } from './siap.ts';

/** Looks at the schools that somebody is over. */
export type Pantau = {
  /** The table of these schools (null: all there are), finished and with its validator. */
  readonly tabel: (shards: readonly string[] | null) => Promise<Siap>;
  /** A school with its people; null where there is none. `rinci` adds first signs and RHK, which are a pengawas’s to see. */
  readonly sekolah: (shard: string, dilihat: { readonly rinci: boolean }) => Promise<Siap | null>;
  /** Works out so many of the schools anew that have changed, or whose day has; gives how many are left. */
  readonly segarkan: (paling: number) => Promise<number>;
};

/** What a school's figures follow from, beside its records: its ledger's last line, the rules of its sums, the day. */
type Dasar = { readonly n: number; readonly aturan: number | undefined; readonly hari: string };

/** A school as it was worked out, and the moment until which a right in it begins or ends (epoch ms). */
type Dihitung = Dasar & { readonly sampai: number; readonly baris: BarisPantau | null };

/** Schools that a request works out itself; beyond that it takes what there is, and the rest follows within seconds. */
const SAMBIL_DITANYA = 20;
/** Tables that are kept finished. */
const MUAT = 64;
const JSON_ = 'application/json';

/** When the next right begins or ends: until then who holds one is the same. */
const berikutnya = (hak: readonly Pick<StoredGrant, 'since' | 'until'>[], pada: number): number =>
  Math.min(...hak.flatMap(({ since, until }) => [since, until ?? 0]).filter((batas) => batas > pada));

const bahanDi = async (
  tx: ReadTx,
  shard: string,
  { pada, hari }: { readonly pada: number; readonly hari?: number },
): Promise<(BahanSekolah & { readonly sampai: number }) | null> => {
  const satker = await satkerDi(tx, shard);
  if (!satker) return null;
  const hariIni = tanggalPada(pada, satker.zona);
  const sejak = sejakJumlah(hariIni, hari);
  const jumlah = [];
  for (const apa of APA_JUMLAH) jumlah.push(...(await tx.figures({ shard, apa, sejak: sejak[apa] })));
  const hak = await tx.grantsIn(shard);
  const penilai = hak.filter(
    ({ peran, since, until }) => peran === 'penilai' && since <= pada && (until === null || pada < until),
  );
  return {
    satker,
    orang: await guruDi(tx, shard, satker),
    penilai: new Set(penilai.map(({ account }) => account)),
    jumlah,
    mulai: await tx.firstFigure(shard, 'terisi'),
    ...{ hariIni, sampai: berikutnya(hak, pada) },
  };
};

const barisDari = (shard: string, bahan: BahanSekolah): BarisPantau => {
  const { tunggu, kendala, ...lain } = ringkasSekolah(bahan);
  return { shard, ...lain, tunggu: [...tunggu], kendala: [...kendala] };
};

/**
 * One school as whoever stands above it opens it. Its entries are read for this alone, four weeks of them: the table itself
 * is never made from records.
 */
const satuDi = async (
  tx: ReadTx,
  shard: string,
  { pada, rinci }: { readonly pada: number; readonly rinci: boolean },
): Promise<SatuPantau | null> => {
  const panjang = await bahanDi(tx, shard, { pada, hari: HARI_TREN });
  const bahan = await bahanDi(tx, shard, { pada });
  if (!panjang || !bahan) return null;
  const kepala = [];
  for (const id of bahan.penilai) kepala.push({ id, nama: (await tx.accountById(id))?.nama ?? '' });
  const entri = rinci
    ? await tx.entriBetween(shard, { awal: rentangPantau(bahan).awal, akhir: bahan.hariIni })
    : [];
  const skp = rinci ? await tx.recordsOfKind(shard, 'skp') : [];
  return {
    sampai: tambahHari(bahan.hariIni, -1),
    ringkas: barisDari(shard, bahan),
    penilai: kepala.flatMap(({ nama }) => nama || []).sort(),
    kepala: kepala.filter(({ nama }) => nama !== ''),
    tren: trenPantau(panjang),
    rinci: rinci
      ? rincianSekolah(bahan, {
          entri: entri.map(({ record }) => record as RecordOf<'entri'>),
          skp: skp.map(({ record }) => record as RecordOf<'skp'>),
        })
      : null,
    orang: orangSekolah(bahan),
  };
};

/**
 * Keeps every school's figures worked out, each once for a line of its ledger and a day, until a right begins or ends or its
 * sums are counted by other rules: a request reads them, and only what changed since is worked out anew. All that they
 * follow from is asked of the database each time, so every process says the same (docs/decisions/0020). Validators are hashes of what is said, so they say the same after a restart.
 */
export const createPantau = ({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: () => number;
}): Pantau => {
  const dihitung = new Map<string, Dihitung>();
  const jadi = new Map<string, Siap>();
  let versi = 0;

  // Jayapura has the next day first: a school further west is worked out once more when its own begins.
  const hariKini = (): string =>
    ['Asia/Jayapura', 'Asia/Makassar', 'Asia/Jakarta'].map((zona) => tanggalPada(clock(), zona)).join();

  const hitung = async (shard: string, dasar: Dasar): Promise<void> => {
    const bahan = await store.read((tx) => bahanDi(tx, shard, { pada: clock() }));
    const baris = bahan && barisDari(shard, bahan);
    if (JSON.stringify(dihitung.get(shard)?.baris) !== JSON.stringify(baris)) {
      versi += 1;
      jadi.clear();
    }
    dihitung.set(shard, { ...dasar, sampai: bahan?.sampai ?? Number.POSITIVE_INFINITY, baris });
  };

  const segarkan = async (paling: number, hanya?: ReadonlySet<string>): Promise<number> => {
    const hari = hariKini();
    const { heads, aturan } = await store.read(async (tx) => ({
      heads: await tx.heads(),
      aturan: await tx.figureVersions(),
    }));
    const usang = [...heads].filter(([shard, n]) => {
      if (!SEKOLAH.test(shard) || hanya?.has(shard) === false) return false;
      const ada = dihitung.get(shard);
      return ada?.n !== n || ada.hari !== hari || ada.aturan !== aturan.get(shard) || ada.sampai <= clock();
    });
    // One after the other, a turn of the event loop between two, so that phones are served meanwhile; those that nobody
    // has seen yet first.
    const urut = usang.sort(([a], [b]) => Number(dihitung.has(a)) - Number(dihitung.has(b)));
    for (const [ke, [shard, n]] of urut.slice(0, paling).entries()) {
      if (ke > 0) await nextTurn();
      await hitung(shard, { n, aturan: aturan.get(shard), hari });
    }
    return Math.max(0, urut.length - paling);
  };

  const tabelDari = (
    list: readonly BarisPantau[],
    { belum, beban }: Pick<TabelSekolah, 'belum' | 'beban'>,
  ): TabelSekolah => ({
    sampai: tambahHari(tanggalPada(clock(), 'Asia/Jakarta'), -1),
    belum,
    beban: beban && {
      ...beban,
      perSekolah: beban.perSekolah.filter(({ shard }) => list.some((satu) => satu.shard === shard)),
    },
    list: [...list].sort((a, b) => a.nama.localeCompare(b.nama) || (a.npsn < b.npsn ? -1 : 1)),
  });

  return {
    segarkan,
    tabel: async (shards) => {
      const hanya = shards ? new Set(shards) : undefined;
      await segarkan(SAMBIL_DITANYA, hanya);
      const milik = [...(hanya ?? (await store.read((tx) => tx.heads())).keys())].filter((satu) =>
        SEKOLAH.test(satu),
      );
      const ada = milik.flatMap((shard) => dihitung.get(shard) ?? []);
      const belum = milik.length - ada.length;
      const dihitungBeban = await store.read(bebanTerhitung);
      const kunci = [versi, belum, hariKini(), dihitungBeban, shards ? milik.sort().join() : ''].join(' ');
      const siap = jadi.get(kunci);
      if (siap) return siap;
      const baris = ada.flatMap((satu) => satu.baris ?? []);
      const hariIni = tanggalPada(clock(), 'Asia/Jakarta');
      const beban = await store.read((tx) => bebanInstansi(tx, hariIni));
      const teks = JSON.stringify(tabelDari(baris, { belum, beban }));
      const made = await siapkan({ jenis: JSON_, teks }, clock());
      if (jadi.size < MUAT) jadi.set(kunci, made);
      return made;
    },
    sekolah: async (shard, { rinci }) => {
      const pada = clock();
      const isi = await store.read((tx) => satuDi(tx, shard, { pada, rinci }));
      return isi && siapkan({ jenis: JSON_, teks: JSON.stringify(isi) }, pada);
    },
  };
};
