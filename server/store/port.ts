import type { RecordKind } from '../../shared/records/index.ts';
import type { Hold } from './hold.ts';
import type { Line } from './line.ts';
import type {
  Audited,
  AuditedTables,
  ChainHead,
  ChangesWanted,
  HistoryEntry,
  KnownBrowser,
  OwnLinesWanted,
  PeopleWanted,
  StoredAccount,
  StoredActivation,
  StoredCommand,
  StoredDevice,
  StoredDocument,
  StoredEnvelope,
  StoredEra,
  StoredGrant,
  StoredPhoto,
  StoredRecord,
  StoredRecovery,
  StoredRecoveryReport,
  StoredReminder,
  StoredSession,
  StoredSkeleton,
  StoredThrottle,
  StoredView,
} from './stored.ts';
import type { HilangReads, HilangWrites } from './stored-hilang.ts';
import type { MarkReads, MarkWrites } from './stored-mark.ts';
import type { OfficeLine, OfficeWanted, ViewSum, ViewsWanted } from './stored-office.ts';
import type { OverdueReads, OverdueWrites } from './stored-overdue.ts';
import type { PantauReads, StoredBurden, StoredFigure } from './stored-pantau.ts';
import type { PasskeyReads, PasskeyWrites } from './stored-passkey.ts';
import type { PublikReads, StoredPublication, StoredQueue, StoredRelease } from './stored-publik.ts';
import type { UploadReads, UploadWrites } from './stored-upload.ts';

export * from './hold.ts';
export * from './line.ts';
export * from './stored.ts';
export * from './stored-hilang.ts';
export * from './stored-mark.ts';
export * from './stored-office.ts';
export * from './stored-overdue.ts';
export * from './stored-pantau.ts';
export * from './stored-passkey.ts';
export * from './stored-publik.ts';
export * from './stored-upload.ts';

/*
 * Everything that the server keeps, and nothing of how. All of it is asynchronous, so that a database in another
 * process fits behind it too.
 *
 *   write(work)  one transaction; resolves only after the commit is on disk, so an answer after it is a promise
 *   read(work)   one snapshot: all that the work reads belongs to the same moment
 *
 * Inside a shard, numbers are handed out under a lock that lasts until the commit: whoever can read n can read every
 * smaller number. The work of a transaction must not wait for anything but this store and a digest, and it may be run
 * again from its start where another one stood in its way: what it changes outside counts only once it has resolved.
 */

