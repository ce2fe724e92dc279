export * from './port.ts';
export { isInUse, openSqliteCopy, openSqliteStore } from './sqlite/open.ts';
