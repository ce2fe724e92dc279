import type * as z from 'zod/mini';
import type { ProblemCode, Refusal } from '../protocol/problem-codes.ts';
import type { RecordKinds, RecordOf } from '../records/record.ts';
import {
  type Actor,
  type AnyDefinition,
  changing,
  type DecisionContext,
  no,
  type Outcome,
  type SupersededPolicy,
} from './definition.ts';

/** Kinds whose verbs move the state from stage to stage. */
type Bertahap = 'evaluasi' | 'praktik';
type StateOf<K extends Bertahap> = RecordKinds[K]['state'];

type Verb<K extends Bertahap, B> = {
  readonly kind: string;
  readonly body: z.ZodMiniType<B>;
  readonly may: (actor: Actor, record: { readonly owner: string }) => ProblemCode | null;
  readonly dari: readonly StateOf<K>['tahap'][];
  readonly superseded?: SupersededPolicy;
  /** True where the record stands as the command wants it. */
  readonly sudah: (state: StateOf<K>, body: B) => boolean;
  readonly ke: (record: RecordOf<K>, body: B, context: DecisionContext) => StateOf<K> | Refusal;
};

/** What a record says of who moved it last, and when by the receiver's clock. */
export const oleh = ({ actor, now }: DecisionContext) => ({ oleh: actor.nama, pada: now });

/**
 * Makes verbs of a kind that leave the content alone; the same twice is the same as once. One whose body is `kosong` carries
 * nothing that a person typed.
 */
export const bertahap =
  <K extends Bertahap>(record: K, kosong: z.ZodMiniType<unknown>) =>
  <B>({ dari, sudah, ke, body, ...rest }: Verb<K, B>): AnyDefinition =>
    changing<K, B>({
      superseded: 'sama-atau-beda',
      ...rest,
      record,
      body,
      carriesContent: (body as unknown) !== kosong,
      apply: (current, given, context): Outcome<K> => {
        const { tahap } = current.state;
        if (sudah(current.state, given)) return { ok: true, change: 'sama' };
        if (!dari.includes(tahap)) return no('tahap_salah', { tahap });
        const state = ke(current, given, context);
        return 'ok' in state ? state : { ok: true, change: { state } };
      },
    });
