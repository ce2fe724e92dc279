import * as z from 'zod/mini';
import { Pola } from '../records/pola.ts';
import { type AnyDefinition, changing, creating, is, onlyOwner } from './definition.ts';

const simpan = creating({
  kind: 'pola.simpan',
  record: 'pola',
  body: Pola,
  may: (actor) => (is(actor, 'guru') || is(actor, 'penilai') ? null : 'di_luar_wewenang'),
  apply: (content, { actor }) => ({
    ok: true,
    change: { owner: actor.id, state: { tahap: 'TETAP' }, content },
  }),
});

const ubah = changing({
  kind: 'pola.ubah',
  record: 'pola',
  body: Pola,
  carriesContent: true,
  superseded: 'terapkan',
  may: onlyOwner,
  apply: (_pola, content) => ({ ok: true, change: { content, deleted: false } }),
});

const hapus = changing({
  kind: 'pola.hapus',
  record: 'pola',
  body: z.strictObject({}),
  superseded: 'terapkan',
  may: onlyOwner,
  apply: (pola) => (pola.deleted ? { ok: true, change: 'sama' } : { ok: true, change: { deleted: true } }),
});

/** Quick patterns: a person's own, the last change wins. */
export const polaCommands: readonly AnyDefinition[] = [simpan, ubah, hapus];
