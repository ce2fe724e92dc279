import { createHash } from 'node:crypto';
import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as giliran } from 'node:timers/promises';
import { JENIS_SALINAN, type KeadaanSistem, refuse } from '../../shared/protocol/index.ts';
import type { AdminImpor, RoomLeft, SistemMeja } from '../http/index.ts';
import { createKeadaan } from '../insight/index.ts';
import type { Store } from '../store/index.ts';
import type { AkunRooms } from './akun.ts';
import { denganCatatan } from './catatan-akses.ts';
import { copiesIn, type Manifest } from './copies/manifest.ts';
import { readReport } from './copies/request.ts';
import { byKind } from './copies/retention.ts';
import type { CopyKeeper } from './copies/schedule.ts';

type Rooms = AkunRooms & {
  readonly dataDir: string;
  /** Where copies lie. */
  readonly place: string;
  readonly keeper: Pick<CopyKeeper, 'copyNow' | 'progress' | 'elsewhere'>;
  readonly roomLeft: () => Promise<RoomLeft>;
  /** Minutes between two copies; 0 where none is made by itself. */
  readonly tiapMenit: number;
  readonly versi: string;
  /** Told what a copy that was asked for failed of. */
  readonly onFault: (cause: unknown) => void;
};

/** Ledgers read at a time: between them others get their turn. */
const SEKALI = 50;
/** A copy needs its own size and this much beside it, so that the service can go on writing. */
const SISA = 200_000_000;

const diskDi = async (path: string): Promise<KeadaanSistem['disk']> => {
  const disk = await statfs(path).catch(() => null);
  return disk && { bebas: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize };
};

/** Null where it cannot be looked at. */
const tanpa = <T>(kerja: Promise<T>): Promise<T | null> => kerja.catch(() => null);

/** True where both folders lie on one disk, as far as the system says. */
const sedisk = async (a: string, b: string): Promise<boolean> => {
  const [satu, dua] = await Promise.all([stat(a), stat(b).catch(() => stat(dirname(b)))].map(tanpa));
  return satu !== null && satu?.dev === dua?.dev;
};

const salinanPerJenis = (copies: readonly Manifest[]): KeadaanSistem['salinan'] => {
  const kinds = byKind(copies);
  return JENIS_SALINAN.map((jenis) => {
    const list = kinds[jenis];
    const [terbaru, tertua] = [list[0]?.madeAt ?? null, list.at(-1)?.madeAt ?? null];
    return { jenis, banyak: list.length, terbaru, tertua };
  });
};

/** Where every ledger stands: how many there are, how long together, and one hash over all of their heads. */
const bukuBesar = async (store: Pick<Store, 'read'>): Promise<KeadaanSistem['buku']> => {
  const shards = [...(await store.read((tx) => tx.shards()))].sort();
  const sidik = createHash('sha256');
  let baris = 0;
  for (let at = 0; at < shards.length; at += SEKALI) {
    const bagian = shards.slice(at, at + SEKALI);
    const heads = await store.read((tx) => Promise.all(bagian.map((shard) => tx.chainHead(shard))));
    for (const [i, { n, h }] of heads.entries()) {
      baris += n;
      sidik.update(`${bagian[i]} ${n} ${Buffer.from(h).toString('hex')}\n`);
    }
    await giliran();
  }
  return { unit: shards.length, baris, sidik: sidik.digest('hex') };
};

const barisDalam = ({ positions }: Manifest): number =>
  Object.values(positions).reduce((sum, { n }) => sum + n, 0);

/**
 * Lays out the desk on which an admin of the instansi sees how the service stands. It says what was tried and what was
 * found, never that all is well; what a copy failed of is for the operator's log, since it may name places of the machine.
 */
export const createSistemMeja = (rooms: Rooms): SistemMeja => {
  const { store, clock, dataDir, place, keeper, roomLeft, tiapMenit, versi, onFault } = rooms;
  const mulai = clock();
  const coba = createKeadaan({ store, clock, roomLeft });
  const nama = store.migrations();

  const keadaan: SistemMeja['keadaan'] = async () => {
    const [kini, buku, disk, diskSalinan] = await Promise.all([
      coba(),
      bukuBesar(store),
      diskDi(dataDir),
      diskDi(place),
    ]);
    const { antrean, eras } = await store.read(async (tx) => ({
      antrean: await tx.queueSums(),
      eras: await tx.eras(),
    }));
    const copies = copiesIn(place);
    const [akhir] = copies;
    const progress = await keeper.progress();
    const report = (await keeper.elsewhere()) ?? readReport(dataDir);
    return {
      ...{ pada: clock(), baca: kini.baca, tulis: kini.tulis, ruang: kini.ruang },
      ...{ disk, diskSalinan, sedisk: await sedisk(dataDir, place), tiapMenit },
      salinan: salinanPerJenis(copies),
      terakhir: akhir
        ? {
            ...{ pada: akhir.madeAt, diperiksa: akhir.verifiedAt, bytes: akhir.bytes },
            ...{ perintah: akhir.counts.commands, foto: akhir.counts.photos },
            sesudahnya: Math.max(0, buku.baris - barisDalam(akhir)),
          }
        : null,
      berjalan: progress && { bagian: progress.part, selesai: progress.done, dari: progress.total },
      gagal: progress === null && report?.part === 'gagal',
      buku,
      antrean: { hp: antrean.phones, isian: antrean.commands, sejak: antrean.oldestAt },
      pulih: eras.find(({ cause }) => cause === 'pulih')?.startedAt ?? null,
      ...{ mulai, versi, migrasi: { banyak: nama.length, terakhir: nama.at(-1) ?? '' } },
    };
  };

  const cukupRuang = async (): Promise<boolean> => {
    if ((await roomLeft()) === 'habis') return false;
    const disk = await diskDi(place);
    const besar = copiesIn(place)[0]?.bytes ?? 0;
    return disk === null || disk.bebas > besar + SISA;
  };

  const cadangkan = async ({ id, nama: oleh }: AdminImpor) => {
    if ((await keeper.progress()) !== null) return { ok: true } as const;
    if (!(await cukupRuang())) return refuse('penuh');
    await denganCatatan(rooms, { pemilik: id, oleh: { id, nama: oleh } }, async () => ({
      hasil: null,
      catat: { jenis: 'cadangan', keterangan: '' },
    }));
    // Nobody waits for it here: how far it is can be asked.
    void keeper.copyNow().catch(onFault);
    return { ok: true } as const;
  };

  return { keadaan, cadangkan };
};
