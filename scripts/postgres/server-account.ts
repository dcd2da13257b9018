import { execFileSync, spawnSync } from 'node:child_process';

/** The operating-system account that the server runs as, in the form `spawn` takes. */
export type ServerAccount = { readonly uid?: number; readonly gid?: number };

const ACCOUNT = 'postgres';

/**
 * The account the server runs as: our own, except for root, whom PostgreSQL refuses. Root hands
 * over to the account `postgres`, which is created if the machine has none.
 *
 * @throws Error when root can neither find nor create that account
 */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  const found = lookUp();
  if (found) return found;
  const created = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT]);
  const account = lookUp();
  if (account) return account;
  throw new Error(
    `PostgreSQL does not run as root, and the account "${ACCOUNT}" could not be created ` +
      `(${created.error?.message ?? created.stderr.toString().trim()}). ` +
      'Create it, run as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether the account can enter and write this folder, asked of the system itself. */
export function canWrite(account: ServerAccount, folder: string): boolean {
  const probe = spawnSync('sh', ['-c', 'test -w "$0" && cd "$0"', folder], {
    ...account,
    cwd: '/',
  });
  return probe.status === 0;
}

function lookUp(): ServerAccount | undefined {
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, ACCOUNT], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    // `id` fails for an account that does not exist: that is the answer.
    return undefined;
  }
}
