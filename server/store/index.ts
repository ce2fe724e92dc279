export * from './port.ts';
export { openPostgresStore } from './postgres/open.ts';
export { isInUse } from './sqlite/alone.ts';
export { type FreshStore, openFreshSqlite } from './sqlite/fresh.ts';
export { openSqliteCopy, openSqliteStore } from './sqlite/open.ts';
