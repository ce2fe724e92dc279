// `npm run migrations -- --name what_changes`: what the schemas have more than the migrations, in both dialects.
import { spawnSync } from 'node:child_process';

for (const dialect of ['sqlite', 'postgres']) {
  const config = `server/store/${dialect}/drizzle.config.ts`;
  const { status } = spawnSync(
    'npx',
    ['drizzle-kit', 'generate', '--config', config, ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
}
