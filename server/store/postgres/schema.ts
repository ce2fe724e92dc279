import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytes, integer, text } from './columns.ts';
import { isOffice } from './office.ts';

/*
 * SQLite's tables in PostgreSQL: the same names, the same columns, the same keys. What each is for stands in
 * `server/store/sqlite/schema.ts`; a test compares the two.
 */

export const shards = pgTable('shards', {
  id: text('id').primaryKey(),
  n: integer('n').notNull(),
  h: bytes('h').notNull(),
});

export const commands = pgTable(
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
    head: text('head'),
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

export const envelopes = pgTable(
  'envelopes',
  {
    shard: text('shard').notNull(),
    id: text('id').notNull(),
    device: text('device').notNull(),
    signature: text('signature').notNull(),
    bytes: bytes('bytes'),
    receivedAt: integer('received_at').notNull(),
    carrier: text('carrier'),
    signer: text('signer'),
  },
  (table) => [primaryKey({ columns: [table.shard, table.id] })],
);

export const skeletons = pgTable(
  'skeletons',
  {
    shard: text('shard').notNull(),
    device: text('device').notNull(),
    number: integer('number').notNull(),
    hash: text('hash').notNull(),
    record: text('record').notNull(),
    n: integer('n').notNull(),
    lostN: integer('lost_n').notNull(),
    content: text('content'),
  },
  (table) => [
    primaryKey({ columns: [table.shard, table.device, table.number, table.hash] }),
    index('skeletons_record').on(table.shard, table.record),
  ],
);

export const recoveries = pgTable(
  'recoveries',
  {
    shard: text('shard').notNull(),
    id: integer('id').notNull(),
    era: text('era').notNull(),
    root: text('root').notNull().default(''),
    openedAt: integer('opened_at').notNull(),
    keptN: integer('kept_n').notNull(),
    lostN: integer('lost_n').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.id] })],
);

export const recoveryReports = pgTable(
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

export const recoveredLines = pgTable(
  'recovered_lines',
  {
    shard: text('shard').notNull(),
    recovery: integer('recovery').notNull(),
    n: integer('n').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shard, table.recovery, table.n] })],
);

export const views = pgTable(
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

export const records = pgTable(
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
    // By kind only: what stands in the JSON has no index here, since reading text as JSON is not immutable.
    index('records_portofolio').on(table.kind).where(sql`"kind" = 'portofolio'`),
    // By school only, for the same reason.
    index('records_entri_hari').on(table.shard).where(sql`"kind" = 'entri'`),
  ],
);

export const accounts = pgTable(
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

export const grants = pgTable(
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

export const devices = pgTable(
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

export const sessions = pgTable(
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

export const knownBrowsers = pgTable(
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

export const throttles = pgTable(
  'throttles',
  {
    key: text('key').primaryKey(),
    failures: integer('failures').notNull(),
    since: integer('since').notNull(),
    until: integer('until').notNull(),
  },
  (table) => [index('throttles_since').on(table.since)],
);

export const photos = pgTable(
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

export const eras = pgTable('eras', {
  id: text('id').primaryKey(),
  startedAt: integer('started_at').notNull(),
  cause: text('cause').notNull(),
  heads: text('heads').notNull().default('{}'),
});
