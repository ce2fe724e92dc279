import * as z from 'zod/mini';
import { LostState } from './hilang.ts';

/** A phone or browser on which the asker has signed in, whatever ids it has had. Times in epoch ms. */
export const OwnDevice = z.object({
  /** Newest id of the phone: what POST /api/devices/:id/cut names. */
  id: z.string(),
  label: z.string(),
  createdAt: z.int(),
  seenAt: z.int(),
  revokedAt: z.nullable(z.int()),
  /** True for the phone that asks. */
  own: z.boolean(),
  /** How many commands below its highest number the server never saw (I11). */
  missing: z.int(),
  /** How it stands where the phone is marked as lost; absent from a service of before. */
  hilang: z.optional(z.nullable(LostState)),
});
export type OwnDevice = z.infer<typeof OwnDevice>;

/** Answer of GET /api/devices, the one last heard of first. */
export const DevicesAnswer = z.object({ list: z.array(OwnDevice) });
export type DevicesAnswer = z.infer<typeof DevicesAnswer>;
