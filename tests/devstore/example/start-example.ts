import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { controlClient } from '../http/control/control-client.ts';
import type { ControlClient } from '../http/control/control-client.ts';
import type { Origins } from '../http/origins.ts';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const DEVSTORE = ['main.ts', '--app', 'example', '--seed', 'example/seed.js', '--json'];

/** The example's only shop. */
export const SHOP = 'lamps.myshopify.com';

/** The example as its command starts it: a devstore, and in it the app of this folder. */
export interface Example {
  readonly origins: Origins;
  readonly control: ControlClient;
  stop(): Promise<void>;
}

export async function startExample(): Promise<Example> {
  const program = spawn(process.execPath, [...DEVSTORE, '--', process.execPath, 'example/app.js'], {
    cwd: PACKAGE,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(program.stdout)) {
    const origins = JSON.parse(line) as Origins;
    return {
      origins,
      control: controlClient(origins.platform),
      stop: async () => {
        if (program.exitCode !== null) return;
        program.kill('SIGTERM');
        await once(program, 'exit');
      },
    };
  }
  throw new Error('The example ended without a word.');
}

/** What the admin's frame shows, by the address that the admin gives it. */
export async function framedPage({ origins }: Example): Promise<string> {
  const admin = await (await fetch(`${origins.platform}/store/lamps/apps/example`)).text();
  const address = /data-address="([^"]+)"/.exec(admin)?.[1]?.replaceAll('&amp;', '&') ?? '';
  if (new URL(address).origin !== origins.tunnel) throw new Error(`The frame leads to ${address}.`);
  return (await fetch(address)).text();
}

/** Opens the app in the admin until it answers: its process may still be starting. */
export async function openApp(example: Example): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    if ((await framedPage(example)).startsWith('Every order')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The app did not let itself be opened within ten seconds.');
}
