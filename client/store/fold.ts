import { type Actor, decide, definitionOf } from '../../shared/commands/index.ts';
import { type JamServer, saatServer, tanggalPada, ZONA_TERDEPAN } from '../../shared/domain/index.ts';
import type { AnyRecord, Satker } from '../../shared/records/index.ts';
import type { JournalRow, RecordRow } from './database.ts';

/** What a fold needs besides the commands. */
export type FoldContext = {
  readonly actor: Actor;
  readonly satker: Satker | null;
  /** What the phone knows of the service's clock: a day is not over for a clock that runs ahead. */
  readonly jam: JamServer;
};

/**
 * Own commands that the server's version does not contain yet, in the order of their numbers: a phone counts on under
 * every device id, whatever its clock says (I12).
 */
export const notYetVisible = (own: readonly JournalRow[], confirmedN: number): JournalRow[] =>
  own
    .filter(({ status, n }) =>
      status === 'diterima' || status === 'aman' || status === 'beda' ? n > confirmedN : status !== 'gugur',
    )
    .sort((a, b) => a.number - b.number);

/** What a person typed, as the content of its record: a message is stored with its author. */
const typedContent = ({ kind, body }: JournalRow, { id, nama }: Actor): unknown =>
  kind === 'umpan.tulis' ? { tentang: null, teks: '', ...(body as object), dari: id, dariNama: nama } : body;

/** A text stays visible to its author even where the rules, as this phone knows them now, would refuse it. */
const unfinished = (record: AnyRecord | null, row: JournalRow, actor: Actor): AnyRecord | null => {
  const definition = definitionOf(row.kind);
  if (!definition?.carriesContent || NOT_CONTENT.test(row.kind)) return record;
  if (record) return { ...record, head: row.id, content: row.body } as AnyRecord;
  if (!definition.creates) return null;
  return {
    shard: row.shard,
    id: row.target,
    kind: definition.record,
    owner: actor.id,
    head: row.id,
    state: { tahap: definition.record === 'skp' ? 'DRAF' : 'DIAJUKAN' },
    content: typedContent(row, actor),
    deleted: false,
    variants: [],
  } as unknown as AnyRecord;
};

/** The body of a return is the head's reason, not the text that it is about; so with ratings and objections. */
const NOT_CONTENT = /\.kembalikan$|^evaluasi\.(tetapkan|bukaLagi)$|^keberatan\./;

/** The server has said no: it is then no second version that anybody could choose, but a text that waits to be mended. */
const isRefused = ({ status }: JournalRow): boolean => status === 'ditolak' || status === 'ditahan';

const step = (
  record: AnyRecord | null,
  row: JournalRow,
  { actor, satker, jam }: FoldContext,
): AnyRecord | null => {
  const context = {
    actor,
    satker,
    commandId: row.id,
    now: row.at,
    hariIni: tanggalPada(saatServer(row.at, jam), ZONA_TERDEPAN),
  };
  const decision = decide({ command: row, record, baseKnown: true }, context);
  if (decision.verdict === 'ok') return decision.record;
  if (decision.verdict === 'beda' && !isRefused(row)) return decision.record;
  return unfinished(record, row, actor);
};

/** True for a refused command whose text its author must go on seeing; refused decisions are not shown as if made. */
const isShown = (row: JournalRow): boolean =>
  isRefused(row) ? definitionOf(row.kind)?.carriesContent === true && !NOT_CONTENT.test(row.kind) : true;

/** What the screen shows: the server's version with the person's own commands on top, by the same `decide` as everywhere. */
export const fold = (
  confirmed: AnyRecord | null,
  rows: readonly JournalRow[],
  context: FoldContext,
): AnyRecord | null =>
  rows.filter(isShown).reduce<AnyRecord | null>((record, row) => step(record, row, context), confirmed);

type Lokal = Pick<RecordRow, 'lokal' | 'code' | 'params'>;

/** How the own commands of a record stand, the worst first. */
export const standOf = (rows: readonly JournalRow[], visible: AnyRecord): Lokal => {
  const refused = rows.find(({ status }) => status === 'ditolak');
  if (refused) return { lokal: 'ditolak', code: refused.code, params: refused.params };
  if (rows.some(({ status }) => status === 'ditahan')) return { lokal: 'ditahan' };
  if (visible.variants.length > 0) return { lokal: 'beda' };
  return {
    lokal: rows.some(({ status }) => status === 'antri' || status === 'menunggu') ? 'antri' : 'bersih',
  };
};
