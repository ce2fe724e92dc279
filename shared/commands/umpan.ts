import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { text } from '../records/text.ts';
import { type AnyDefinition, changing, creating, is } from './definition.ts';

const tulis = creating({
  kind: 'umpan.tulis',
  record: 'umpan',
  body: z.strictObject({
    /** The teacher whose work it is about; the teacher's own id when she answers. */
    guru: text({ min: 1, max: 40 }),
    tentang: z.nullable(text({ max: 80 })),
    teks: text({ min: 1, max: LIMITS.catatanLetters }),
  }),
  may: (actor, { guru }) => (actor.id === guru || is(actor, 'penilai') ? null : 'di_luar_wewenang'),
  apply: ({ guru, tentang, teks }, { actor }) => ({
    ok: true,
    change: {
      owner: guru,
      state: { tahap: 'TERKIRIM' },
      content: { tentang, teks, dari: actor.id, dariNama: actor.nama },
    },
  }),
});

const baca = changing({
  kind: 'umpan.baca',
  record: 'umpan',
  body: z.strictObject({}),
  superseded: 'terapkan',
  may: (actor, umpan) => {
    if (umpan.content.dari === actor.id) return 'di_luar_wewenang';
    return umpan.owner === actor.id || is(actor, 'penilai') ? null : 'di_luar_wewenang';
  },
  apply: (umpan, _body, { now }) =>
    umpan.state.tahap === 'DIBACA'
      ? { ok: true, change: 'sama' }
      : { ok: true, change: { state: { tahap: 'DIBACA', pada: now } } },
});

/** Feedback in both directions, with read marks. */
export const umpanCommands: readonly AnyDefinition[] = [tulis, baca];
