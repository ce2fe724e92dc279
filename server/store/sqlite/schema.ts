import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { isOffice } from './office.ts';

/*
 * Keys of what belongs to a school begin with its shard, so that schools can be spread over machines later.
 * Times are epoch ms. JSON stands as text: written canonically, so that the bytes that were hashed are the bytes kept.
 */

const bytes = (name: string) => blob(name, { mode: 'buffer' });

/** Number and chain hash of the last line of each shard's ledger; whoever updates the row holds the shard. */
export const shards = sqliteTable('shards', {
  id: text('id').primaryKey(),
  n: integer('n').notNull(),
  h: bytes('h').notNull(),
});

/** The ledger, and beside it the refused commands, whose n is null. */
export const commands = sqliteTable(
  'commands',
  {
    shard: text('shard').notNull(),
    device: text('device').notNull(),
    number: integer('number').notNull(),
    hash: text('hash').notNull(),
    n: integer('n'),
    h: bytes('h'),
    kind: text('kind').notNull(),
    version: integer('version').notNull(),
    /** Record that it made or changed, or that a refused one named. */
    record: text('record'),
    base: text('base'),
    at: integer('at').notNull(),
    body: text('body').notNull(),
    actor: text('actor').notNull(),
    actorNama: text('actor_nama').notNull(),
    actorPeran: text('actor_peran').notNull(),
    receivedAt: integer('received_at').notNull(),
    salt: bytes('salt').notNull(),
    commitment: bytes('commitment').notNull(),
    verdict: text('verdict', { enum: ['ok', 'beda', 'no'] }).notNull(),
    code: text('code'),
    params: text('params'),
    /** Head of the record when a competing version was stored: a repeat gets the same answer. */
    head: text('head'),
    /** The signed request that it came in; null where the server itself laid it down. */
    envelope: text('envelope'),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.device, table.number, table.hash] }),
    uniqueIndex('commands_line').on(table.shard, table.n),
    index('commands_number').on(table.device, table.number),
    index('commands_record').on(table.shard, table.record),
    index('commands_office').on(table.receivedAt, table.shard, table.n).where(isOffice),
  ],
);

/**
 * Requests as they were signed, so that anybody can check later that a command came from its device. Deflated; erased
 * (null) together with the bodies of its commands.
 */
export const envelopes = sqliteTable(
  'envelopes',
  {
    shard: text('shard').notNull(),
    id: text('id').notNull(),
    device: text('device').notNull(),
    signature: text('signature').notNull(),
    bytes: bytes('bytes'),
    receivedAt: integer('received_at').notNull(),
    /** Account of the colleague who carried it here; null where the owner's phone sent it. */
    carrier: text('carrier'),
    /** Device of the same account that signed in place of `device`; null where that signed itself. */
    signer: text('signer'),
  },
  (table) => [primaryKey({ columns: [table.shard, table.id] })],
);

/**
 * Commands of a lost history that a sealed record named: known by their ids, so that what was made on them finds its base
 * and a repeat is free of effect. `n` is the line that brought the record back; the body comes when the author sends it again.
 */
export const skeletons = sqliteTable(
  'skeletons',
  {
    shard: text('shard').notNull(),
    device: text('device').notNull(),
    number: integer('number').notNull(),
    hash: text('hash').notNull(),
    record: text('record').notNull(),
    n: integer('n').notNull(),
    /** Ledger number in the lost history. */
    lostN: integer('lost_n').notNull(),
    content: text('content'),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.device, table.number, table.hash] }),
    index('skeletons_record').on(table.shard, table.record),
  ],
);

/** A lost history of a shard, opened at the first phone that knows more than the server. */
export const recoveries = sqliteTable(
  'recoveries',
  {
    shard: text('shard').notNull(),
    id: integer('id').notNull(),
    era: text('era').notNull(),
    /** Run in which the lost history had begun; empty where none was named yet. */
    root: text('root').notNull().default(''),
    openedAt: integer('opened_at').notNull(),
    /** Last line that both histories have, as far as is known. */
    keptN: integer('kept_n').notNull(),
    /** Highest line of the lost history that anybody has seen. */
    lostN: integer('lost_n').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.id] })],
);

/** Phones that noticed a lost history, and when they had brought back all they hold. */
export const recoveryReports = sqliteTable(
  'recovery_reports',
  {
    shard: text('shard').notNull(),
    recovery: integer('recovery').notNull(),
    device: text('device').notNull(),
    account: text('account').notNull(),
    reportedAt: integer('reported_at').notNull(),
    seenN: integer('seen_n').notNull(),
    doneAt: integer('done_at'),
  },
  (table) => [primaryKey({ columns: [table.shard, table.recovery, table.device] })],
);

