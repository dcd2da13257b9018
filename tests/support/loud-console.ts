import { beforeEach, vi } from 'vitest';

/** A warning or error on the console is a failure: nobody reads the output of passing tests. */
beforeEach(() => {
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      throw new Error(`console.${method} was called: ${args.map(String).join(' ')}`);
    });
  }
});
