/** Sees to it that the official schema is in the cache, so that nothing waits for it later. */
import { loadOfficialSchema } from 'devstore/official-schema';

await loadOfficialSchema();
