/**
 * Preloaded before the app (`node --import ./scripts/postgres/provide-database.ts …`): sees to it that
 * `DATABASE_URL` names a database, an embedded one unless the environment or `.env` says which. In production, where
 * none is installed, the app says by itself what is missing.
 */
import { loadEnvironmentFile } from '../processes/environment-file.ts';

loadEnvironmentFile();
if (!process.env.DATABASE_URL) {
  // Only now: an installation with its own database needs no embedded one.
  const { embeddedDatabaseUrl, hasEmbeddedPostgres } = await import('./embedded-postgres.ts');
  if (hasEmbeddedPostgres()) process.env.DATABASE_URL = await embeddedDatabaseUrl();
}
