export type { Handled } from './decide.ts';
export { type LedgerAnswer, NOTHING_STABLE, type Speaker, type Stable } from './exchange.ts';
export { type Ledger, openLedger } from './open.ts';
export { compareWithLedger, type Difference } from './rebuild.ts';
export type { SealKeys } from './seal.ts';
export { type Submission, submit } from './submit.ts';
export { type ChainFault, type Verification, verifyLedger } from './verify.ts';
