import { expect, test } from 'vitest';
import type { EntriState } from '../../../shared/records/index.ts';
import { ask } from './ask.ts';
import { aKepala, anActor, anEntri, anEntriRecord } from './builders.ts';

const NOTE = 'Tambahkan foto daftar hadirnya';
const head = aKepala();

const after = (kind: string, body: unknown, state: EntriState, actor = anActor()): EntriState => {
  const decision = ask({ record: anEntriRecord({ state }), command: { kind, body }, context: { actor } });
  if (decision.verdict !== 'ok') throw new Error(JSON.stringify(decision));
  return decision.record.state as EntriState;
};

const returned = after('entri.kembalikan', { alasan: NOTE, ingat: true }, { tahap: 'DIAJUKAN' }, head);

test('a returned entry that is mended comes back with the note that it was returned with', () => {
  const mended = after('entri.ubah', anEntri({ uraian: 'Rapat, dengan daftar hadir' }), returned);
  expect(mended).toEqual({ tahap: 'DIAJUKAN', kembali: NOTE });
  expect(after('entri.ubah', anEntri(), mended)).toEqual(mended);
});

test('a note outlives that the entry was withdrawn in between', () => {
  const withdrawn = after('entri.tarik', { ingat: true }, returned);
  expect(after('entri.ajukan', {}, withdrawn)).toEqual({ tahap: 'DIAJUKAN', kembali: NOTE });
  expect(after('entri.ubah', anEntri(), withdrawn)).toEqual({ tahap: 'DIAJUKAN', kembali: NOTE });
});

test('the head’s next decision lets the note go', () => {
  const mended = after('entri.ubah', anEntri(), returned);
  expect(after('entri.setujui', {}, mended, head)).not.toHaveProperty('kembali');
  expect(after('entri.bukaLagi', {}, returned, head)).not.toHaveProperty('kembali');
  expect(after('entri.kembalikan', { alasan: 'Lagi', ingat: true }, mended, head).kembali).toBe('Lagi');
});

test('a return of a phone of before is decided, and mended, as it was then', () => {
  const old = after('entri.kembalikan', { alasan: NOTE }, { tahap: 'DIAJUKAN' }, head);
  expect(old).not.toHaveProperty('kembali');
  expect(after('entri.ubah', anEntri(), old)).toEqual({ tahap: 'DIAJUKAN' });
});
