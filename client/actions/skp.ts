import {
  aturanPeriode,
  batasSkp,
  type KonteksSkp,
  tanggalPada,
  tolakanSkp,
} from '../../shared/domain/index.ts';
import { refuse } from '../../shared/protocol/index.ts';
import type { CatatanSkp, Matriks, RecordOf, Skp } from '../../shared/records/index.ts';
import {
  isQuotaError,
  matriksAll,
  pegawaiOf,
  type RancanganSkp,
  type SkpRow,
  saatIni,
  satkerOf,
  skpAll,
  skpById,
} from '../store/index.ts';
import { actOnce, type Done } from './act.ts';
import type { Acting } from './journal.ts';
import { rapiSkp } from './skp-rapi.ts';

type Drafting = Pick<Acting, 'store' | 'clock'>;

/** Starts writing an SKP: a new one, or a change of one that is a draft or was given back. One that is begun goes on. */
export const mulaiRancangan = async (
  { store, clock }: Drafting,
  { isi, dari }: { readonly isi: Skp; readonly dari?: Pick<SkpRow, 'id' | 'head'> },
): Promise<string> => {
  const begun = (await store.db.rancangan.toArray()).find(({ skp }) => dari && skp === dari.id);
  if (begun) return begun.id;
  const id = `rancangan-${crypto.randomUUID()}`;
  await store.db.rancangan.add({
    id,
    skp: dari?.id ?? null,
    dilihat: dari?.head ?? null,
    isi,
    diubah: clock(),
  });
  return id;
};

/** What is being written under an id. */
export const bacaRancangan = ({ store }: Drafting, id: string): Promise<RancanganSkp | undefined> =>
  store.db.rancangan.get(id);

/** Stores what is typed so far. */
export const simpanRancangan = async (
  { store, clock }: Drafting,
  id: string,
  isi: Skp,
): Promise<'tersimpan' | 'hp_penuh' | 'tidak_ada'> => {
  try {
    const changed = await store.db.rancangan.update(id, { isi, diubah: clock() });
    return changed === 0 && !(await store.db.rancangan.get(id)) ? 'tidak_ada' : 'tersimpan';
  } catch (error) {
    if (isQuotaError(error)) return 'hp_penuh';
    throw error;
  }
};

/** Throws what is being written away; gives it back, so that {@link pulihkanRancangan} can undo it. */
export const buangRancangan = async (
  { store: { db } }: Drafting,
  id: string,
): Promise<RancanganSkp | undefined> => {
  const one = await db.rancangan.get(id);
  await db.rancangan.delete(id);
  return one;
};

/** Undoes {@link buangRancangan}. */
export const pulihkanRancangan = async ({ store: { db } }: Drafting, one: RancanganSkp): Promise<void> => {
  await db.rancangan.put(one);
};

/** What the rules judge an SKP of `owner` against, as far as this phone knows. */
export const konteksSkp = async (
  { store, shard, clock }: Pick<Acting, 'store' | 'shard' | 'clock'>,
  { id, owner }: { readonly id: string | null; readonly owner: string },
): Promise<KonteksSkp> => {
  const [lain, pegawai, satker, saat] = await Promise.all([
    skpAll(store, owner),
    pegawaiOf(store, owner),
    satkerOf(store, shard),
    saatIni(store, clock),
  ]);
  const hariIni = tanggalPada(saat, satker?.content.zona ?? 'Asia/Jakarta');
  const batas = (tahun: number): string => batasSkp(tahun, aturanPeriode(satker?.content ?? null, tahun));
  return { id, pemilik: owner, pegawai: pegawai?.content, lain, hariIni, batas };
};

/** Saves what was written as a draft of the SKP; what was being written goes in the same transaction. */
export const simpanSkp = (acting: Acting, { id, skp, dilihat, isi }: RancanganSkp): Promise<Done> => {
  const body = rapiSkp(isi);
  const wanted =
    skp === null
      ? { kind: 'skp.susun', record: null, base: null, body }
      : { kind: 'skp.ubah', record: skp, base: dilihat, body };
  return actOnce(acting, wanted, { after: async (db) => db.rancangan.delete(id) });
};

/** By the version that was on the screen: what is decided can land only on what its author saw (I14). */
type Dilihat = Pick<SkpRow, 'id' | 'head'>;

const verb = (acting: Acting, kind: string, { id, head }: Dilihat, body: unknown = {}): Promise<Done> =>
  actOnce(acting, { kind, record: id, base: head, body });

const menurutAturan = async (acting: Acting, kind: string, dilihat: Dilihat): Promise<Done> => {
  const skp = await skpById(acting.store, dilihat.id);
  if (!skp) return refuse('tidak_ada');
  const ditolak = tolakanSkp(skp.content, await konteksSkp(acting, skp));
  return ditolak ?? verb(acting, kind, dilihat);
};

/** Hands an SKP in, where no rule refuses it. */
export const ajukanSkp = (acting: Acting, skp: Dilihat): Promise<Done> =>
  menurutAturan(acting, 'skp.ajukan', skp);
/** The penilai approves it, where no rule refuses it: from then on it is in force. */
export const setujuiSkp = (acting: Acting, skp: Dilihat): Promise<Done> =>
  menurutAturan(acting, 'skp.setujui', skp);
/** The penilai gives it back with notes, on RHK by their codes or on the whole (null). */
export const kembalikanSkp = (acting: Acting, skp: Dilihat, catatan: readonly CatatanSkp[]): Promise<Done> =>
  verb(acting, 'skp.kembalikan', skp, { catatan });
/** Takes one that was handed in back, as a draft. */
export const tarikSkp = (acting: Acting, skp: Dilihat): Promise<Done> => verb(acting, 'skp.tarik', skp);
export const hapusSkp = (acting: Acting, skp: Dilihat): Promise<Done> => verb(acting, 'skp.hapus', skp);
/** Brings a deleted draft back. */
export const pulihkanSkp = (acting: Acting, { id, content }: Pick<SkpRow, 'id' | 'content'>): Promise<Done> =>
  actOnce(acting, { kind: 'skp.ubah', record: id, body: content });
/** Settles two versions: the competing one, or the one that stands. */
export const pilihSkp = (
  acting: Acting,
  skp: Dilihat,
  body: { varian: string; pakai: 'varian' | 'kini' },
): Promise<Done> => verb(acting, 'skp.pilih', skp, body);

/** This head's matriks of a year; undefined where he has laid none before his school yet. */
export const matriksSaya = async (
  { store, actor }: Pick<Acting, 'store' | 'actor'>,
  tahun: number,
): Promise<RecordOf<'matriks'> | undefined> =>
  (await matriksAll(store)).find(
    ({ content }) => content.tahun === tahun && content.pimpinan.id === actor.id,
  );

/** Lays the head's RHK and expectations before the school, or anew where they were laid before. */
export const bagikanMatriks = async (acting: Acting, matriks: Matriks): Promise<Done> => {
  const known = await matriksSaya(acting, matriks.tahun);
  return known
    ? actOnce(acting, { kind: 'matriks.ubah', record: known.id, body: matriks })
    : actOnce(acting, {
        kind: 'matriks.bagikan',
        record: null,
        base: null,
        body: matriks,
        shard: acting.shard,
      });
};
