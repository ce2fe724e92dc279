import { tanggalPada } from '../../shared/domain/index.ts';
import type { HistoryLine, OfficialView, Receipt, WireGrant } from '../../shared/protocol/index.ts';
import { toBase64Url, type ViewsRequest } from '../../shared/protocol/index.ts';
import type { AnyRecord } from '../../shared/records/index.ts';
import type { ReadTx, StoredCommand, StoredView, WriteTx } from '../store/index.ts';
import { idOf } from './chain.ts';
import type { Speaker } from './exchange.ts';
import { grantsAt } from './grants.ts';
import { dayIn, note, noteLooks, ZONE } from './looks.ts';
import { keptBy } from './photo-rights.ts';

/** A line of a history before the server has signed its receipt. */
export type UnsignedLine = Omit<HistoryLine, 'receipt'> & { readonly receipt: Receipt };

/** What was recorded, changed or decided about somebody's records, and who looked at them in office. */
export type History = {
  readonly lines: readonly UnsignedLine[];
  readonly views: readonly OfficialView[];
  readonly more: boolean;
};

const PAGE = 100;
/** How far back the list of all one's records says who looked. */
const VIEW_DAYS = 90;
const DAY = 86_400_000;

const reviews = (tx: ReadTx, reader: string, now: number) =>
  grantsAt(tx, reader, now).then((grants) =>
    grants.filter(({ view, peran }) => view === 'sekolah' && peran === 'penilai').map(({ s }) => s),
  );

/** True for the owner, and for a penilai of the school for entries. */
const maySee = (record: AnyRecord, reader: string, reviewed: readonly string[]): boolean =>
  record.owner === reader || (record.kind === 'entri' && reviewed.includes(record.shard));

/** Names that a line needs and its row does not hold, each looked up once. */
const createNames = (tx: ReadTx) => {
  const labels = new Map<string, string | null>();
  const carriers = new Map<string, string | null>();
  return {
    device: async (id: string): Promise<string | null> => {
      if (!labels.has(id)) labels.set(id, (await tx.device(id))?.label ?? null);
      return labels.get(id) ?? null;
    },
    carrier: async (shard: string, envelope: string | null): Promise<string | null> => {
      if (envelope === null) return null;
      if (!carriers.has(envelope)) {
        const id = (await tx.envelope(shard, envelope))?.carrier ?? null;
        carriers.set(envelope, id === null ? null : ((await tx.accountById(id))?.nama ?? id));
      }
      return carriers.get(envelope) ?? null;
    },
  };
};

const linesFrom = async (tx: ReadTx, stored: readonly StoredCommand[]): Promise<UnsignedLine[]> => {
  const names = createNames(tx);
  const lines: UnsignedLine[] = [];
  for (const line of stored) {
    const { content, actor, outcome, receivedAt } = line;
    if (outcome.verdict === 'no') continue;
    const { shard } = content;
    const id = idOf(line);
    const receipt = { shard, n: outcome.n, h: toBase64Url(outcome.h), id, actor: actor.id, receivedAt };
    lines.push({
      record: content.record ?? id,
      kind: content.kind,
      verdict: outcome.verdict,
      base: content.base,
      at: content.at,
      body: content.body,
      nama: actor.nama,
      peran: [...actor.peran],
      perangkat: await names.device(line.device),
      pembawa: await names.carrier(shard, line.envelope),
      receipt,
    });
  }
  return lines;
};

const viewOf = (
  { record, viewerNama, peran, day, firstAt, lastAt }: StoredView,
  apa: string,
): OfficialView => ({
  record,
  nama: viewerNama,
  peran,
  apa,
  day,
  firstAt,
  lastAt,
});

/** A record's whole history; null where there is no such record for this reader, so that nobody learns which it is. */
export const historyOfRecord = async (
  tx: ReadTx,
  { reader, record }: { readonly reader: string; readonly record: string },
  now: number,
): Promise<History | null> => {
  const reviewed = await reviews(tx, reader, now);
  for (const shard of new Set((await grantsAt(tx, reader, now)).map(({ s }) => s))) {
    const found = await tx.record(shard, record);
    if (!found || !maySee(found.record, reader, reviewed)) continue;
    const lines = await linesFrom(tx, await tx.linesOfRecord(shard, record));
    return {
      lines,
      views: (await tx.viewsOfRecord(shard, record)).map((view) => viewOf(view, found.record.kind)),
      more: false,
    };
  }
  return null;
};

