import { Dexie, type Transaction } from 'dexie';
import type { ProblemCode, ProblemParams } from '../../shared/protocol/index.ts';
import type { RecordOf } from '../../shared/records/index.ts';
import {
  type AccountDatabase,
  type Attempt,
  getMetas,
  type Meta,
  type PhotoRow,
  type RecordRow,
} from './database.ts';

/** Axis A of the status words: where an entry stands on its way to the server. From the database, nothing else. */
export type Kirim = {
  readonly kunci:
    | 'tersimpan'
    | 'mengirim'
    | 'teks-terkirim'
    | 'belum-terkirim'
    | 'perlu-diperbaiki'
    | 'dua-versi'
    | 'terkirim';
  readonly fotoMenyusul: number;
  readonly byteMenyusul: number;
  readonly code?: ProblemCode | undefined;
  readonly params?: ProblemParams | undefined;
  /** What a text that is only on the phone waits for; undefined: for its turn. */
  readonly tunggu?: 'internet' | 'masuk' | undefined;
  /** When the next attempt is due, epoch ms. */
  readonly dicobaLagi?: number | undefined;
  readonly terkirimPada?: number | undefined;
  readonly resi?: string | undefined;
  /** True where every copy of the server holds the last change. */
  readonly aman: boolean;
};

/** An entry as screens show it. `n` is 0 before the server has it; `dicatatPada` is epoch ms on this phone's clock. */
export type EntriRow = RecordOf<'entri'> & {
  readonly n: number;
  readonly kirim: Kirim;
  readonly dicatatPada: number;
  /** As the server last told this phone; null before it has. */
  readonly diServer: RecordOf<'entri'> | null;
};

/**
 * Photos that the server does not have. Status by status, here and wherever few statuses are asked for: a list comes in one
 * piece, `anyOf` row by row.
 */
export const unsentPhotos = async (db: AccountDatabase): Promise<PhotoRow[]> =>
  (
    await Promise.all(
      (['antri', 'parkir'] as const).map((status) => db.photos.where('status').equals(status).toArray()),
    )
  ).flat();

/** How sending stands, as far as a status word needs it. */
type Sending = {
  readonly attempt: Pick<Attempt, 'code' | 'nextAt' | 'at'> | undefined;
  readonly sending: boolean;
};

/**
 * Whether what waits is called under way. After an attempt that found no internet a new one is only a try, until the server
 * has taken something: a phone in airplane mode would else say "Mengirim" each time that it tries.
 */
export const isUnderWay = (
  sending: Meta['sending'] | undefined,
  attempt: Pick<Attempt, 'code'> | undefined,
): boolean => !!sending && (sending.sent > 0 || attempt?.code !== 'tanpa_internet');

type KirimContext = Sending & {
  readonly unsent: ReadonlyMap<string, PhotoRow>;
  readonly stable: Readonly<Record<string, number>>;
};

const readKirimContext = async (db: AccountDatabase): Promise<KirimContext> => {
  const [photos, meta] = await Promise.all([
    unsentPhotos(db),
    getMetas(db, ['attempt', 'sending', 'stable']),
  ]);
  const { attempt, sending, stable } = meta;
  return {
    unsent: new Map(photos.map((photo) => [photo.sha, photo])),
    attempt,
    sending: isUnderWay(sending, attempt),
    stable: stable ?? {},
  };
};

const readOnce = new WeakMap<Transaction, Promise<KirimContext>>();

/** Within one reading ({@link readTogether}) it is the same for every list. */
const kirimContext = (db: AccountDatabase): Promise<KirimContext> => {
  const reading = Dexie.currentTransaction;
  if (reading?.mode !== 'readonly') return readKirimContext(db);
  const known = readOnce.get(reading) ?? readKirimContext(db);
  readOnce.set(reading, known);
  return known;
};

/** What keeps a text on the phone without any attempt having failed: no network, or a person who has to sign in. */
const isWaiting = ({ code, nextAt }: Pick<Attempt, 'code' | 'nextAt'>): boolean =>
  code === 'tanpa_internet' || nextAt === null;

const waitsFor = (attempt: Sending['attempt']): Kirim['tunggu'] => {
  if (!attempt?.code) return undefined;
  return attempt.nextAt === null ? 'masuk' : attempt.code === 'tanpa_internet' ? 'internet' : undefined;
};

const unsentKey = ({ dicatatPada }: RecordRow, { attempt, sending }: KirimContext): Kirim['kunci'] => {
  if (sending) return 'mengirim';
  const failed = attempt?.code && attempt.at >= dicatatPada && !isWaiting(attempt);
  return failed ? 'belum-terkirim' : 'tersimpan';
};

const kunciOf = (row: RecordRow, foto: number, context: KirimContext): Kirim['kunci'] => {
  if (row.lokal === 'ditolak' || row.lokal === 'ditahan') return 'perlu-diperbaiki';
  if (row.visible.variants.some(({ kind }) => kind === 'entri.ubah' || kind === 'entri.hapus'))
    return 'dua-versi';
  if (row.lokal === 'antri') return unsentKey(row, context);
  return foto > 0 ? 'teks-terkirim' : 'terkirim';
};

const entriRow = (row: RecordRow, context: KirimContext): EntriRow => {
  const record = row.visible as RecordOf<'entri'>;
  const photos = (record.content?.foto ?? []).flatMap(({ sha }) => context.unsent.get(sha) ?? []);
  const kirim: Kirim = {
    kunci: kunciOf(row, photos.length, context),
    fotoMenyusul: photos.length,
    byteMenyusul: photos.reduce((sum, { size, offset }) => sum + size - offset, 0),
    code: row.code as ProblemCode | undefined,
    params: row.params,
    tunggu: waitsFor(context.attempt),
    dicobaLagi: context.attempt?.nextAt ?? undefined,
    terkirimPada: row.answeredAt,
    resi: row.receipt,
    aman: row.n > 0 && row.lokal === 'bersih' && row.n <= (context.stable[row.shard] ?? 0),
  };
  return {
    ...record,
    n: row.n,
    kirim,
    dicatatPada: row.dicatatPada,
    diServer: row.confirmed as RecordOf<'entri'> | null,
  };
};

/** Rows of entries as screens show them. */
export const asEntri = async (db: AccountDatabase, rows: readonly RecordRow[]): Promise<EntriRow[]> => {
  const context = await kirimContext(db);
  return rows.map((row) => entriRow(row, context));
};

/**
 * A row that was written here just now, as a reading would show it. Only for one without photos: of those the database has
 * to be asked.
 */
export const asJustWritten = (row: RecordRow, sending: Sending): EntriRow =>
  entriRow(row, { ...sending, unsent: new Map(), stable: {} });
