import { type Decision, type DecisionContext, decide } from '../../../shared/commands/index.ts';
import type { CommandContent } from '../../../shared/protocol/index.ts';
import type { AnyRecord, EntriState, RecordOf } from '../../../shared/records/index.ts';
import { aCommand, aContext, anEntri, anEntriRecord, aSatker } from './builders.ts';

export type Tahap = EntriState['tahap'];
export const TAHAP: readonly Tahap[] = ['DIAJUKAN', 'DISETUJUI', 'DIKEMBALIKAN', 'DITARIK'];
export const BODY: Readonly<Record<string, unknown>> = {
  'entri.ubah': anEntri({ uraian: 'Mengajar IPAS kelas 5A' }),
  'entri.kembalikan': { alasan: 'Foto kurang jelas' },
};

/** A decision in a word: the new stage, `dihapus`, `sama`, the code of a refusal, or the verdict. */
export const inAWord = (decision: Decision): string => {
  if (decision.verdict === 'no') return decision.refusal.code;
  if (decision.verdict === 'wait' || decision.verdict === 'beda') return decision.verdict;
  if (decision.same) return 'sama';
  return decision.record.deleted ? 'dihapus' : decision.record.state.tahap;
};

export type Asked = {
  record?: AnyRecord | null;
  command?: Partial<CommandContent>;
  context?: Partial<DecisionContext>;
  baseKnown?: boolean;
};
export const ask = ({
  record = anEntriRecord(),
  command = {},
  context = {},
  baseKnown = true,
}: Asked): Decision => decide({ command: aCommand(command), record, baseKnown }, aContext(context));

export const october = aSatker({ bulanTerkunci: ['2026-11'] });

export const recordOf = (decision: Decision): RecordOf<'entri'> =>
  (decision as { record: RecordOf<'entri'> }).record;
