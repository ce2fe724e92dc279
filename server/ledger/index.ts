export { type Audit, auditLedger } from './audit.ts';
export { type BulkShard, bulkShard } from './bulk.ts';
export type { Handled } from './decide.ts';
export type { SignedRequest } from './envelope.ts';
export {
  type Asked,
  type LedgerAnswer,
  NOTHING_STABLE,
  type Speaker,
  type Stable,
} from './exchange.ts';
export { auditFile, exportLedger } from './export.ts';
export { compareFigures, countMissingFigures, recountFigures } from './figures.ts';
export type { History } from './history.ts';
export type { FaultKind, LedgerFault } from './inspect.ts';
export { isKnownWhole } from './known.ts';
export { type Ledger, openLedger } from './open.ts';
export { compareWithLedger, type Difference, rebuildRecords } from './rebuild.ts';
export { beginRun, presentRun, type Run } from './run.ts';
export type { SealKeys } from './seal.ts';
export { type Submission, submit } from './submit.ts';
export { type ChainFault, type Verification, verifyLedger } from './verify.ts';
