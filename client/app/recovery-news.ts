import { fetchTransport, refreshRecovery } from '../sync/index.ts';
import type { App } from './context.ts';

/** Asks the server what it has lost and had back; in the training mode there is nobody to ask. */
export const askRecovery = async ({ store, clock, latihan }: App): Promise<void> => {
  if (!latihan) await refreshRecovery(store, fetchTransport, clock());
};
