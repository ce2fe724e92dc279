import { actEach, actOnce, type Done } from './act.ts';
import type { Acting } from './journal.ts';

/** Writes a message about an entry (`tentang`, its id) or about a teacher's work (null). */
export const tulisUmpan = (
  acting: Acting,
  umpan: { readonly guru: string; readonly tentang: string | null; readonly teks: string },
): Promise<Done> => {
  const milikSaya = umpan.guru === acting.actor.id;
  const ranah = milikSaya ? {} : { shard: acting.shard };
  return actOnce(acting, { kind: 'umpan.tulis', record: null, base: null, body: umpan, ...ranah });
};

/** Marks messages as read. */
export const bacaUmpan = (acting: Acting, ids: readonly string[]): Promise<Done[]> =>
  actEach(
    acting,
    ids.map((record) => ({ kind: 'umpan.baca', record, body: {} })),
  );
