import { listen } from './listener.ts';

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const listener = await listen(() => undefined);
  await listener.close();
  return listener.port;
}
