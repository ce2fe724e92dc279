import * as z from 'zod/mini';
import { Akses } from '../records/akses.ts';
import { text } from '../records/text.ts';
import { type AnyDefinition, creating, onlySistem } from './definition.ts';

/**
 * An act on somebody's account, laid down by the server in the name of whoever did it: it stands in the ledger where its
 * owner works, and comes to her phone with everything else of hers. Nothing changes or takes it back.
 */
const catat = creating<'akses', { pemilik: string; isi: Akses }>({
  kind: 'akses.catat',
  record: 'akses',
  body: z.strictObject({ pemilik: text({ min: 1, max: 40 }), isi: Akses }),
  may: onlySistem,
  apply: ({ pemilik, isi }) => ({
    ok: true,
    change: { owner: pemilik, state: { tahap: 'TETAP' }, content: isi },
  }),
});

/** What was done to accounts. */
export const aksesCommands: readonly AnyDefinition[] = [catat];
