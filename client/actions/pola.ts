import type { Pola } from '../../shared/records/index.ts';
import { actOnce, type Done } from './act.ts';
import type { Acting } from './journal.ts';

export const simpanPola = (acting: Acting, pola: Pola): Promise<Done> =>
  actOnce(acting, { kind: 'pola.simpan', record: null, base: null, body: pola });
export const ubahPola = (acting: Acting, id: string, pola: Pola): Promise<Done> =>
  actOnce(acting, { kind: 'pola.ubah', record: id, body: pola });
export const hapusPola = (acting: Acting, id: string): Promise<Done> =>
  actOnce(acting, { kind: 'pola.hapus', record: id, body: {} });
