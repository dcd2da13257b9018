/** Sees to it that the official schema is in the cache, so that nothing waits for it later. */
import { loadOfficialSchema } from './official-schema.ts';

await loadOfficialSchema();
