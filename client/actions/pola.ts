import type { Pola, PolaSekolah } from '../../shared/records/index.ts';
import { polaSembunyiOf } from '../store/index.ts';
import { act, actOnce, type Done } from './act.ts';
import type { Acting } from './journal.ts';

export const simpanPola = (acting: Acting, pola: Pola): Promise<Done> =>
  actOnce(acting, { kind: 'pola.simpan', record: null, base: null, body: pola });
export const ubahPola = (acting: Acting, id: string, pola: Pola): Promise<Done> =>
  actOnce(acting, { kind: 'pola.ubah', record: id, body: pola });
export const hapusPola = (acting: Acting, id: string): Promise<Done> =>
  actOnce(acting, { kind: 'pola.hapus', record: id, body: {} });

/** Takes one of the school's patterns out of the person's own list. */
export const sembunyikanPola = (acting: Acting, pola: string): Promise<Done> =>
  actOnce(acting, { kind: 'pola.sembunyikan', record: null, base: null, body: { pola } });
/** Shows it again: two phones may both have hidden it. */
export const tampilkanPola = async (acting: Acting, pola: string): Promise<Done> => {
  const tanda = (await polaSembunyiOf(acting.store, acting.actor.id)).filter(
    ({ content }) => content.pola === pola,
  );
  if (tanda.length === 0) return { ok: true, id: pola };
  const done = await act(
    acting,
    tanda.map(({ id }) => ({ kind: 'pola.tampilkan', record: id, body: {} })),
  );
  return done.ok ? { ok: true, id: pola } : done;
};

/** A head shares a pattern with his school. */
export const tambahPolaSekolah = (acting: Acting, pola: PolaSekolah): Promise<Done> =>
  actOnce(acting, {
    ...{ kind: 'polaSekolah.tambah', record: null, base: null, body: pola, shard: acting.shard },
  });
/** Changes one, or brings a retired one back. */
export const ubahPolaSekolah = (acting: Acting, id: string, pola: PolaSekolah): Promise<Done> =>
  actOnce(acting, { kind: 'polaSekolah.ubah', record: id, body: pola });
/** Retires one: it leaves the lists, and what was recorded by it stays. */
export const pensiunkanPolaSekolah = (acting: Acting, id: string): Promise<Done> =>
  actOnce(acting, { kind: 'polaSekolah.pensiunkan', record: id, body: {} });
