export type { Handled } from './decide.ts';
export type { LedgerAnswer, Speaker } from './exchange.ts';
export { type Ledger, openLedger } from './open.ts';
export { compareWithLedger, type Difference } from './rebuild.ts';
export type { Submission } from './submit.ts';
export { type ChainFault, type Verification, verifyLedger } from './verify.ts';
