// A worker does not inherit tsx from --import, so it asks for it itself before it loads anything of ours.
import { register } from 'tsx/esm/api';

register();
await import('./pekerja.ts');
