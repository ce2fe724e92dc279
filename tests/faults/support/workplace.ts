import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';

/** A folder in memory where there is such a place: SIGKILL leaves it alone, and power cuts are played by the replayer. */
export const aWorkFolder = (): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'kinerja-gangguan-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