type OwnWanted = {
  readonly reader: string;
  readonly shard: string;
  readonly beforeN: number;
  /** Only what tells of feedback. */
  readonly feedback?: boolean;
};

/** A page of all that happened to the reader's own records in a school, the last first; null without a grant there. */
export const ownHistory = async (
  tx: ReadTx,
  { reader, shard, beforeN, feedback = false }: OwnWanted,
  now: number,
): Promise<History | null> => {
  if (!(await grantsAt(tx, reader, now)).some(({ s }) => s === shard)) return null;
  const wanted = { shard, owner: reader, beforeN, limit: PAGE + 1 };
  const found = await (feedback ? tx.feedbackLines(wanted) : tx.linesOfOwner(wanted));
  const since = tanggalPada(now - VIEW_DAYS * DAY, ZONE);
  const views = feedback
    ? []
    : (await tx.viewsOfOwner(shard, reader, since)).map((view) => viewOf(view, view.kind));
  return { lines: await linesFrom(tx, found.slice(0, PAGE)), views, more: found.length > PAGE };
};

/** What of others' lies on a penilai's phone, so that only he can tell when he opens it (trust.md 3.1 R7). */
const OPENED: ReadonlySet<string> = new Set(['entri', 'skp', 'evaluasi', 'praktik']);

/** As what somebody opens a record of a school: its penilai whatever is his to rate, his superior what somebody objected to. */
const openerOf = (grants: readonly WireGrant[], { shard, kind }: AnyRecord): 'penilai' | 'atasan' | null => {
  const views = grants.filter(({ s }) => s === shard).map(({ view, peran }) => `${peran}/${view}`);
  if (OPENED.has(kind) && views.includes('penilai/sekolah')) return 'penilai';
  return kind === 'evaluasi' && views.some((view) => view.endsWith('/keberatan')) ? 'atasan' : null;
};

/** Notes which records of others were opened on a phone; own ones, unknown ones and those outside his scopes are passed over. */
export const noteViews = async (
  tx: WriteTx,
  viewer: Speaker,
  { list, now }: ViewsRequest & { readonly now: number },
): Promise<void> => {
  const grants = await grantsAt(tx, viewer.id, now);
  for (const { s: shard, d, day, at } of list) {
    const record = (await tx.record(shard, d))?.record;
    const peran = record && record.owner !== viewer.id ? openerOf(grants, record) : null;
    if (!peran) continue;
    const seen = { shard, record: d, viewer: viewer.id, day, viewerNama: viewer.nama, peran };
    await note(tx, seen, Math.min(at, now));
  }
};

type PhotoLook = { readonly viewer: Speaker; readonly owner: string; readonly sha: string };

/** Notes that somebody else's photo was opened: a view of each entry or usulan that names it. */
export const notePhotoView = async (
  tx: WriteTx,
  { viewer, owner, sha }: PhotoLook,
  now: number,
): Promise<void> => {
  if (viewer.id === owner) return;
  const grants = await grantsAt(tx, viewer.id, now);
  for (const shard of await reviews(tx, viewer.id, now)) {
    const found = await tx.recordsHolding({ shard, owner, text: sha });
    const day = await dayIn(tx, shard, now);
    await noteViews(tx, viewer, {
      list: found.map(({ record }) => ({ s: shard, d: record.id, day, at: now })),
      now,
    });
  }
  // Evidence of a usulan, opened by whoever decides on it.
  for (const shard of await keptBy(tx, grants, owner)) {
    const found = (await tx.recordsHolding({ shard, owner, text: sha })).filter(
      ({ record }) => record.kind === 'usulan',
    );
    const list = found.map(({ record }) => ({ shard, record: record.id }));
    await noteLooks(tx, { ...viewer, peran: 'admin' }, { list, now });
  }
};
