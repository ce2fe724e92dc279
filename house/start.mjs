// `npm start`: builds the client where it is missing or older than its sources, then runs the server in this process.
import { register } from 'tsx/esm/api';
import { buildIfStale } from './built.mjs';

buildIfStale();
register();
await import('../server/main.ts');
