export * from './port.ts';
export { openPostgresStore } from './postgres/open.ts';
export { isInUse, openSqliteCopy, openSqliteStore } from './sqlite/open.ts';
