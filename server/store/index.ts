export * from './port.ts';
export { isInUse } from './sqlite/alone.ts';
export { openSqliteCopy, openSqliteStore } from './sqlite/open.ts';
