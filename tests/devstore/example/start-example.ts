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
        program.kill('SIGTERM');
        await once(program, 'exit');
      },
    };
  }
  throw new Error('The example ended without a word.');
}
