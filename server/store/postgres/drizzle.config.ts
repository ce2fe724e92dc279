import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --config server/store/postgres/drizzle.config.ts --name <what-changes>` from the project's root. */
export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './server/store/postgres/schema.ts',
    './server/store/postgres/schema-documents.ts',
    './server/store/postgres/schema-activation.ts',
    './server/store/postgres/schema-reminder.ts',
    './server/store/postgres/schema-publik.ts',
  ],
  out: './server/store/postgres/migrations',
});
