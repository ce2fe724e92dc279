import { defineConfig } from 'drizzle-kit';

/** `npm run migrations -- --name <what_changes>` writes what is new in both dialects. */
export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './server/store/postgres/schema.ts',
    './server/store/postgres/schema-documents.ts',
    './server/store/postgres/schema-activation.ts',
    './server/store/postgres/schema-reminder.ts',
    './server/store/postgres/schema-publik.ts',
    './server/store/postgres/schema-pantau.ts',
    './server/store/postgres/schema-passkey.ts',
    './server/store/postgres/schema-hilang.ts',
    './server/store/postgres/schema-marks.ts',
    './server/store/postgres/schema-uploads.ts',
  ],
  out: './server/store/postgres/migrations',
});
