import { join } from 'node:path';
import type { Config } from '../../config.ts';

/** Where copies lie: as configured, else beside the data. */
export const placeOf = ({ cadangan, dataDir }: Pick<Config, 'cadangan' | 'dataDir'>): string =>
  cadangan ?? join(dataDir, 'cadangan');
