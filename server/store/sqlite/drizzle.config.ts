import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --config server/store/sqlite/drizzle.config.ts --name <what-changes>` from the project's root. */
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
  ],
  out: './server/store/sqlite/migrations',
});
