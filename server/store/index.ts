export * from './port.ts';
export { isInUse } from './sqlite/alone.ts';
export { type FreshStore, openFreshSqlite } from './sqlite/fresh.ts';
export { migrationNames, openSqliteCopy, openSqliteStore } from './sqlite/open.ts';
