import { hariPekan, tambahHari, tanggalPada } from '../../shared/domain/index.ts';
import type { AnyRecord, EntriState, RecordKind } from '../../shared/records/index.ts';
import {
  contohAlasan,
  contohJadwal,
  contohKegiatan,
  contohPegawai,
  contohPenilai,
  contohSatker,
  contohSkp,
} from '../i18n/id/contoh-latihan.ts';
import { personOf } from '../session/index.ts';
import {
  type AccountStore,
  deleteDatabase,
  foldContext,
  getMeta,
  openAccountStore,
  type Registry,
  refold,
  type Saya,
  setMeta,
} from '../store/index.ts';
import { idleHandle } from '../sync/index.ts';
import type { App } from './context.ts';
import { type Dunia, ingatLatihan, LATIHAN } from './world.ts';

const SHARD = `sek:${contohSatker.npsn}`;

const SAYA: Saya = {
  id: LATIHAN,
  nip: contohPegawai.nip,
  nama: contohPegawai.nama,
  jabatan: contohPegawai.jabatan,
  device: 'd_latih',
  grantVersion: '',
  grants: [{ s: SHARD, view: 'milik', peran: 'guru' }],
};

type Contoh = {
  readonly kind: RecordKind;
  readonly owner: string;
  readonly content: unknown;
  readonly state?: EntriState;
};

const asRecord = ({ kind, owner, content, state }: Contoh, nomor: number): AnyRecord => {
  const id = `d_contoh.${nomor}.contoh-saja`;
  return {
    shard: SHARD,
    id,
    kind,
    owner,
    head: id,
    state: state ?? { tahap: 'TETAP' },
    content,
    deleted: false,
    variants: [],
  } as unknown as AnyRecord;
};

/** The last day before today that is no Sunday. */
const hariTerakhir = (hariIni: string): string => {
  const kemarin = tambahHari(hariIni, -1);
  return hariPekan(kemarin) === 7 ? tambahHari(kemarin, -1) : kemarin;
};

const contoh = (sekarang: number): Contoh[] => {
  const hariIni = tanggalPada(sekarang, contohSatker.zona);
  const tanggal = hariTerakhir(hariIni);
  const state = (urutan: number): EntriState => {
    if (urutan === 0) return { tahap: 'DISETUJUI', oleh: contohPenilai, pada: sekarang };
    if (urutan === 1)
      return { tahap: 'DIKEMBALIKAN', oleh: contohPenilai, pada: sekarang, alasan: contohAlasan };
    return { tahap: 'DIAJUKAN' };
  };
  return [
    { kind: 'satker', owner: '', content: contohSatker },
    { kind: 'pegawai', owner: LATIHAN, content: contohPegawai },
    { kind: 'jadwal', owner: LATIHAN, content: contohJadwal },
    {
      kind: 'skp',
      owner: LATIHAN,
      content: contohSkp(Number(hariIni.slice(0, 4))),
      state: { tahap: 'DISETUJUI' },
    },
    ...contohKegiatan.map(
      (isi, i): Contoh => ({ kind: 'entri', owner: LATIHAN, content: { ...isi, tanggal }, state: state(i) }),
    ),
  ];
};

const isiContoh = async ({ db }: AccountStore, sekarang: number): Promise<void> => {
  await setMeta(db, 'saya', SAYA);
  await db.transaction('rw', [db.records, db.journal, db.meta], async () => {
    for (const [i, one] of contoh(sekarang).entries()) {
      const record = asRecord(one, i + 1);
      await refold(db, record.id, await foldContext(db, SHARD), { record, n: i + 1 });
    }
  });
};

/** The phone's registry with settings that lie in the training's own database and go with it, also after a kill. */
const apart = (registry: Registry, { db }: AccountStore): Registry =>
  Object.create(registry, { settings: { value: db.meta } });

/**
 * Opens the training mode: a database of its own with an invented school, and a sender that never sends. `lanjut` goes on
 * with the training that a reload interrupted.
 */
export const openTraining = async ({ registry, clock }: Dunia, lanjut = false): Promise<App> => {
  if (!lanjut) await deleteDatabase(LATIHAN);
  const store = await openAccountStore(LATIHAN);
  if (!(await getMeta(store.db, 'saya'))) await isiContoh(store, clock());
  ingatLatihan(true);
  const orang = personOf(SAYA, store);
  if (!orang) throw new Error('the training account has no grant');
  return { ...orang, engine: idleHandle(store), registry: apart(registry, store), clock, latihan: true };
};
