import * as z from 'zod/mini';

/** Problem details (RFC 9457) as every error of the API answers them. */
export const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  instance: z.string(),
  code: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  errors: z.optional(z.array(z.object({ pointer: z.string(), code: z.string() }))),
});
export type ProblemDetails = z.infer<typeof ProblemDetails>;
