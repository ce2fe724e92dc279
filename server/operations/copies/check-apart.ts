import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Contents } from './check-copy.ts';

const PROGRAM = fileURLToPath(new URL('check-main.ts', import.meta.url));
const LONGEST = 30 * 60_000;

/** Checks a copy in a process of its own: recomputing the chains of a large one would hold up everybody's requests. */
export const checkApart = async (path: string): Promise<Contents> => {
  const args = ['--import', 'tsx', PROGRAM, path];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: LONGEST });
  return Contents.parse(JSON.parse(stdout));
};
