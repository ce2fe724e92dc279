import { HistoryAnswer, ReceiptKey } from '../../shared/protocol/index.ts';
import type { HistoryFetcher } from '../store/riwayat.ts';
import { readAnswer } from './answer.ts';
import type { Transport } from './transport.ts';

const TIMEOUT = 60_000;

/** Asks the server for a history, and for the key of its receipts. */
export const historyFetcher = (transport: Transport): HistoryFetcher => {
  const ask = async (path: string) => readAnswer(await transport({ method: 'GET', path, timeout: TIMEOUT }));
  return {
    history: async (path) => {
      const read = await ask(path);
      if (!read.ok) return read;
      const parsed = HistoryAnswer.safeParse(read.json);
      return parsed.success ? { ok: true, answer: parsed.data } : { ok: false, code: 'server_diam' };
    },
    key: async () => {
      const read = await ask('/api/receipt-key');
      const parsed = read.ok ? ReceiptKey.safeParse(read.json) : null;
      return parsed?.success ? parsed.data : null;
    },
  };
};
