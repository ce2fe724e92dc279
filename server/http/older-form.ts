import { PACKED_SINCE, packAnswer, type SyncAnswer } from '../../shared/protocol/index.ts';

/** An answer in the form that the app which sent a request of version `p` reads. */
export const inFormOf = (p: number, answer: SyncAnswer): object =>
  p < PACKED_SINCE ? answer : packAnswer(answer);
