export * from './port.ts';
export { openPostgresStore } from './postgres/open.ts';
export { type FreshStore, openFreshSqlite } from './sqlite/fresh.ts';
export { isInUse, openSqliteCopy, openSqliteStore } from './sqlite/open.ts';
