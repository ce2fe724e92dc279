export * from './port.ts';
export { type FreshStore, openFreshSqlite } from './sqlite/fresh.ts';
export { isInUse, migrationNames, openSqliteCopy, openSqliteStore } from './sqlite/open.ts';
