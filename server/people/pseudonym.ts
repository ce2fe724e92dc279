import { createHmac } from 'node:crypto';

const DAY = 86_400_000;
const LETTERS = 12;

/**
 * What an account is called in the log of the service: the same for one UTC day, another on the next, and without the
 * installation's secret nobody finds the NIP that it stands for, though there are few enough of them to try. `now` is epoch ms.
 */
export const pseudonym = (secret: Uint8Array, nip: string, now: number): string => {
  const today = createHmac('sha256', secret)
    .update(`catatan-masuk-1:${Math.floor(now / DAY)}`)
    .digest();
  return createHmac('sha256', today).update(nip).digest('base64url').slice(0, LETTERS);
};