/** Reading: one snapshot. Lists come in the order their name says, else in no order. */
export type ReadTx = HilangReads &
  PasskeyReads &
  MarkReads &
  OverdueReads &
  PantauReads &
  UploadReads &
  PublikReads & {
    readonly chainHead: (shard: string) => Promise<ChainHead>;
    /** Chain hash of line n of a shard; null where there is no such line. */
    readonly chainHashAt: (shard: string, n: number) => Promise<Uint8Array | null>;
    /** The command of this id, if it was sent to this shard; also one that was refused. */
    readonly commandIn: (shard: string, commandId: string) => Promise<StoredCommand | null>;
    /** Every command stored under a device's number, in whatever shard: more than one where a phone used it again. */
    readonly commandsByNumber: (device: string, number: number) => Promise<readonly StoredCommand[]>;
    /** True where an accepted command of this id belongs to the record's history. */
    readonly isInHistory: (shard: string, record: string, commandId: string) => Promise<boolean>;
    /** Lines of a shard's ledger after n, in order. */
    readonly ledgerLines: (shard: string, afterN: number, limit: number) => Promise<readonly StoredCommand[]>;
    readonly shards: () => Promise<readonly string[]>;
    /** Accepted commands of each of these records in the order of the ledger, lost ones that are known again included. */
    readonly historiesOf: (
      shard: string,
      records: readonly string[],
    ) => Promise<ReadonlyMap<string, readonly HistoryEntry[]>>;
    readonly skeleton: (shard: string, id: string) => Promise<StoredSkeleton | null>;
    /** Accepted commands on a record, in order. */
    readonly linesOfRecord: (shard: string, record: string) => Promise<readonly StoredCommand[]>;
    /** Accepted commands on an owner's records, the last first. */
    readonly linesOfOwner: (wanted: OwnLinesWanted) => Promise<readonly StoredCommand[]>;
    /** Of those the ones that tell of feedback: messages, and all that happened to entries which were ever returned. */
    readonly feedbackLines: (wanted: OwnLinesWanted) => Promise<readonly StoredCommand[]>;
    readonly envelope: (shard: string, id: string) => Promise<StoredEnvelope | null>;
    readonly view: (
      key: Pick<StoredView, 'shard' | 'record' | 'viewer' | 'day'>,
    ) => Promise<StoredView | null>;
    /** Who looked at a record, by day. */
    readonly viewsOfRecord: (shard: string, record: string) => Promise<readonly StoredView[]>;
    /** Who looked at an owner's records since a day, by day, and of which kind they are. */
    readonly viewsOfOwner: (
      shard: string,
      owner: string,
      sinceDay: string,
    ) => Promise<readonly (StoredView & { readonly kind: string })[]>;
    /** Accepted lines that are nobody's own work, the last received first. */
    readonly officeLines: (wanted: OfficeWanted) => Promise<readonly OfficeLine[]>;
    /** Looks at others' records by day, viewer and owner, the last day first. */
    readonly viewSums: (wanted: ViewsWanted) => Promise<readonly ViewSum[]>;
    /** A page of a table in an order that stays, after the place that the page before ended at (null: the start). */
    readonly audit: <T extends keyof AuditedTables>(
      table: T,
      after: string | null,
      limit: number,
    ) => Promise<{ readonly rows: readonly Audited<AuditedTables[T]>[]; readonly next: string | null }>;
    /** A shard's lines, or its records, after n in the order of their numbers, as an audit reads them. */
    readonly auditShard: <T extends 'commands' | 'records'>(
      table: T,
      wanted: { readonly shard: string; readonly afterN: number; readonly limit: number },
    ) => Promise<readonly Audited<AuditedTables[T]>[]>;
    /** What the database's own check of its file finds; empty where nothing. */
    readonly integrity: () => Promise<readonly string[]>;

    readonly record: (shard: string, id: string) => Promise<StoredRecord | null>;
    /** Records changed after n, by n; at most `limit`, and possibly in the middle of equal numbers. */
    readonly changedRecords: (wanted: ChangesWanted) => Promise<readonly StoredRecord[]>;
    readonly recordsOfKind: (
      shard: string,
      kind: RecordKind,
      owner?: string,
    ) => Promise<readonly StoredRecord[]>;
    /** Records of an owner in which this text stands somewhere: a first sieve, for the caller to look closer. */
    readonly recordsHolding: (wanted: {
      shard: string;
      owner: string;
      text: string;
    }) => Promise<readonly StoredRecord[]>;

    readonly accountById: (id: string) => Promise<StoredAccount | null>;
    readonly accountByNip: (nip: string) => Promise<StoredAccount | null>;
    /** The one account whose NIP this was before a correction; null where there is none, or more than one. */
    readonly accountByNipLama: (nip: string) => Promise<StoredAccount | null>;
    readonly accountCount: () => Promise<number>;
    /** All grants of an account, past and future ones too. */
    readonly grantsOf: (account: string) => Promise<readonly StoredGrant[]>;
    /** All grants in a shard, past and future ones too. */
    readonly grantsIn: (shard: string) => Promise<readonly StoredGrant[]>;
    /** Ids of accounts in which nobody has ever signed in on any phone. */
    readonly neverUsed: () => Promise<readonly string[]>;
    readonly device: (id: string) => Promise<StoredDevice | null>;
    /** Numbers of a device's commands that ever arrived, refused and lost ones too, in order. */
    readonly numbersOf: (device: string) => Promise<readonly number[]>;
    readonly devicesOf: (account: string) => Promise<readonly StoredDevice[]>;
    /** Phones that are not revoked, of everybody who has ever held a role in the shard. */
    readonly devicesIn: (shard: string) => Promise<readonly StoredDevice[]>;
    readonly session: (tokenHash: string) => Promise<StoredSession | null>;
    readonly sessionsOf: (account: string) => Promise<readonly StoredSession[]>;
    /** People who hold a role at `now` in a shard (null: anywhere), by name; `find` is part of a name or NIP, in any case. */
    readonly peopleWith: (wanted: PeopleWanted) => Promise<readonly StoredAccount[]>;
    readonly isKnownBrowser: (account: string, mark: string) => Promise<boolean>;
    readonly throttle: (key: string) => Promise<StoredThrottle | null>;
    readonly photo: (owner: string, sha: string) => Promise<StoredPhoto | null>;
    /** Photos that are here whole, after one of them in a fixed order; null from the first. */
    readonly wholePhotos: (
      after: Pick<StoredPhoto, 'owner' | 'sha'> | null,
      limit: number,
    ) => Promise<readonly StoredPhoto[]>;
    /** Bytes of a person's photos, finished or not: in all, and of those touched since `since` (epoch ms). */
    readonly photoBytes: (owner: string, since: number) => Promise<{ all: number; recent: number }>;
    /** Accepted commands, records, and photos that are here whole. */
    readonly counts: () => Promise<{ commands: number; records: number; photos: number }>;

    /** Documents under a code: one, unless two contents share 65 bits. */
    readonly documentsByCode: (code: string) => Promise<readonly StoredDocument[]>;
    /** Versions of one document of a person, the last issued first. */
    readonly documentsAbout: (
      wanted: Pick<StoredDocument, 'shard' | 'owner' | 'kind' | 'about'>,
    ) => Promise<readonly StoredDocument[]>;

    /** All of a person's documents in a shard, the last issued first. */
    readonly documentsOf: (shard: string, owner: string) => Promise<readonly StoredDocument[]>;

    readonly reminderOf: (device: string) => Promise<StoredReminder | null>;
    /** Reminders by device, after one of them; empty from the first. */
    readonly reminders: (afterDevice: string, limit: number) => Promise<readonly StoredReminder[]>;

    readonly activationOf: (account: string) => Promise<StoredActivation | null>;
    /** When the person set her password herself, epoch ms; null where she never did. */
    readonly passwordSetAt: (account: string) => Promise<number | null>;

    readonly queue: (device: string) => Promise<StoredQueue | null>;
    /** Phones, not revoked, on which something waits as far as is known; `oldestAt` null for none. */
    readonly queueSums: () => Promise<{ phones: number; commands: number; oldestAt: number | null }>;

    /** Newest first. */
    readonly eras: () => Promise<readonly StoredEra[]>;
    /** Newest first. */
    readonly recoveries: (shard: string) => Promise<readonly StoredRecovery[]>;
    readonly recoveryReports: (shard: string, recovery: number) => Promise<readonly StoredRecoveryReport[]>;
    /** Lines of a lost history that have come back, in order. */
    readonly recoveredLines: (shard: string, recovery: number) => Promise<readonly number[]>;
  };

