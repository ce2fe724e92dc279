import type { Actor } from '../../shared/commands/index.ts';
import type {
  CommandContent,
  DeviceKey,
  ProblemParams,
  View,
  WireGrant,
} from '../../shared/protocol/index.ts';
import type { AnyRecord } from '../../shared/records/index.ts';

/* What the server keeps, row by row, and nothing of how; the verbs are in `port.ts`. */

/** Kind of the line that brings a record back from a lost history. It belongs to no record's own history. */
export const GIVEN_BACK = 'pulih.rekam';

/** The end of a shard's ledger: number and SHA-256 of its last line; number 0 and no bytes before the first. */
export type ChainHead = { readonly n: number; readonly h: Uint8Array };

/** What the ledger answered to a command; `head` is the record's head when a competing version was stored. */
export type StoredVerdict =
  | { readonly verdict: 'ok'; readonly n: number; readonly h: Uint8Array }
  | { readonly verdict: 'beda'; readonly n: number; readonly h: Uint8Array; readonly head: string }
  | { readonly verdict: 'no'; readonly code: string; readonly params: ProblemParams | null };

/** A command as it was received and what became of it. Refused ones are kept too, outside the chain. */
export type StoredCommand = {
  readonly device: string;
  readonly number: number;
  readonly hash: string;
  readonly content: CommandContent;
  /** Who spoke, with the roles of that moment: rebuilding decides again by them. */
  readonly actor: Actor;
  /** Receiver's clock, epoch ms. */
  readonly receivedAt: number;
  /** Salt of the commitment; without it an erased body cannot be guessed from the chain. */
  readonly salt: Uint8Array;
  /** SHA-256 of salt and all that the row says: what the chain holds, so that a body can be erased and the chain still verifies. */
  readonly commitment: Uint8Array;
  readonly outcome: StoredVerdict;
  /** Id of the signed request that it came in; null where the server itself laid it down, and for refused ones. */
  readonly envelope: string | null;
};

/** A request as its device signed it, packed; `bytes` null once erased. One row for each shard that it touched. */
export type StoredEnvelope = {
  readonly shard: string;
  readonly id: string;
  readonly device: string;
  readonly signature: string;
  readonly bytes: Uint8Array | null;
  /** Receiver's clock, epoch ms, when it first brought something new. */
  readonly receivedAt: number;
  /** Account of the colleague who carried it here; null where the owner's phone sent it. */
  readonly carrier: string | null;
  /** The owner's other device that signed in place of `device`, vouching for what that numbered; null where it signed itself. */
  readonly signer: string | null;
};

/** That somebody looked at another person's record in office: one row a viewer, record and day; times in epoch ms. */
export type StoredView = {
  readonly shard: string;
  readonly record: string;
  readonly viewer: string;
  /** `YYYY-MM-DD` where the viewer was. */
  readonly day: string;
  readonly viewerNama: string;
  readonly peran: string;
  readonly firstAt: number;
  readonly lastAt: number;
};

/** A record with the ledger number of the last command that touched it. */
export type StoredRecord = { readonly n: number; readonly record: AnyRecord };

/** A person's account. `password` is a PHC string; a deactivated account signs in nowhere and sends nothing. */
export type StoredAccount = {
  readonly id: string;
  readonly nip: string;
  readonly nama: string;
  readonly jabatan: string;
  readonly password: string;
  readonly createdAt: number;
  readonly deactivatedAt: number | null;
  /** A NIP that was hers until it was corrected: she still signs in with it, unless it is another account's own. */
  readonly nipLama: string | null;
};

/**
 * The last activation slip of a person: the code's hash, who issued it, wrong tries, epoch ms. `issuer` is an admin's account
 * (null: the operator); with `awaits` 1 it opens nothing until a second admin, named in `secondedBy`, has agreed.
 */
export type StoredActivation = {
  readonly account: string;
  readonly hash: string;
  readonly issuedAt: number;
  readonly issuedBy: string;
  readonly expiresAt: number;
  readonly tries: number;
  readonly usedAt: number | null;
  readonly issuer: string | null;
  readonly awaits: number;
  readonly secondedBy: string | null;
};

/** How a phone is woken for a reminder: where, at which hour (`HH:MM`), on which ISO weekdays, and when it last was. */
export type StoredReminder = {
  readonly device: string;
  readonly account: string;
  readonly endpoint: string;
  readonly hour: string;
  readonly days: readonly number[];
  /** Day (`YYYY-MM-DD`, school's time) of the last one; empty before the first. */
  readonly lastDay: string;
  /** Wake-ups in a row that the push service did not take. */
  readonly failures: number;
};

/** A role in a shard from `since` (inclusive) to `until` (exclusive), epoch ms. */
export type StoredGrant = {
  readonly account: string;
  readonly shard: string;
  readonly view: View;
  readonly peran: WireGrant['peran'];
  readonly since: number;
  readonly until: number | null;
};

