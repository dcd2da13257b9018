import { defineConfig } from 'prisma/config';

import { sessionFault } from './app/persistence/database/readiness.ts';
import { MigrationAdapter } from './prisma/migration-adapter.ts';
import { embeddedDatabaseUrl } from './scripts/postgres/embedded-postgres.ts';
import { loadEnvironmentFile } from './scripts/processes/environment-file.ts';

loadEnvironmentFile();
const configuredUrl = process.env.DATABASE_URL;
// The schema names this variable, so it must be set; the adapter below is what connects.
process.env.DATABASE_URL ||= 'postgresql://127.0.0.1/unorder';

// Prisma looks for engine binaries to download before it looks whether any command needs one. Both
// engines run from the WebAssembly inside the packages, so any file that exists ends the search.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.PRISMA_QUERY_ENGINE_LIBRARY ??= process.execPath;

// The schema engine never clears the ten-second timer of its advisory lock, and the command would
// sit there until it fires. A long timer may not hold the process open.
const startTimer = globalThis.setTimeout;
globalThis.setTimeout = new Proxy(startTimer, {
  apply(target, self, args: Parameters<typeof startTimer>): NodeJS.Timeout {
    const timer = Reflect.apply(target, self, args);
    return (args[1] ?? 0) >= 5_000 ? timer.unref() : timer;
  },
});

/** Prisma's command line, with no engine to download: see `prisma/migration-adapter.ts`. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  experimental: { adapter: true },
  engine: 'js',
  adapter: async () => {
    const url = configuredUrl || (await embeddedDatabaseUrl());
    // The engine takes a lock, which a session holds; and of what goes wrong later it says only a number.
    const fault = await sessionFault(url);
    if (fault !== null) throw new Error(`DATABASE_URL: ${fault}`);
    return new MigrationAdapter(url);
  },
});