/** Reading and writing: one transaction. */
export type WriteTx = ReadTx &
  PasskeyWrites &
  HilangWrites &
  MarkWrites &
  OverdueWrites &
  UploadWrites & {
    /** Runs the work so that it leaves no trace if it throws; the rest of the transaction goes on. */
    readonly savepoint: <T>(work: () => Promise<T>) => Promise<T>;
    /** End of the ledger of a shard that this work holds; throws where it does not. */
    readonly lockShard: (shard: string) => Promise<ChainHead>;
    /** Moves the end of the ledger of a shard that this work holds on. */
    readonly advanceShard: (shard: string, head: ChainHead) => Promise<void>;
    readonly insertCommand: (command: StoredCommand) => Promise<void>;
    /** {@link insertCommand} for several, in their order. */
    readonly insertCommands: (commands: readonly StoredCommand[]) => Promise<void>;
    readonly putSkeleton: (skeleton: StoredSkeleton) => Promise<void>;
    readonly putRecord: (stored: StoredRecord) => Promise<void>;
    /** {@link putRecord} for several, in their order. */
    readonly putRecords: (stored: readonly StoredRecord[]) => Promise<void>;
    /** Takes all records of a shard away, to be made anew from its ledger in the same transaction. */
    readonly removeRecordsOf: (shard: string) => Promise<void>;
    /** Keeps a signed request; one that is known stays as it is. */
    readonly putEnvelope: (envelope: StoredEnvelope) => Promise<void>;
    readonly putView: (view: StoredView) => Promise<void>;

    readonly putAccount: (account: StoredAccount) => Promise<void>;
    readonly putGrant: (grant: StoredGrant) => Promise<void>;
    readonly putDevice: (device: StoredDevice) => Promise<void>;
    readonly putSession: (session: StoredSession) => Promise<void>;
    readonly removeSession: (tokenHash: string) => Promise<void>;
    readonly removeSessionsOf: (account: string) => Promise<void>;
    /** Ends an account's sessions but for one; gives how many there were. */
    readonly removeOtherSessionsOf: (account: string, tokenHash: string) => Promise<number>;
    readonly removeSessionsExpiredBefore: (time: number) => Promise<void>;
    readonly putKnownBrowser: (browser: KnownBrowser) => Promise<void>;
    readonly putThrottle: (throttle: StoredThrottle) => Promise<void>;
    readonly removeThrottle: (key: string) => Promise<void>;
    readonly removeThrottlesBefore: (since: number) => Promise<void>;
    readonly putPhoto: (photo: StoredPhoto) => Promise<void>;
    readonly removePhoto: (owner: string, sha: string) => Promise<void>;
    /** Keeps an issued document; one that is known stays as it is. */
    readonly putDocument: (document: StoredDocument) => Promise<void>;
    readonly putReminder: (reminder: StoredReminder) => Promise<void>;
    readonly removeReminder: (device: string) => Promise<void>;
    readonly putActivation: (activation: StoredActivation) => Promise<void>;
    readonly putPublication: (publication: StoredPublication) => Promise<void>;
    /** Keeps a published table; one of the same period stays as it is. */
    readonly keepRelease: (release: StoredRelease) => Promise<void>;
    readonly putQueue: (queue: StoredQueue) => Promise<void>;
    readonly removeQueue: (device: string) => Promise<void>;
    /** Adds to a sum; one that comes to nothing is gone. */
    readonly addFigure: (figure: StoredFigure) => Promise<void>;
    readonly removeFiguresOf: (shard: string) => Promise<void>;
    readonly putFigureVersion: (of: { readonly shard: string; readonly version: number }) => Promise<void>;
    /** Adds people to a class. */
    readonly addBurden: (burden: StoredBurden) => Promise<void>;
    readonly putBurdenReport: (report: { readonly account: string; readonly pekan: string }) => Promise<void>;
    readonly putPasswordAge: (age: { readonly account: string; readonly setAt: number }) => Promise<void>;
    readonly putEra: (era: StoredEra) => Promise<void>;
    readonly putRecovery: (recovery: StoredRecovery) => Promise<void>;
    readonly putRecoveryReport: (report: StoredRecoveryReport) => Promise<void>;
    readonly addRecoveredLine: (line: { shard: string; recovery: number; n: number }) => Promise<void>;
  };