/** Which people, and which of them: `from` are passed over, `limit` given at most. */
export type PeopleWanted = {
  readonly shard: string | null;
  readonly find: string;
  /** Epoch ms. */
  readonly now: number;
  readonly from: number;
  readonly limit: number;
};

/** A phone of a person, known by its public key. */
export type StoredDevice = {
  readonly id: string;
  readonly account: string;
  readonly key: DeviceKey;
  readonly label: string;
  readonly createdAt: number;
  readonly seenAt: number;
  /** Highest command number seen: a gap below it is a command that never arrived. */
  readonly maxNumber: number;
  readonly revokedAt: number | null;
};

/** A session, known by the SHA-256 of its token (hex or base64url, as the caller likes). */
export type StoredSession = {
  readonly tokenHash: string;
  readonly account: string;
  readonly device: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
};

/** A browser in which an account signed in before; `mark` is the SHA-256 of what the browser keeps. */
export type KnownBrowser = { readonly account: string; readonly mark: string; readonly seenAt: number };

/** A counter of failures under a name that the caller makes up, such as `nip:…` or `alamat:…`. */
export type StoredThrottle = {
  readonly key: string;
  readonly failures: number;
  /** Start of the window in which they are counted, epoch ms. */
  readonly since: number;
  /** Refused before this, epoch ms; 0 for not at all. */
  readonly until: number;
};

/** A photo and how much of it has arrived; `utuh` once its bytes are checked and kept. */
export type StoredPhoto = {
  readonly owner: string;
  readonly sha: string;
  readonly size: number;
  readonly mime: string | null;
  readonly received: number;
  readonly state: 'menerima' | 'utuh';
  readonly updatedAt: number;
};

/** One run of the server. */
export type StoredEra = {
  readonly id: string;
  readonly startedAt: number;
  readonly cause: string;
  /** Number of each shard's last line when it began: where a restored history begins to differ. */
  readonly heads: Readonly<Record<string, number>>;
};

/** A command of a lost history, known by its id because a sealed record named it. */
export type StoredSkeleton = {
  readonly shard: string;
  readonly id: string;
  readonly record: string;
  /** Line of this ledger that brought its record back. */
  readonly n: number;
  /** Line where it stood in the lost history. */
  readonly lostN: number;
  /** What it said, once its author's phone has sent it again. */
  readonly content: CommandContent | null;
};

/** A history of a shard that was lost by putting back an older copy. */
export type StoredRecovery = {
  readonly shard: string;
  /** 1, 2, … within the shard. */
  readonly id: number;
  /** Run of the server that began with the older copy. */
  readonly era: string;
  /** Run in which the lost history had begun: its name. Empty in rows from before histories had names. */
  readonly root: string;
  readonly openedAt: number;
  /** Last line that both histories have, as far as is known. */
  readonly keptN: number;
  /** Highest line of the lost history that any phone has seen. */
  readonly lostN: number;
};

/** A phone that knew more than the server; `doneAt` once it has brought back all that it holds. */
export type StoredRecoveryReport = {
  readonly shard: string;
  readonly recovery: number;
  readonly device: string;
  readonly account: string;
  readonly reportedAt: number;
  readonly seenN: number;
  readonly doneAt: number | null;
};

/** A command of a record's history and its line. */
export type HistoryEntry = readonly [id: string, n: number];

/** What an audit reads, row by row. */
export type AuditedTables = {
  commands: StoredCommand;
  records: StoredRecord;
  envelopes: StoredEnvelope;
  devices: StoredDevice;
  photos: StoredPhoto;
  shards: ChainHead & { readonly id: string };
  views: StoredView;
};

/** A row as it lies in the table, with the best name that can be given to it. */
export type Audited<T> = {
  readonly shard: string;
  readonly n: number | null;
  readonly id: string;
  /** Null where the row cannot be read. */
  readonly value: T | null;
  /** False where the value, written again, would give another row: something was changed behind the store's back. */
  readonly isAsWritten: boolean;
};

/** Where a page of lines of one owner's records begins, going back. */
export type OwnLinesWanted = {
  readonly shard: string;
  readonly owner: string;
  readonly beforeN: number;
  readonly limit: number;
};

/** An issued document as it was; `content` is the canonical JSON that `fingerprint` (SHA-256) is of. */
export type StoredDocument = {
  readonly shard: string;
  readonly code: string;
  readonly owner: string;
  readonly kind: string;
  readonly about: string;
  readonly fingerprint: Uint8Array;
  readonly content: string;
  /** Epoch ms. */
  readonly issuedAt: number;
  /** Account that had it made. */
  readonly issuedBy: string;
};

/**
 * Where a page of changed records begins and what it may hold; `owners` null for all owners, `keberatan` for people, school
 * and the evaluations that somebody objected to.
 */
export type ChangesWanted = {
  readonly shard: string;
  readonly afterN: number;
  readonly owners: readonly string[] | null | 'keberatan';
  readonly limit: number;
  /** First and last of a run of lines that are left out: who asks has what they made. Not understood with `keberatan`. */
  readonly except?: readonly [number, number];
};
