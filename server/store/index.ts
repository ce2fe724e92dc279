export { type Compared, compareRows, copyRows, type MoveProgress } from './move/move.ts';
export { openMoveSource, openMoveTarget } from './move/open.ts';
export { MoveRefusedError, type MoveSource, type MoveTarget, type StorePlace } from './move/port.ts';
export * from './port.ts';
export { openPostgresStore } from './postgres/open.ts';
export { isInUse } from './sqlite/alone.ts';
export { type FreshStore, openFreshSqlite } from './sqlite/fresh.ts';
export { openSqliteCopy, openSqliteStore } from './sqlite/open.ts';
