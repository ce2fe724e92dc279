import { signal } from '@preact/signals';

/** How many corrections wait for the admin at work, in words for a reader; undefined while nobody has asked the service. */
export const tandaUsulan = signal<{ readonly count: number; readonly label: string } | undefined>(undefined);
