import { PACKED_SINCE, packAnswer, type SyncAnswer, type WireVerdict } from '../../shared/protocol/index.ts';

/**
 * That an id was given up came for a request as a whole then; of a single command it would be a final refusal, and its
 * author would write it again. To wait costs nothing: the app that replaces this one numbers it anew.
 */
const asIn1 = (verdict: WireVerdict): WireVerdict =>
  verdict.r === 'no' && verdict.code === 'perangkat_dicabut'
    ? { o: verdict.o, r: 'wait', base: '' }
    : verdict;

/** An answer in the form that the app which sent a request of version `p` reads. */
export const inFormOf = (p: number, answer: SyncAnswer): object =>
  p < PACKED_SINCE ? { ...answer, res: answer.res.map(asIn1) } : packAnswer(answer);
