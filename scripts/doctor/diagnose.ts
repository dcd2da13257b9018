import { readFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { HealthReads } from '../../app/application/health/ports.ts';
import { lookAtHealth } from '../../app/application/health/read-health.ts';
import type { Logger } from '../../app/application/shared/log.ts';
import { type Config, ConfigError, readConfig } from '../../app/config.server.ts';
import { type Assembly, assemble } from '../../app/container.server.ts';
import type { AllFacts, CheckName, Facts } from '../../app/domain/health/facts.ts';
import { type FindingState, worstOf } from '../../app/domain/health/finding.ts';
import { CHECK_NAMES, type Checked, judgeHealth } from '../../app/domain/health/judge-health.ts';
import { type ShopDomain, parseShopDomain } from '../../app/domain/ids.ts';
import { err, ok } from '../../app/domain/result.ts';
import { contentFaults } from '../shopify/app-file-faults.ts';
import { type AppFile, appFileNamed, parseAppFile } from '../shopify/app-file.ts';
import { bundlesWithoutAddress } from '../shopify/bundle-addresses.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Wanted {
  /** Null: the only one that has the app. */
  readonly shop: string | null;
  /** A configuration of Shopify CLI's; empty for the default. */
  readonly config: string;
  readonly renewToken: boolean;
}

/** What was found, and where. */
export interface Diagnosis {
  /** Null when none could be looked at. */
  readonly shop: ShopDomain | null;
  readonly lookedAt: number;
  readonly state: FindingState;
  readonly facts: AllFacts;
  readonly checked: readonly Checked[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Judges everything that can be seen from where the command runs. What cannot be read because something before it
 * does not work is said to be so.
 *
 * @throws AppFileError when there is no such configuration
 */
export async function diagnose(env: Environment, wanted: Wanted): Promise<Diagnosis> {
  const name = appFileNamed(wanted.config);
  const file = parseAppFile(await readFile(path.join(ROOT, name), 'utf8').catch(() => ''), name);
  const fileFaults = contentFaults(file, name);
  let config: Config;
  try {
    config = readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return withoutApp({ faults: [error.message, ...fileFaults] });
  }
  return withApp(config, (assembly) => lookInto(assembly, wanted, file, fileFaults));
}

/** Runs work on the app's own adapters, and closes them whatever comes. */
async function withApp(
  config: Config,
  work: (assembly: Assembly) => Promise<Diagnosis>,
): Promise<Diagnosis> {
  let assembly: Assembly;
  try {
    // What it would print is for operators; what it finds is printed here.
    assembly = await assemble(
      { ...config, logLevel: 'silent' },
      { process: 'doctor', works: false },
    );
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return withoutApp({ faults: [], databaseFault: error.message });
  }
  try {
    return await work(assembly);
  } finally {
    await assembly.close();
  }
}

async function lookInto(
  { container }: Assembly,
  wanted: Wanted,
  file: AppFile,
  fileFaults: readonly string[],
): Promise<Diagnosis> {
  const shop = await shopToLookAt(container.installations, wanted.shop);
  if (typeof shop !== 'string') return withoutApp({ faults: [...fileFaults, shop.fault] });
  // What they were built for; that the app answers there is the proxy's and the webhooks' to say.
  const address = file.application_url || container.config.shopify.appUrl;
  const health: HealthReads = {
    ...container.health,
    async configuration(...asked) {
      const read = await container.health.configuration(...asked);
      return read.ok ? ok({ ...read.value, faults: fileFaults }) : read;
    },
    async scopes(...asked) {
      const read = await container.health.scopes(...asked);
      return read.ok ? ok({ ...read.value, wanted: scopesOf(file) }) : read;
    },
    extensions: async () =>
      ok({
        appUrl: address,
        built: globSync('extensions/*/dist/*.js', { cwd: ROOT }).length,
        wrong: bundlesWithoutAddress(ROOT, address),
      }),
  };
  const deps = { health, clock: container.clock, log: onStandardError };
  const { renewToken } = wanted;
  const { lookedAt, facts, checked } = await lookAtHealth(deps, shop, { renewToken });
  return { shop, lookedAt, facts, checked, state: stateOf(checked) };
}

export async function shopToLookAt(
  installations: { list(): Promise<readonly ShopDomain[]> },
  named: string | null,
): Promise<ShopDomain | { readonly fault: string }> {
  const known = await installations.list();
  if (named !== null) {
    const shop = parseShopDomain(named);
    return shop ?? { fault: `--shop: "${named}" is not a domain such as lamps.myshopify.com.` };
  }
  const [only, ...others] = known;
  if (only === undefined) {
    return { fault: 'No store has opened the app yet. Open it in the admin of your store first.' };
  }
  return others.length === 0
    ? only
    : { fault: `${known.length} stores have the app. Say which with --shop: ${known.join(', ')}.` };
}

/** What is found when nothing but the settings could be looked at. */
function withoutApp(configuration: {
  readonly faults: readonly string[];
  readonly databaseFault?: string;
}): Diagnosis {
  const nothing: Facts<CheckName> = err({ code: 'not_looked_at' });
  const facts = {
    ...(Object.fromEntries(CHECK_NAMES.map((name) => [name, nothing])) as unknown as AllFacts),
    configuration: ok({ databaseFault: null, appUrl: '', ...configuration }),
  };
  const lookedAt = Date.now();
  const checked = judgeHealth(facts, lookedAt);
  return { shop: null, lookedAt, facts, checked, state: stateOf(checked) };
}

const stateOf = (checked: readonly Checked[]): FindingState =>
  worstOf(checked.flatMap(({ findings }) => findings));

const scopesOf = ({ access_scopes: access }: AppFile): readonly string[] =>
  (access?.scopes ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');

const onStandardError: Logger = {
  info: () => undefined,
  warn: () => undefined,
  error: ({ error, check }, message) =>
    process.stderr.write(`${message} (${String(check)}): ${String(error)}\n`),
};
