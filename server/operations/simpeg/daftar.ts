import { HARI_URUNG } from '../../../shared/commands/index.ts';
import { selisihHari, tanggalPada, ZONA_TERDEPAN } from '../../../shared/domain/index.ts';
import { type DaftarImpor, type Refusal, refuse } from '../../../shared/protocol/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import type { ReadTx, StoredUpload } from '../../store/index.ts';
import { banyakSalah, isTerputus, type LaciRooms, ubah } from './laci.ts';
import { imporDi } from './sumber.ts';
import { isUrungMulai } from './urungkan.ts';

/* Imports that were made, and what can still be done about them. */

type Satu = DaftarImpor['list'][number];
const TERBANYAK = 50;

/** What broke off of it. An undo that has begun is ended: what is half taken back is not gone on with. */
const terputusDi = async (
  tx: ReadTx,
  { content, state }: RecordOf<'impor'>,
  upload: StoredUpload | undefined,
): Promise<Satu['terputus']> => {
  if (state.tahap === 'DIURUNGKAN') return undefined;
  if (await isUrungMulai(tx, content.penanda)) return 'urungkan';
  return state.tahap === 'BERJALAN' && upload && isTerputus(upload) ? 'terapkan' : undefined;
};

/** The last ones of an instansi, the newest first. */
export const daftarImpor = async ({ store, clock }: LaciRooms, instansi: string): Promise<DaftarImpor> => {
  const hariIni = tanggalPada(clock(), ZONA_TERDEPAN);
  const records = (await imporDi(store, instansi)).slice(0, TERBANYAK);
  return store.read(async (tx) => {
    const uploads = new Map(
      (await tx.uploads()).flatMap((satu) => (satu.shard === instansi ? [[satu.impor, satu] as const] : [])),
    );
    const list: Satu[] = [];
    for (const record of records) {
      const { id, content, state } = record;
      const upload = uploads.get(id);
      const terputus = await terputusDi(tx, record, upload);
      const salah = upload?.tahap === 'selesai' ? await banyakSalah(tx, upload) : null;
      list.push({
        ...{ id, sumber: content.sumber, berkas: content.berkas, pada: content.pada, tahap: state.tahap },
        ...{ baru: content.jumlah.baru, berubah: content.jumlah.berubah },
        dapatDiurungkan: state.tahap !== 'DIURUNGKAN' && selisihHari(content.pada, hariIni) <= HARI_URUNG,
        ...(terputus ? { terputus } : {}),
        ...(upload && salah !== null ? { salah: { unggahan: upload.id, jumlah: salah } } : {}),
      });
    }
    return { list };
  });
};

/** Lays an import that was given up in front of whoever applies once more; a refusal where there is nothing to go on with. */
export const lanjutkan = async (
  { store, clock }: LaciRooms,
  { shard, impor }: { readonly shard: string; readonly impor: string },
): Promise<{ readonly ok: true; readonly id: string } | Refusal> => {
  const upload = (await store.read((tx) => tx.uploads())).find(
    (satu) => satu.shard === shard && satu.impor === impor,
  );
  if (!upload) {
    const record = (await store.read((tx) => tx.record(shard, impor)))?.record;
    return refuse(record?.kind === 'impor' ? 'tahap_salah' : 'tidak_ada');
  }
  const hasil = await ubah({ store }, upload, async (tx, kini) => {
    if ((await tx.uploads()).some(({ tahap }) => tahap === 'menerapkan')) return refuse('impor_sibuk');
    const record = (await tx.record(shard, impor))?.record;
    const terputus = record?.kind === 'impor' ? await terputusDi(tx, record, kini) : undefined;
    if (terputus !== 'terapkan') return refuse('tahap_salah');
    const lagi = { tahap: 'menerapkan', sentence: null, worker: null, tries: 0, changedAt: clock() } as const;
    await tx.putUpload({ ...kini, ...lagi });
    return { ok: true, id: kini.id } as const;
  });
  return hasil ?? refuse('tidak_ada');
};
