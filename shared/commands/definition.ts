import type * as z from 'zod/mini';
import type { ProblemCode, ProblemParams, Refusal } from '../protocol/problem-codes.ts';
import type { AnyRecord, RecordKind, RecordKinds, RecordOf } from '../records/record.ts';
import type { Satker } from '../records/satker.ts';

/**
 * Roles that a person holds in a shard: `atasan` is the superior of its penilai, who decides on objections; `sistem` is the
 * server itself when it seeds; `admin` keeps people and schools of an instansi, and sees no contents; a `pembaca` reads what
 * is her own and commands nothing.
 */
export type Peran = 'guru' | 'penilai' | 'atasan' | 'admin' | 'pembaca' | 'sistem';

/** Who speaks, in the shard that the command names. */
export type Actor = { readonly id: string; readonly nama: string; readonly peran: readonly Peran[] };

/** Everything a decision may know besides command and record. The same on phone and server, so that both decide alike. */
export type DecisionContext = {
  readonly actor: Actor;
  /** Id of the command being decided. */
  readonly commandId: string;
  /** Decider's clock, epoch ms: stored as `pada`, never compared. */
  readonly now: number;
  /** Decider's date; on the server that of the easternmost zone. */
  readonly hariIni: string;
  /** The school's settings, null before its record is known. */
  readonly satker: Satker | null;
  /**
   * What `periksaSkp` refuses of an SKP beside the owner's others: given where those are at hand, by the server and by the
   * screen that hands in or answers. A phone's fold goes without.
   */
  readonly periksaSkp?: (skp: RecordOf<'skp'>) => Refusal | null;
  /** Records of a kind that is to be `unique`, the actor's or the school's; left out where nobody has looked. */
  readonly siblings?: readonly AnyRecord[];
};

/** What a command changes. Members left out stay as they are. */
export type Change<K extends RecordKind> = {
  readonly owner?: string;
  readonly state?: RecordKinds[K]['state'];
  readonly content?: RecordKinds[K]['content'];
  readonly deleted?: boolean;
  /** Ids of the variants that this command settles; decisions on an older version are always settled by a new head. */
  readonly settles?: readonly string[];
};

/** A change, a refusal, or `sama` where the record already stands as the command wants it. */
export type Outcome<K extends RecordKind> =
  | { readonly ok: true; readonly change: Change<K> }
  | { readonly ok: true; readonly change: 'sama' }
  | Refusal;

/** How a command is judged whose base is known but no longer current (sync.md 2.7). */
export type SupersededPolicy =
  /** Keep both versions and let people choose. */
  | 'beda'
  /** Ok without effect where the record already stands so; otherwise as `beda`. */
  | 'sama-atau-beda'
  /** The last one accepted wins: single fields that cannot contradict each other. */
  | 'terapkan';

/** One verb: its schema, who may, what it does. */
export type CommandDefinition<K extends RecordKind, B> = {
  readonly kind: string;
  readonly version: number;
  readonly record: K;
  /** Creates the record; base and record are then absent. */
  readonly creates: boolean;
  readonly body: z.ZodMiniType<B>;
  /** True where the body holds what a person typed: then a refused one stays visible to its author. */
  readonly carriesContent: boolean;
  /** True where a competing version made by it stays until a person settles it; others lapse once the record moves on. */
  readonly persists: boolean;
  readonly superseded: SupersededPolicy;
  /** True where what it creates follows from body and author alone: then the phone that made it needs no copy of it back. */
  readonly foreseen: boolean;
  /**
   * True where what it creates must not stand beside the like of it: then the judge hands in the actor's `siblings`; or
   * `sekolah`, for those that the whole school shares.
   */
  readonly unique: boolean | 'sekolah';
  /** Refusal code where the actor may not do this to that record (null when it creates), else null. */
  readonly may: (actor: Actor, record: RecordOf<K> | null, body: B) => ProblemCode | null;
  /** The new state, content and owner; pure. `record` is null only for a creation. */
  readonly apply: (record: RecordOf<K> | null, body: B, context: DecisionContext) => Outcome<K>;
};

