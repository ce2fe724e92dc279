import type { IsiTindakan } from '../../shared/records/index.ts';
import {
  fetchTindakanKendala,
  fetchTransport,
  previewTindakanKendala,
  sendTindakanKendala,
  undoTindakanKendala,
} from '../sync/index.ts';
import { denganBukti } from './bukti.ts';

/* What the admin's screen of acts about causes asks of the service. */

/** What was done so far. */
export const daftarTindakan = () => denganBukti(() => fetchTindakanKendala(fetchTransport));
/** What an act would touch. */
export const pratinjauTindakan = (isi: IsiTindakan) =>
  denganBukti(() => previewTindakanKendala(fetchTransport, isi));
/** Does it. */
export const lakukanTindakan = (isi: IsiTindakan) =>
  denganBukti(() => sendTindakanKendala(fetchTransport, isi));
/** Takes it back. */
export const urungkanTindakan = (id: string) => denganBukti(() => undoTindakanKendala(fetchTransport, id));
