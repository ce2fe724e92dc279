import { receiptCode, type WireVerdict } from '../../shared/protocol/index.ts';
import type { StoredVerdict } from '../store/index.ts';

/** A verdict as it travels, with the receipt of the line where there is one. */
export const wireVerdict = (number: number, outcome: StoredVerdict): WireVerdict => {
  switch (outcome.verdict) {
    case 'ok':
      return { o: number, r: 'ok', n: outcome.n, rc: receiptCode(outcome.h) };
    case 'beda':
      return { o: number, r: 'beda', n: outcome.n, rc: receiptCode(outcome.h), head: outcome.head };
    case 'no':
      return {
        o: number,
        r: 'no',
        code: outcome.code,
        ...(outcome.params ? { params: { ...outcome.params } } : {}),
      };
  }
};

/** The answer to a repeat: the first verdict again, marked. */
export const repeated = (verdict: WireVerdict): WireVerdict =>
  verdict.r === 'wait' ? verdict : { ...verdict, dup: 1 };
