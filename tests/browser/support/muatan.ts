import { join } from 'node:path';
import Database from 'better-sqlite3';
import type * as z from 'zod/mini';
import { denganPena } from '../../../server/operations/pena.ts';
import { type Actor, definitionOf } from '../../../shared/commands/index.ts';
import {
  Akses,
  DialogKarier,
  Entri,
  Evaluasi,
  Jadwal,
  Kendala,
  Matriks,
  Pegawai,
  Penugasan,
  Pola,
  PortofolioBeralamat,
  Praktik,
  Satker,
  Skp,
  Umpan,
  Usulan,
} from '../../../shared/records/index.ts';
import { ISI } from '../../api/wewenang/perintah.ts';
import { anEntri, GURU, SHARD } from '../../support/builders.ts';
import { MUATAN } from '../../support/muatan-skrip.ts';
import { hariIni, kini } from './waktu.ts';

type Schema = { readonly safeParse: z.ZodMiniType['safeParse'] };

const SCHEMAS: Readonly<Record<string, Schema>> = {
  ...{
    akses: Akses,
    dialog: DialogKarier,
    entri: Entri,
    evaluasi: Evaluasi,
    jadwal: Jadwal,
    kendala: Kendala,
  },
  ...{
    matriks: Matriks,
    pegawai: Pegawai,
    penugasan: Penugasan,
    pola: Pola,
    portofolio: PortofolioBeralamat,
  },
  ...{ praktik: Praktik, satker: Satker, skp: Skp, umpan: Umpan, usulan: Usulan },
};

/** So many at once are tried in a field: what is long takes twelve, the name of a person or a unit of measure one. */
const TRIED = [12, 3, 1] as const;
const SHORT = MUATAN.filter((text) => text.length <= 30);
const SHORTER = MUATAN.filter((text) => text.length <= 20);

/** Deals payloads in turn, so that each comes to stand in many fields. */
const dealer = () => {
  let at = 0;
  return (count: number, from: readonly string[] = MUATAN): string => {
    const dealt = Array.from({ length: count }, (_, i) => from[(at + i) % from.length]).join(' ');
    at += count;
    return dealt;
  };
};
type Deal = ReturnType<typeof dealer>;

type Leaf = { readonly at: Record<string, unknown>; readonly key: string; readonly text: string };

/** Who or which record is meant: what stands there is made by the service, never by people. */
const ID = /^[a-z]_/;

/** The old and the new value of a correction: held to the rules of the field that it is of. */
const OF_PEGAWAI: ReadonlySet<string> = new Set(['semula', 'nilai']);

const leaves = (value: unknown): Leaf[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, one]) =>
        typeof one === 'string' ? [{ at: value as Leaf['at'], key, text: one }] : leaves(one),
      );

/** Fills every text of a content that its own schema leaves to people; how many there were. */
const fill = (deal: Deal, content: unknown, fits: () => boolean): number => {
  let filled = 0;
  for (const { at, key, text } of leaves(content)) {
    if (ID.test(text) || OF_PEGAWAI.has(key)) continue;
    const tries = [...TRIED.map((count) => () => deal(count)), () => deal(1, SHORT), () => deal(1, SHORTER)];
    const took = tries.some((make) => {
      at[key] = make();
      return fits();
    });
    if (took) filled += 1;
    else at[key] = text;
  }
  return filled;
};

/** Who writes, and an approved entry of the teacher’s. */
type Tokoh = { readonly guru: Actor; readonly kepala: Actor; readonly entri: string };
type Pada = { readonly record: string; readonly base: string };
type Rooms = Omit<Parameters<typeof denganPena>[0], 'shard'>;
type Tulisan = { readonly kind: string; readonly body: unknown };

/** What the demo school has none of: one record of each kind that people write words in, as a teacher of it would make it. */
const YANG_KURANG: readonly Tulisan[] = [
  ...['evaluasi.susun', 'praktik.susun', 'kendala.lapor', 'dialog.susun', 'jadwal.susun', 'pola.simpan'],
  'usulan.ajukan',
].map((kind) => ({ kind, body: ISI[kind]?.body }));

