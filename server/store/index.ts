export * from './port.ts';
export { type FreshStore, openFreshSqlite } from './sqlite/fresh.ts';
export { isInUse, openSqliteCopy, openSqliteStore } from './sqlite/open.ts';
