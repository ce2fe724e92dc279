export * from './port.ts';
export { isInUse, migrationNames, openSqliteCopy, openSqliteStore } from './sqlite/open.ts';
