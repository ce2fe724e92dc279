import { expect, test } from 'vitest';
import type { decide } from '../../../shared/commands/index.ts';
import type { EntriState } from '../../../shared/records/index.ts';
import { ask } from './ask.ts';
import { anActor, anEntriRecord } from './builders.ts';

const RETURNED: EntriState = {
  tahap: 'DIKEMBALIKAN',
  oleh: 'Trisno',
  pada: 1_760_000_000_000,
  alasan: 'Foto kurang jelas',
};

const stateAfter = (kind: string, body: unknown, from: { state: EntriState; deleted?: boolean }) => {
  const decision: ReturnType<typeof decide> = ask({
    record: anEntriRecord(from),
    command: { kind, body },
    context: { actor: anActor() },
  });
  return decision.verdict === 'ok' ? decision.record.state : decision;
};

test('what an older phone wrote is decided as it was then', () => {
  const deleted = { state: RETURNED, deleted: true };
  expect(stateAfter('entri.pulihkan', {}, deleted)).toEqual({ tahap: 'DIAJUKAN' });
  expect(stateAfter('entri.tarik', {}, { state: RETURNED })).toEqual({ tahap: 'DITARIK' });
});

test('a deletion that is taken back changes no stage', () => {
  const undo = { urung: 'hapus' };
  for (const state of [RETURNED, { tahap: 'DITARIK', semula: RETURNED }, { tahap: 'DIAJUKAN' }] as const)
    expect(stateAfter('entri.pulihkan', undo, { state, deleted: true })).toEqual(state);
});

test('a withdrawal that is taken back a second time, or was none, changes nothing', () => {
  const undo = { urung: 'tarik' };
  expect(stateAfter('entri.tarik', { ingat: true }, { state: RETURNED })).toEqual({
    tahap: 'DITARIK',
    semula: RETURNED,
  });
  expect(stateAfter('entri.pulihkan', undo, { state: { tahap: 'DITARIK', semula: RETURNED } })).toEqual(
    RETURNED,
  );
  for (const state of [RETURNED, { tahap: 'DITARIK' }, { tahap: 'DISETUJUI' }] as const)
    expect(stateAfter('entri.pulihkan', undo, { state })).toEqual(state);
});
