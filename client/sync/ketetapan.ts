import {
  DaftarKetetapan,
  type IsiKetetapan,
  Ketetapan,
  type KetetapanBaru,
  PratinjauKetetapan,
} from '../../shared/protocol/index.ts';
import { ask, jsonOf } from './ask.ts';
import type { Transport } from './transport.ts';

const PATH = '/api/decisions';
/** A look at a thousand schools, over an office's line. */
const LAMA = 120_000;

/** Asks what was decided for all schools of late. */
export const fetchKetetapan = (transport: Transport) =>
  ask(transport, { method: 'GET', path: PATH }, DaftarKetetapan);

/** Asks what a decision would do. */
export const fetchPratinjauKetetapan = (transport: Transport, isi: IsiKetetapan) =>
  ask(
    transport,
    { method: 'POST', path: `${PATH}/preview`, timeout: LAMA, ...jsonOf(isi) },
    PratinjauKetetapan,
  );

/** Lays one down; sent again under its name it is the same one. */
export const sendKetetapan = (transport: Transport, baru: KetetapanBaru) =>
  ask(transport, { method: 'POST', path: PATH, ...jsonOf(baru) }, Ketetapan);

/** Has the next schools written, or begins to take it back. */
export const sendLangkahKetetapan = (transport: Transport, id: string, apa: 'portion' | 'undo') =>
  ask(transport, { method: 'POST', path: `${PATH}/${encodeURIComponent(id)}/${apa}` }, Ketetapan);