/** The server's storage. */
export type Store = {
  readonly write: <T>(work: (tx: WriteTx) => Promise<T>, hold?: Hold) => Promise<T>;
  readonly read: <T>(work: (tx: ReadTx) => Promise<T>) => Promise<T>;
  /**
   * Copies everything that is committed to a file, while work goes on; durable when it resolves. `onProgress` is told how
   * much of how much is done, in parts of equal size.
   */
  readonly copyTo: (path: string, onProgress?: (done: number, total: number) => void) => Promise<void>;
  /** True where other processes may be at work on the same database. */
  readonly isShared: boolean;
  /** Opens a line of its own: for names that are held beyond a transaction, and for news. */
  readonly openLine: () => Promise<Line>;
  /** Tells all lines of a topic. Never on the way of a sync: PostgreSQL lets commits that tell something pass one by one. */
  readonly tell: (topic: string) => Promise<void>;
  /** Names of the changes of the tables, in order; a store that is open has all of them. */
  readonly migrations: () => readonly string[];
  /** Marks a clean stop; nothing may be asked afterwards. */
  readonly close: () => Promise<void>;
};

/**
 * What the store rejects with where the database itself cannot work: disk full (`isFull`), input or output failing, busy.
 * Nothing of that transaction was kept, and it may be tried again later. Any other error is a fault of the one work.
 */
export class StoreUnavailableError extends Error {
  readonly isFull: boolean;
  constructor(isFull: boolean, options?: ErrorOptions) {
    super(isFull ? 'no room left on the disk' : 'the database cannot work', options);
    this.name = 'StoreUnavailableError';
    this.isFull = isFull;
  }
}