/** Lines of a lost history that have come back: by their author's phone, or under the server's seal from another. */
export const recoveredLines = sqliteTable(
  'recovered_lines',
  {
    shard: text('shard').notNull(),
    recovery: integer('recovery').notNull(),
    n: integer('n').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.recovery, table.n] })],
);

/** Who looked at whose record in office: one row a viewer, record and day. */
export const views = sqliteTable(
  'views',
  {
    shard: text('shard').notNull(),
    record: text('record').notNull(),
    viewer: text('viewer').notNull(),
    day: text('day').notNull(),
    viewerNama: text('viewer_nama').notNull(),
    peran: text('peran').notNull(),
    firstAt: integer('first_at').notNull(),
    lastAt: integer('last_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.record, table.viewer, table.day] }),
    index('views_day').on(table.day),
  ],
);

/** Current state of each record. Competing versions stand inside: they are only ever read and written with it. */
export const records = sqliteTable(
  'records',
  {
    shard: text('shard').notNull(),
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    owner: text('owner').notNull(),
    n: integer('n').notNull(),
    head: text('head').notNull(),
    state: text('state').notNull(),
    content: text('content').notNull(),
    deleted: integer('deleted').notNull(),
    variants: text('variants').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.id] }),
    index('records_changes').on(table.shard, table.n),
    index('records_own_changes').on(table.shard, table.owner, table.n),
    index('records_kind').on(table.shard, table.kind, table.owner),
    index('records_portofolio').on(sql`"content" ->> '$.kode'`).where(sql`"kind" = 'portofolio'`),
    // A row that rotted is nobody's day, and must not stand in the way of its own repair.
    index('records_entri_hari')
      .on(table.shard, sql`CASE WHEN json_valid("content") THEN "content" ->> '$.tanggal' END`)
      .where(sql`"kind" = 'entri'`),
  ],
);

export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    nip: text('nip').notNull().unique(),
    nama: text('nama').notNull(),
    jabatan: text('jabatan').notNull(),
    password: text('password').notNull(),
    createdAt: integer('created_at').notNull(),
    deactivatedAt: integer('deactivated_at'),
    nipLama: text('nip_lama'),
  },
  (table) => [index('accounts_nip_lama').on(table.nipLama)],
);

export const grants = sqliteTable(
  'grants',
  {
    shard: text('shard').notNull(),
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    view: text('view', { enum: ['milik', 'sekolah', 'keberatan'] }).notNull(),
    peran: text('peran', { enum: ['guru', 'penilai', 'atasan', 'admin', 'pembaca'] }).notNull(),
    since: integer('since').notNull(),
    until: integer('until'),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.account, table.view, table.peran, table.since] }),
    index('grants_account').on(table.account),
  ],
);

export const devices = sqliteTable(
  'devices',
  {
    id: text('id').primaryKey(),
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    key: text('key').notNull(),
    label: text('label').notNull(),
    createdAt: integer('created_at').notNull(),
    seenAt: integer('seen_at').notNull(),
    maxNumber: integer('max_number').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (table) => [index('devices_account').on(table.account)],
);

export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    device: text('device')
      .notNull()
      .references(() => devices.id),
    createdAt: integer('created_at').notNull(),
    seenAt: integer('seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('sessions_account').on(table.account), index('sessions_expiry').on(table.expiresAt)],
);

/** Browsers in which an account signed in before, by the hash of the mark that the browser keeps. */
export const knownBrowsers = sqliteTable(
  'known_browsers',
  {
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    mark: text('mark').notNull(),
    seenAt: integer('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.mark] })],
);

export const throttles = sqliteTable(
  'throttles',
  {
    key: text('key').primaryKey(),
    failures: integer('failures').notNull(),
    since: integer('since').notNull(),
    until: integer('until').notNull(),
  },
  (table) => [index('throttles_since').on(table.since)],
);

/** Photos by owner and hash: whoever knows a hash learns nothing of another person's photos. */
export const photos = sqliteTable(
  'photos',
  {
    owner: text('owner').notNull(),
    sha: text('sha').notNull(),
    size: integer('size').notNull(),
    mime: text('mime'),
    received: integer('received').notNull(),
    state: text('state', { enum: ['menerima', 'utuh'] }).notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.owner, table.sha] })],
);

/** One row per start of the server. */
export const eras = sqliteTable('eras', {
  id: text('id').primaryKey(),
  startedAt: integer('started_at').notNull(),
  cause: text('cause').notNull(),
  /** Number of each shard's last line at that moment, as JSON: where a restored history begins to differ. */
  heads: text('heads').notNull().default('{}'),
});
