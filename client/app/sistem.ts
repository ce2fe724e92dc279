import { fetchSistem, fetchTransport, sendCadangan } from '../sync/index.ts';
import { denganBukti } from './bukti.ts';

/** How the service stands. */
export const keadaanSistem = () => denganBukti(() => fetchSistem(fetchTransport));
/** A copy now. */
export const buatCadangan = () => denganBukti(() => sendCadangan(fetchTransport));
