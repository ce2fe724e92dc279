import { DataLayanan } from '../../shared/protocol/index.ts';
import { ask } from './ask.ts';
import type { Transport } from './transport.ts';

/** What the service keeps about the person beside her records; null where it cannot be asked now. */
export const fetchOwnData = async (transport: Transport): Promise<DataLayanan | null> => {
  const hasil = await ask(transport, { method: 'GET', path: '/api/own-data', timeout: 60_000 }, DataLayanan);
  return hasil.ok ? hasil.isi : null;
};
