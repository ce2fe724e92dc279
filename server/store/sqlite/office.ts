import { sql } from 'drizzle-orm';

/** Kinds of commands that are people's own work and its answers, by what they begin with: no admin's business (trust.md R3). */
const WORK = [
  ...[
    'entri',
    'umpan',
    'pola',
    'skp',
    'matriks',
    'evaluasi',
    'keberatan',
    'penilaian',
    'praktik',
    'kendala',
    'dialog',
  ],
] as const;

/**
 * True for accepted lines that are nobody's own work: what admins, heads and the service did to schools, people and accounts.
 * The same words stand in the index `commands_office` and in the question that uses it; else SQLite would read everything.
 */
export const isOffice = sql.raw(
  ['n IS NOT NULL', ...WORK.map((kind) => `kind NOT GLOB '${kind}.*'`)].join(' AND '),
);
