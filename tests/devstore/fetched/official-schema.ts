/**
 * Shopify's own Admin API schema, 2026-10, with the access scopes of every type and field.
 *
 * It is not copied into this repository: it comes out of the exact npm package named below, whose
 * integrity is checked, and is kept in the user's cache directory. Once cached it needs no network.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';

import { cacheDirectory } from './cache-directory.ts';
import { unpackPackage, type PinnedPackage } from './pinned-package.ts';

const ADMIN_API_VERSION = '2026-10';

const PACKAGE: PinnedPackage = {
  name: '@shopify/dev-mcp',
  version: '1.16.0',
  integrity:
    'sha512-tqgRnK7sQhjew+htxtleTH23nXB5fZcsrhWgEkomsorGXvLOB2mh2upwZm8uzuTDNTZnqtLMe64yIwh6s2awtw==',
};
const MEMBER = `package/dist/data/admin_${ADMIN_API_VERSION}.json.gz`;

const CACHE_FILE = `${PACKAGE.name.replace('@', '').replace('/', '-')}-${PACKAGE.version}-admin-${ADMIN_API_VERSION}.json.gz`;
const MEMBER_SHA256 = 'f3b522f264556925eada700e795e4a002a9cba83444ebcc6c0d724254a0c6593';

/** Which scopes open a type, or one field of it: any one of `offlineScopes` is enough. */
export interface ScopeRow {
  readonly typeName: string;
  readonly fieldName?: string;
  readonly requiredAccess: string;
  readonly offlineScopes: readonly string[];
}

export interface OfficialSchema {
  readonly schema: GraphQLSchema;
  readonly scopes: readonly ScopeRow[];
}

let loaded: Promise<OfficialSchema> | null = null;

/**
 * The schema and its scope table, loaded once a process (about 0.4 s).
 *
 * @throws Error when the package is neither cached nor fetchable, or is not the pinned one.
 */
export function loadOfficialSchema(): Promise<OfficialSchema> {
  loaded ??= readOfficialSchema().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function readOfficialSchema(): Promise<OfficialSchema> {
  const file = parseSchemaFile(gunzipSync(await cachedMember()).toString('utf8'));
  return { schema: buildClientSchema(file.data), scopes: file.offline_scopes.items };
}

interface SchemaFile {
  readonly data: IntrospectionQuery;
  readonly offline_scopes: { readonly items: readonly ScopeRow[] };
}

function parseSchemaFile(text: string): SchemaFile {
  // Trusted: the bytes were compared with the digest pinned above.
  return JSON.parse(text) as SchemaFile;
}

async function cachedMember(): Promise<Buffer> {
  const directory = await cacheDirectory();
  const cached = path.join(directory, CACHE_FILE);
  const kept = await readFile(cached).catch(() => null);
  if (kept !== null && sha256(kept) === MEMBER_SHA256) return kept;

  const member = await fetchMember();
  // Written aside and renamed, so that callers side by side only ever see a whole file.
  const partial = `${cached}.${randomUUID()}`;
  await writeFile(partial, member);
  await rename(partial, cached);
  return member;
}

async function fetchMember(): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'devstore-schema-'));
  try {
    await unpackPackage(PACKAGE, folder, [MEMBER]);
    const member = await readFile(path.join(folder, MEMBER));
    if (sha256(member) !== MEMBER_SHA256) {
      throw new Error(`${MEMBER} in ${PACKAGE.name}@${PACKAGE.version} has other bytes.`);
    }
    return member;
  } catch (cause) {
    throw new Error(
      `Shopify's Admin ${ADMIN_API_VERSION} schema is not cached and could not be fetched. ` +
        'Connect to an npm registry once; afterwards it is read from the cache.',
      { cause },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
