export * from './port.ts';
export { openSqliteStore } from './sqlite/open.ts';
