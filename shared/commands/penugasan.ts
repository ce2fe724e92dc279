import * as z from 'zod/mini';
import { Penugasan } from '../records/penugasan.ts';
import { text } from '../records/text.ts';
import { type AnyDefinition, changing, creating, onlySistem } from './definition.ts';

/*
 * Who works where, and from when to when. Like an import these are written by the service in the name of the admin who
 * decided, so that no phone can give itself a right; the rights themselves follow the dates on the server's clock.
 */

const tetapkan = creating<'penugasan', { pemilik: string; isi: Penugasan }>({
  kind: 'penugasan.tetapkan',
  record: 'penugasan',
  body: z.strictObject({ pemilik: text({ min: 1, max: 40 }), isi: Penugasan }),
  may: onlySistem,
  apply: ({ pemilik, isi }) => ({
    ok: true,
    change: { owner: pemilik, state: { tahap: 'TETAP' }, content: isi },
  }),
});

/** Gives an assignment an end, moves it, or takes it away again. */
const perbarui = changing({
  kind: 'penugasan.perbarui',
  record: 'penugasan',
  body: z.strictObject({ isi: Penugasan }),
  carriesContent: true,
  may: onlySistem,
  apply: (_record, { isi }) => ({ ok: true, change: { content: isi } }),
});

/** Takes back an assignment before it began; the line stays in the ledger. */
const cabut = changing({
  kind: 'penugasan.cabut',
  record: 'penugasan',
  body: z.strictObject({}),
  may: onlySistem,
  apply: ({ deleted }) => (deleted ? { ok: true, change: 'sama' } : { ok: true, change: { deleted: true } }),
});

/** Assignments of people to units. */
export const penugasanCommands: readonly AnyDefinition[] = [tetapkan, perbarui, cabut];