/** A definition with its types hidden, as the registry keeps it: `decide` parses before it calls. */
export type AnyDefinition = Omit<CommandDefinition<RecordKind, unknown>, 'may' | 'apply' | 'body'> & {
  readonly body: z.ZodMiniType<unknown>;
  readonly may: (actor: Actor, record: AnyRecord | null, body: unknown) => ProblemCode | null;
  readonly apply: (record: AnyRecord | null, body: unknown, context: DecisionContext) => Outcome<RecordKind>;
};

/** A verb before its defaults are filled in: `apply` of one that does not create always gets a record. */
type Draft<K extends RecordKind, B> = {
  readonly kind: string;
  readonly record: K;
  readonly body: z.ZodMiniType<B>;
  readonly version?: number;
  readonly carriesContent?: boolean;
  readonly persists?: boolean;
  readonly superseded?: SupersededPolicy;
  readonly foreseen?: boolean;
  readonly unique?: boolean | 'sekolah';
};

/** Defines a verb that creates a record. */
export const creating = <K extends RecordKind, B>(
  draft: Draft<K, B> & {
    readonly may: (actor: Actor, body: B) => ProblemCode | null;
    readonly apply: (
      body: B,
      context: DecisionContext,
    ) => { ok: true; change: Required<Pick<Change<K>, 'owner' | 'state' | 'content'>> } | Refusal;
  },
): AnyDefinition =>
  hide<K, B>({
    version: 1,
    carriesContent: true,
    persists: false,
    superseded: 'beda',
    foreseen: false,
    unique: false,
    ...draft,
    creates: true,
    may: (actor, _record, body) => draft.may(actor, body),
    apply: (_record, body, context) => draft.apply(body, context),
  });

/** Defines a verb that changes a record made before. */
export const changing = <K extends RecordKind, B>(
  draft: Draft<K, B> & {
    readonly may: (actor: Actor, record: RecordOf<K>, body: B) => ProblemCode | null;
    readonly apply: (record: RecordOf<K>, body: B, context: DecisionContext) => Outcome<K>;
  },
): AnyDefinition =>
  hide<K, B>({
    version: 1,
    carriesContent: false,
    persists: false,
    superseded: 'beda',
    foreseen: false,
    unique: false,
    ...draft,
    creates: false,
    may: (actor, record, body) => (record ? draft.may(actor, record, body) : 'tidak_ada'),
    apply: (record, body, context) =>
      record ? draft.apply(record, body, context) : { ok: false, code: 'tidak_ada' },
  });

/** `decide` parses the body by the definition's own schema and compares the record's kind before calling it. */
const hide = <K extends RecordKind, B>(definition: CommandDefinition<K, B>): AnyDefinition =>
  definition as unknown as AnyDefinition;

/** A refusal with its facts, as `apply` returns it. */
export const no = (code: ProblemCode, params?: ProblemParams): Refusal =>
  params ? { ok: false, code, params } : { ok: false, code };

/** True where the actor holds the role. */
export const is = (actor: Actor, peran: Peran): boolean => actor.peran.includes(peran);

/** Only the server itself may: seeding, and imports by the hand of an admin. No phone ever speaks as the server. */
export const onlySistem = (actor: Actor): ProblemCode | null =>
  is(actor, 'sistem') ? null : 'di_luar_wewenang';

/** Only who works at the school may: a teacher, or the head for himself. */
export const onlyPegawai = (actor: Actor): ProblemCode | null =>
  is(actor, 'guru') || is(actor, 'penilai') ? null : 'di_luar_wewenang';

/** Only the owner may. */
export const onlyOwner = (actor: Actor, record: { readonly owner: string }): ProblemCode | null =>
  actor.id === record.owner ? null : 'di_luar_wewenang';

/** Only the atasan of the penilai may, and nobody decides on himself (rule R2). */
export const onlyAtasanOf = (actor: Actor, record: { readonly owner: string }): ProblemCode | null => {
  if (!is(actor, 'atasan')) return 'di_luar_wewenang';
  return actor.id === record.owner ? 'menilai_diri' : null;
};

/** Only the penilai may, and nobody decides on himself (rule R2). */
export const onlyPenilaiOf = (actor: Actor, record: { readonly owner: string }): ProblemCode | null => {
  if (!is(actor, 'penilai')) return 'di_luar_wewenang';
  return actor.id === record.owner ? 'menilai_diri' : null;
};