/** Address of the portfolio that {@link lengkapi} publishes. */
export const KODE = 'abcdefghijklmnopqrstuvwx23';

/** The same with script in every text of it. */
const filled = (kind: string, body: unknown, { deal, guru }: { deal: Deal; guru: Actor }): unknown => {
  const content = JSON.parse(JSON.stringify(body).replaceAll(GURU, guru.id)) as unknown;
  fill(deal, content, () => definitionOf(kind)?.body.safeParse(content).success ?? false);
  return content;
};

/**
 * Lays down in a stopped service's ledger what a teacher and her head have not written yet, script in every text of it: what
 * histories show stands in lines that are chained, and cannot be changed afterwards. Her portfolio is public then.
 */
export const lengkapi = (rooms: Rooms, { guru, kepala, entri }: Tokoh): Promise<void> =>
  denganPena({ ...rooms, shard: SHARD }, async (pena) => {
    const deal = dealer();
    const tulis = async (actor: Actor, { kind, body, ...on }: Tulisan & Partial<Pada>): Promise<string> =>
      pena.tulis({
        ...{ kind, body: filled(kind, body, { deal, guru }), ...on },
        ...{ actor: { ...actor, nama: deal(1) }, device: `s_${actor.id}`, pada: kini() },
      });
    for (const tulisan of YANG_KURANG) await tulis(guru, tulisan);
    for (const kind of ['umpan.tulis', 'polaSekolah.tambah'])
      await tulis(kepala, { kind, body: ISI[kind]?.body });
    for (let i = 0; i < 5; i += 1) {
      const body = anEntri({ tanggal: hariIni });
      const record = await tulis(guru, { kind: 'entri.catat', body });
      await tulis(guru, { kind: 'entri.ubah', body, record, base: record });
    }
    const butir = [{ entri, judul: 'Pojok baca', teks: 'Isi', foto: [] }];
    const isi = { ...(ISI['portofolio.ubah']?.body as object), butir };
    const record = await tulis(guru, { kind: 'portofolio.susun', body: { ...isi, kode: KODE } });
    await tulis(guru, { kind: 'portofolio.terbitkan', body: isi, record, base: record });
  });

type Row = { readonly rowid: number; readonly kind: string; readonly content: string };

const fillRecords = (db: Database.Database, deal: Deal): number => {
  const rows = db.prepare('SELECT rowid, kind, content FROM records').all() as Row[];
  const write = db.prepare('UPDATE records SET content = ? WHERE rowid = ?');
  let count = 0;
  for (const { rowid, kind, content: json } of rows) {
    const content = JSON.parse(json) as unknown;
    const schema = SCHEMAS[kind];
    if (!schema?.safeParse(content).success) continue;
    count += fill(deal, content, () => schema.safeParse(content).success);
    write.run(JSON.stringify(content), rowid);
  }
  return count;
};

const NAMES = [
  ['accounts', 'nama'],
  ['accounts', 'jabatan'],
  ['devices', 'label'],
] as const;

/**
 * Puts script into every text that people wrote, wherever the data folder of a stopped service keeps it: contents of records,
 * names of people, names of phones. How many fields that were.
 */
export const racuni = (dataDir: string): number => {
  const db = new Database(join(dataDir, 'kinerja.db'));
  const deal = dealer();
  const fillNames = ([table, column]: (typeof NAMES)[number]): number => {
    const rows = db.prepare(`SELECT rowid FROM ${table}`).pluck().all() as number[];
    const write = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`);
    for (const rowid of rows) write.run(deal(1), rowid);
    return rows.length;
  };
  try {
    return db.transaction(
      () => fillRecords(db, deal) + NAMES.reduce((sum, place) => sum + fillNames(place), 0),
    )();
  } finally {
    db.close();
  }
};
