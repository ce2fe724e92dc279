import { type Ketetapan, type Refusal, refuse } from '../../../shared/protocol/index.ts';
import type { AdminImpor, KetetapanMeja } from '../../http/index.ts';
import type { WriteTx } from '../../store/index.ts';
import type { AkunRooms } from '../akun.ts';
import { INSTANSI, SHARD_INSTANSI, satkerDi } from '../instansi.ts';
import { denganPena, type Pena } from '../pena.ts';
import { INSTANSI_AWAL, tulisInstansi } from '../warisan.ts';
import { bacaKetetapan, HOLD_KETETAPAN, type KetetapanTersimpan, simpanKetetapan } from './catatan.ts';
import { tulisanUntuk } from './isi.ts';
import { DISEBUT, maju, mundur, perangkat, sekolah, type Tulis, tangan } from './langkah.ts';
import { pratinjau } from './pratinjau.ts';

/*
 * An instansi decides for all of its schools: the instansi's own setting first, so that a school laid down from then on
 * begins with it, then the schools in the order of their shards, a portion a transaction and a request. How far it is stands
 * in the same transactions. Taken back it goes the same way, and leaves what somebody has changed since.
 *
 *   BERJALAN ──▶ SELESAI ──urungkan──▶ MENGURUNGKAN ──▶ DIURUNGKAN
 *       └──────────────────urungkan────────▲
 */

type Rooms = Pick<AkunRooms, 'store' | 'clock' | 'randomBytes'>;
type Kini = { readonly ok: true; readonly ketetapan: Ketetapan };

/** Schools in one portion. */
const SEKALI = 20;

const tampil = ({ sampai: _, ...ketetapan }: KetetapanTersimpan): Ketetapan => ketetapan;

const dihitung = (
  kini: KetetapanTersimpan,
  bagian: readonly string[],
  hasil: readonly (0 | 1 | string)[],
): KetetapanTersimpan => {
  const dilewati = hasil.filter((satu) => typeof satu === 'string');
  return {
    ...kini,
    sampai: bagian.at(-1) ?? kini.sampai,
    selesai: kini.selesai + bagian.length,
    ditulis: kini.ditulis + hasil.filter((satu) => satu === 1).length,
    dilewati: [...kini.dilewati, ...dilewati].slice(0, DISEBUT),
  };
};

const USAI = {
  ...{ BERJALAN: 'SELESAI', SELESAI: 'SELESAI', MENGURUNGKAN: 'DIURUNGKAN', DIURUNGKAN: 'DIURUNGKAN' },
} as const satisfies Record<Ketetapan['tahap'], Ketetapan['tahap']>;

/** False where it is over, or somebody else has gone on meanwhile: then this portion is his. */
const isSaatnya = (kini: KetetapanTersimpan, dulu: KetetapanTersimpan): boolean =>
  (kini.tahap === 'BERJALAN' || kini.tahap === 'MENGURUNGKAN') &&
  kini.tahap === dulu.tahap &&
  kini.sampai === dulu.sampai;

