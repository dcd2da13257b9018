/**
 * Preloaded before the app (`node --import ./scripts/postgres/provide-database.ts …`): sees to it that
 * `DATABASE_URL` names a database, an embedded one unless the environment or `.env` says which.
 */
import { loadEnvironmentFile } from '../processes/environment-file.ts';

loadEnvironmentFile();
if (!process.env.DATABASE_URL) {
  // Only now: an installation with its own database needs no embedded one.
  const { embeddedDatabaseUrl } = await import('./embedded-postgres.ts');
  process.env.DATABASE_URL = await embeddedDatabaseUrl();
}
