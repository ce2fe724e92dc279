import { fetchSistem, fetchTransport, sendCadangan } from '../sync/index.ts';

/** How the service stands. */
export const keadaanSistem = () => fetchSistem(fetchTransport);
/** A copy now. */
export const buatCadangan = () => sendCadangan(fetchTransport);