/** Lays out the desk. */
export const createKetetapanMeja = (rooms: Rooms): KetetapanMeja => {
  const { store, clock } = rooms;

  const dengan = <T>(
    shards: readonly string[],
    kerja: (tx: WriteTx, pena: (shard: string) => Pena) => Promise<T>,
  ): Promise<T> =>
    denganPena({ ...rooms, shard: shards[0] ?? '', lain: shards, nama: [HOLD_KETETAPAN] }, (_, tx, lain) =>
      kerja(tx, lain),
    );

  const cari = async (id: string): Promise<KetetapanTersimpan | null> =>
    (await store.read((tx) => bacaKetetapan(tx, clock()))).find((satu) => satu.id === id) ?? null;

  /** The instansi's own setting, forward or back: in both ways before any school. */
  const diInstansi = async (
    { tx, pena, actor, pada }: Tulis,
    kini: KetetapanTersimpan,
    arah: typeof maju,
  ): Promise<void> => {
    if (arah === maju && !(await satkerDi(tx, SHARD_INSTANSI))) {
      const isi = await tulisanUntuk(kini.isi, { tx, shard: SHARD_INSTANSI, satker: INSTANSI_AWAL });
      if (typeof isi === 'string' || isi.length === 0) return;
      const device = `i${perangkat(kini, SHARD_INSTANSI, 'k').slice(1)}`;
      await tulisInstansi({ tx, pena: () => pena, actor, device, pada });
    }
    await arah({ tx, pena, actor, pada }, kini, SHARD_INSTANSI);
  };

  const sebagian = async (admin: AdminImpor, id: string): Promise<Kini | Refusal> => {
    const dulu = await cari(id);
    if (!dulu) return refuse('tidak_ada');
    const sisa = (await store.read(sekolah)).filter((shard) => shard > dulu.sampai);
    const bagian = sisa.slice(0, SEKALI);
    return dengan(bagian, async (tx, pena) => {
      const pada = clock();
      const kini = (await bacaKetetapan(tx, pada)).find((satu) => satu.id === id);
      if (!kini) return refuse('tidak_ada');
      if (!isSaatnya(kini, dulu)) return { ok: true, ketetapan: tampil(kini) } as const;
      const arah = kini.tahap === 'BERJALAN' ? maju : mundur;
      const hasil: (0 | 1 | string)[] = [];
      for (const shard of bagian)
        hasil.push(await arah({ tx, pena: pena(shard), actor: tangan(admin), pada }, kini, shard));
      const lanjut = dihitung(kini, bagian, hasil);
      const tahap = bagian.length === sisa.length ? USAI[kini.tahap] : kini.tahap;
      const jadi = { ...lanjut, tahap, dari: Math.max(kini.dari, lanjut.selesai) } as const;
      await simpanKetetapan(tx, jadi, pada);
      return { ok: true, ketetapan: tampil(jadi) } as const;
    });
  };

  return {
    daftar: () =>
      store.read(async (tx) => ({
        list: (await bacaKetetapan(tx, clock())).map(tampil),
        sekolah: (await sekolah(tx)).length,
      })),
    pratinjau: (isi) => pratinjau(store, isi),
    mulai: (admin, { id, isi }) =>
      dengan([SHARD_INSTANSI], async (tx, pena) => {
        const pada = clock();
        const ada = (await bacaKetetapan(tx, pada)).find((satu) => satu.id === id);
        if (ada) return { ok: true, ketetapan: tampil(ada) } as const;
        if ((await tx.numbersOf(`${id}_${INSTANSI}`)).length > 0) return refuse('tahap_salah');
        const kini: KetetapanTersimpan = {
          ...{ id, isi, oleh: admin.nama, pada, tahap: 'BERJALAN', selesai: 0, ditulis: 0, dilewati: [] },
          ...{ dari: (await sekolah(tx)).length, sampai: '' },
        };
        const tulis = { tx, pena: pena(SHARD_INSTANSI), actor: tangan(admin), pada };
        await diInstansi(tulis, kini, maju);
        await simpanKetetapan(tx, kini, pada);
        return { ok: true, ketetapan: tampil(kini) } as const;
      }),
    sebagian,
    urungkan: (admin, id) =>
      dengan([SHARD_INSTANSI], async (tx, pena) => {
        const pada = clock();
        const kini = (await bacaKetetapan(tx, pada)).find((satu) => satu.id === id);
        if (!kini) return refuse('tidak_ada');
        if (kini.tahap === 'MENGURUNGKAN') return { ok: true, ketetapan: tampil(kini) } as const;
        if (kini.tahap === 'DIURUNGKAN') return refuse('tahap_salah');
        const tulis = { tx, pena: pena(SHARD_INSTANSI), actor: tangan(admin), pada };
        await diInstansi(tulis, kini, mundur);
        const mulai = { tahap: 'MENGURUNGKAN', selesai: 0, ditulis: 0, dilewati: [], sampai: '' } as const;
        const jadi: KetetapanTersimpan = {
          ...kini,
          ...mulai,
          dilewati: [],
          dari: (await sekolah(tx)).length,
        };
        await simpanKetetapan(tx, jadi, pada);
        return { ok: true, ketetapan: tampil(jadi) } as const;
      }),
  };
};
