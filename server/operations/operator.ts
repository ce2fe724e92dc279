import { userInfo } from 'node:os';

/** Who sits at the command line, as the machine knows her: the ledger names her where she changes something. */
export const namaOperator = (env: Readonly<Record<string, string | undefined>>): string => {
  if (env['SUDO_USER']) return env['SUDO_USER'];
  try {
    return userInfo().username;
  } catch {
    // An account that the machine has no name for, as in many containers.
    return '';
  }
};
