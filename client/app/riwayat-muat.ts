import { type HistoryFetched, muatRiwayat } from '../store/index.ts';
import { fetchTransport, historyFetcher } from '../sync/index.ts';
import type { App } from './context.ts';

const fetcher = historyFetcher(fetchTransport);

/** Loads a history from the server and keeps it on the phone; `before` asks for the page before that line. */
export const muatDariServer = (
  { store, clock }: App,
  id: string,
  before: number | null,
): Promise<HistoryFetched> => muatRiwayat(store, fetcher, { id, before, now: clock() });
