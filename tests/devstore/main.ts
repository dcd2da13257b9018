#!/usr/bin/env node
/** Runs the devstore as a process of its own: see `HELP` in command-line.ts. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { HELP, parseCommandLine, UsageError } from './command-line.ts';
import type { Command } from './command-line.ts';
import { AppTomlError } from './http/app/app-toml.ts';
import { freePort } from './http/free-port.ts';
import { appEnvironment, runApp } from './run-app.ts';
import type { RunningApp } from './run-app.ts';
import { startDevstore } from './start.ts';
import type { Devstore, DevstoreOptions } from './start.ts';

const PARENT_CHECK_MS = 500;
// Read before anything is awaited: the parent may be gone by the time the devstore is ready.
const parent = process.ppid;

try {
  const command = parseCommandLine(process.argv.slice(2), process.env);
  if (command === 'help') process.stdout.write(HELP);
  else if (command === 'version') process.stdout.write(`${await version()}\n`);
  else await run(command);
} catch (error) {
  process.stderr.write(`${forPeople(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function run(command: Command): Promise<void> {
  const clientSecret = command.clientSecret ?? randomBytes(16).toString('hex');
  const port = command.run.length > 0 && command.appUrl === null ? await freePort() : null;
  const appUrl = port === null ? command.appUrl : `http://127.0.0.1:${port}`;
  const devstore = await startDevstore({
    appUrl,
    appTomlPath: command.app,
    clientSecret,
    seed: await seedOf(command.seed),
    ports: command.ports,
    ...(command.approval === null ? {} : { approval: command.approval }),
    ...(command.clientId === null ? {} : { clientId: command.clientId }),
  });
  const { clientId } = devstore;
  const environment = appEnvironment(
    devstore,
    { clientId, clientSecret },
    process.env['NODE_OPTIONS'],
  );
  const report = command.json
    ? JSON.stringify({ ready: true, ...devstore.origins })
    : addresses(devstore, command.run.length > 0 ? null : environment);
  process.stdout.write(`${report}\n`);
  for (const key of devstore.config.notSimulated) {
    process.stderr.write(
      `NOT_SIMULATED ${key} in ${devstore.config.file}: it has no effect here.\n`,
    );
  }

  const app =
    command.run.length > 0
      ? runApp(command.run, {
          ...environment,
          HOST: '127.0.0.1',
          PORT: new URL(appUrl ?? '').port,
        })
      : null;
  endWithPartners(devstore, app);
}

/** Ends on SIGTERM and SIGINT, when the process that started us is gone, and when the app ends. */
function endWithPartners(devstore: Devstore, app: RunningApp | null): void {
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    clearInterval(watch);
    Promise.resolve(app?.stop())
      .then(() => devstore.stop())
      .then(
        () => process.exit(code),
        (error: unknown) => {
          process.stderr.write(`${forPeople(error)}\n`);
          process.exit(1);
        },
      );
  };
  const watch = setInterval(() => {
    if (process.ppid !== parent) stop(0);
  }, PARENT_CHECK_MS);
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  app?.ended.then(stop, (error: unknown) => {
    process.stderr.write(`The app could not be started: ${forPeople(error)}\n`);
    stop(1);
  });
}

async function seedOf(seed: string): Promise<DevstoreOptions['seed']> {
  if (seed === 'demo' || seed === 'empty') return seed;
  const file = path.resolve(seed);
  const found = await readFile(file).catch(() => null);
  if (found === null) {
    throw new UsageError(`--seed is demo, empty or a module's file; there is no file ${file}.`);
  }
  const module = (await import(pathToFileURL(file).href)) as { readonly seed?: unknown };
  if (typeof module.seed !== 'function') {
    throw new UsageError(`${file} exports no function named seed.`);
  }
  return module.seed as Exclude<DevstoreOptions['seed'], string>;
}

/** `environment`: what is left for people to set; null when the app is started with it. */
function addresses(
  { origins, config, world }: Devstore,
  environment: Readonly<Record<string, string>> | null,
): string {
  const [shop] = world.shops.values();
  const admin = shop ? `${origins.platform}/store/${shop.handle}/apps/${config.handle}` : null;
  const lines = [
    `A local Shopify with ${config.name} in it. Nothing leaves this machine.`,
    '',
    `  Overview    ${origins.platform}`,
    ...(admin === null ? [] : [`  Admin       ${admin}`]),
    `  Shopper     ${origins.customer}/account/orders`,
    `  Storefront  ${origins.storefront}`,
    `  Mailbox     ${origins.platform}/mailbox`,
    `  Ledger      ${origins.platform}/ledger`,
    '',
  ];
  if (environment !== null) {
    lines.push(
      'Start the app with this in its environment:',
      '',
      ...Object.entries(environment).map(([name, value]) => `  ${name}=${quoted(value)}`),
      '',
      'and, unless --app-url said so, tell where it listens:',
      '',
      `  curl -X PUT ${origins.platform}/control/app -H 'content-type: application/json' -d '{"url":"http://127.0.0.1:3000"}'`,
      '',
    );
  }
  lines.push('Ctrl-C ends it.');
  return lines.join('\n');
}

/** As a shell takes it. */
function quoted(value: string): string {
  return /^[\w:/.,=@%+-]*$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

async function version(): Promise<string> {
  const text = await readFile(new URL('./package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** What people can mend is one sentence; anything else is a fault of ours, with its stack. */
function forPeople(error: unknown): string {
  if (error instanceof UsageError || error instanceof AppTomlError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `A port is taken (${error.message}). Leave it out to get a free one.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
