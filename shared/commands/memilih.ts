import * as z from 'zod/mini';
import { CommandId } from '../protocol/identity.ts';
import type { Refusal } from '../protocol/problem-codes.ts';
import type { RecordKind, RecordOf, Variant } from '../records/record.ts';
import {
  type AnyDefinition,
  type Change,
  changing,
  type DecisionContext,
  no,
  type Outcome,
  onlyOwner,
} from './definition.ts';

type Pilihan<K extends RecordKind> = {
  readonly record: K;
  /** What taking the competing version changes, or why it may not be taken now. */
  readonly terima: (record: RecordOf<K>, variant: Variant, context: DecisionContext) => Change<K> | Refusal;
};

/** The verb by which an owner settles two versions: the competing one is taken, or the current one stands. */
export const memilih = <K extends RecordKind>({ record, terima }: Pilihan<K>): AnyDefinition =>
  changing({
    kind: `${record}.pilih`,
    record,
    body: z.strictObject({ varian: CommandId, pakai: z.enum(['varian', 'kini']) }),
    may: onlyOwner,
    apply: (current: RecordOf<K>, { varian, pakai }, context): Outcome<K> => {
      const variant = current.variants.find(({ id }) => id === varian);
      if (!variant) return no('versi_tidak_ada');
      const change = pakai === 'kini' ? {} : terima(current, variant, context);
      return 'ok' in change ? change : { ok: true, change: { ...change, settles: [varian] } };
    },
  });
