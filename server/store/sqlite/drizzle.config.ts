import { defineConfig } from 'drizzle-kit';

/** `npm run migrations -- --name <what_changes>` writes what is new in both dialects. */
export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './server/store/sqlite/schema.ts',
    './server/store/sqlite/schema-documents.ts',
    './server/store/sqlite/schema-activation.ts',
    './server/store/sqlite/schema-reminder.ts',
    './server/store/sqlite/schema-publik.ts',
    './server/store/sqlite/schema-pantau.ts',
    './server/store/sqlite/schema-passkey.ts',
    './server/store/sqlite/schema-hilang.ts',
    './server/store/sqlite/schema-marks.ts',
    './server/store/sqlite/schema-uploads.ts',
  ],
  out: './server/store/sqlite/migrations',
});
