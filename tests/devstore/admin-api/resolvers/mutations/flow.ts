import type { Context } from '../../context.ts';
import { notSimulated } from '../../not-simulated.ts';

interface ReceiveArgs {
  readonly handle?: string | null;
  readonly payload?: unknown;
  readonly body?: string | null;
}

/** The errors' frame as recorded: one user error on `body`, a line for each fault. */
function flowTriggerReceive(_root: null, args: ReceiveArgs, context: Context): object {
  if (args.body != null) throw notSimulated('Mutation.flowTriggerReceive(body:)');
  const { handle, payload } = args;
  const faults =
    handle == null
      ? ["Required field missing: 'handle'."]
      : context.kernel.flow.receive(
          context.shop,
          context.installation.app,
          handle,
          record(payload),
        );
  if (faults.length === 0) return { userErrors: [] };
  const lines = faults.map((fault) => `  ${fault}\n`).join('');
  return { userErrors: [{ field: ['body'], message: `Errors validating schema:\n${lines}` }] };
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

export const flowMutations = { flowTriggerReceive };
