import * as z from 'zod/mini';

/**
 * Push services of the browsers that there are. The server calls the address that a phone gives it, so it calls none but
 * these: any other would be a way to make it knock on doors inside its own network (SSRF).
 */
const LAYANAN =
  /^https:\/\/(fcm\.googleapis\.com|([a-z0-9-]+\.)*(push\.services\.mozilla\.com|push\.apple\.com|notify\.windows\.com))\/[!-~]*$/;

/** True for an address of a push service that is known. */
export const isLayananPush = (alamat: string): boolean => LAYANAN.test(alamat) && !alamat.includes('\\');

const Jam = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const Hari = z.array(z.int().check(z.minimum(1), z.maximum(7))).check(
  z.minLength(1),
  z.maxLength(7),
  z.refine((hari) => new Set(hari).size === hari.length),
);

/** Own hour (`HH:MM`, school's time) and own days (ISO weekdays) of reminders. */
export const SetelanIngat = z.strictObject({ jam: Jam, hari: Hari });

/** Body of PUT /api/reminder: where this phone is woken, and when. Nothing but a wake-up travels there. */
export const PengingatRequest = z.strictObject({
  alamat: z.string().check(z.maxLength(1000), z.refine(isLayananPush)),
  jam: Jam,
  hari: Hari,
});
export type PengingatRequest = z.infer<typeof PengingatRequest>;

/** Answer of GET and PUT /api/reminder: the service's public key (null: reminders are switched off), what this phone has set. */
export const PengingatAnswer = z.object({
  kunci: z.nullable(z.string()),
  setelan: z.nullable(SetelanIngat),
});
export type PengingatAnswer = z.infer<typeof PengingatAnswer>;
