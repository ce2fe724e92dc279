import type { CommandContent } from '../protocol/identity.ts';
import { type Refusal, refuse } from '../protocol/problem-codes.ts';
import type { AnyRecord, RecordKind, Variant } from '../records/record.ts';
import type { AnyDefinition, Change, DecisionContext } from './definition.ts';
import { definitionOf } from './registry.ts';
import { upcast } from './upcast.ts';

/*
 *   base = null, no record        create
 *   base = head                   apply
 *   base known, not head          by the definition's policy: both versions kept, or the last one wins
 *   base unknown                  wait: kept by the sender, never refused, never applied to another text
 *
 * I5 a command is applied to a record only if its base was the head at that moment.
 * I14 an approval never rests on a head other than its base.
 */

/**
 * The verdict on one command. `ok`: the record as it stands now (unchanged where `same`). `beda`: the record with one
 * more competing version. `no`: a refusal, final. `wait`: the version it was made on has not arrived yet.
 */
export type Decision =
  | { readonly verdict: 'ok'; readonly record: AnyRecord; readonly same: boolean }
  | { readonly verdict: 'beda'; readonly record: AnyRecord }
  | { readonly verdict: 'no'; readonly refusal: Refusal }
  | { readonly verdict: 'wait' };

/** A command together with what the decider knows of the record it names. */
export type Question = {
  readonly command: CommandContent;
  /** Current version, null where there is none (yet). */
  readonly record: AnyRecord | null;
  /** True where the command's base is in the record's history. */
  readonly baseKnown: boolean;
};

const no = (refusal: Refusal): Decision => ({ verdict: 'no', refusal });

/**
 * Decides a command on a record: the same pure function on phone and server. Unknown kinds, newer versions and
 * malformed bodies are refused (`perintah_asing`, `isi_salah` or the field's own code), never thrown.
 */
export const decide = ({ command, record, baseKnown }: Question, context: DecisionContext): Decision => {
  const definition = definitionOf(command.kind);
  if (!definition) return no(refuse('perintah_asing'));
  const current = upcast(command, definition.version);
  if (current.version !== definition.version) return no(refuse('perintah_asing'));
  const parsed = definition.body.safeParse(current.body);
  if (!parsed.success) return no(bodyRefusal(parsed.error.issues[0]));
  if (definition.creates)
    return decideCreation(definition, parsed.data, { command, record, baseKnown }, context);
  return decideChange(definition, parsed.data, { command, record, baseKnown }, context);
};

type Issue = {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code?: string | undefined;
  /** The limit of a text that is over it, so that its words can name it. */
  readonly params?: Readonly<Record<string, unknown>> | undefined;
};

/** Schemas speak problem codes as messages; anything else is a malformed body. */
const bodyRefusal = (issue: Issue | undefined): Refusal => {
  const path = issue?.path.map(String).join('/') ?? '';
  const paling = issue?.params?.['paling'];
  return refuse(
    /^[a-z]+(_[a-z]+)+$/.test(issue?.message ?? '') ? (issue?.message as Refusal['code']) : 'isi_salah',
    { bidang: path, ...(typeof paling === 'number' ? { paling } : {}) },
  );
};

type Step = (
  definition: AnyDefinition,
  body: unknown,
  question: Question,
  context: DecisionContext,
) => Decision;

const decideCreation: Step = (definition, body, { command, record }, context) => {
  if (command.record !== null || command.base !== null || record)
    return no(refuse('isi_salah', { bidang: 'base' }));
  const forbidden = definition.may(context.actor, null, body);
  if (forbidden) return no(refuse(forbidden));
  const outcome = definition.apply(null, body, context);
  if (!outcome.ok) return no(outcome);
  const blank = {
    shard: command.shard,
    id: context.commandId,
    kind: definition.record,
    owner: '',
    head: context.commandId,
    state: { tahap: 'TETAP' },
    content: null,
    deleted: false,
    variants: [],
  };
  return {
    verdict: 'ok',
    record: change(blank as unknown as AnyRecord, outcome.change, context.commandId),
    same: false,
  };
};

const decideChange: Step = (definition, body, { command, record, baseKnown }, context) => {
  if (command.record === null || command.base === null) return no(refuse('isi_salah', { bidang: 'base' }));
  if (!record || !baseKnown) return { verdict: 'wait' };
  // Roles are those of the command's shard: a record of another one is none of theirs to judge.
  if (record.shard !== command.shard || record.kind !== definition.record)
    return no(refuse('isi_salah', { bidang: 'd' }));
  const forbidden = definition.may(context.actor, record, body);
  if (forbidden) return no(refuse(forbidden));
  if (command.base === record.head || definition.superseded === 'terapkan')
    return applyTo(record, definition, body, context);
  const outcome = definition.apply(record, body, context);
  if (outcome.ok && outcome.change === 'sama' && definition.superseded === 'sama-atau-beda')
    return { verdict: 'ok', record, same: true };
  if (!outcome.ok && !OVERTAKEN.has(outcome.code)) return no(outcome);
  return { verdict: 'beda', record: withVariant(record, definition, body, context) };
};

/** Refusals that only say that the record has moved on: then both versions are kept. Locks and rules refuse as ever. */
const OVERTAKEN: ReadonlySet<string> = new Set(['sudah_dihapus', 'tahap_salah']);

const applyTo = (
  record: AnyRecord,
  definition: AnyDefinition,
  body: unknown,
  context: DecisionContext,
): Decision => {
  const outcome = definition.apply(record, body, context);
  if (!outcome.ok) return no(outcome);
  if (outcome.change === 'sama') return { verdict: 'ok', record, same: true };
  return { verdict: 'ok', record: change(record, outcome.change, context.commandId), same: false };
};

/** Competing texts stay until people settle them; decisions made on an older text lapse once the record moves on. */
const change = (record: AnyRecord, wanted: Change<RecordKind> | 'sama', head: string): AnyRecord => {
  if (wanted === 'sama') return record;
  const { settles = [], ...members } = wanted;
  const variants = record.variants.filter(
    ({ id, kind }) => !settles.includes(id) && definitionOf(kind)?.persists === true,
  );
  return { ...record, ...members, head, variants } as AnyRecord;
};

const withVariant = (
  record: AnyRecord,
  definition: AnyDefinition,
  body: unknown,
  context: DecisionContext,
): AnyRecord => {
  const variant: Variant = {
    id: context.commandId,
    kind: definition.kind,
    content: definition.carriesContent ? body : null,
    state: { tahap: record.state.tahap },
  };
  return { ...record, variants: [...record.variants.filter(({ id }) => id !== variant.id), variant] };
};
