import type { AppLoadContext } from '@remix-run/node';

import { type Refusal, explain } from '../../domain/refusal.ts';
import { refusedWith, statusOf } from './refused.ts';

/** What the error page of the app's routes says. */
export interface FailureData {
  readonly message: string;
  readonly nextStep: string;
  /** By which support finds the failure in the log; null when there is nothing to find. */
  readonly correlationId: string | null;
}

/** Runs the work of a page's loader. What nobody foresaw is logged and becomes an error page with a reference. */
export async function orFailurePage<T>(
  context: AppLoadContext,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Response) throw thrown;
    const correlationId = logged(context, thrown);
    throw failurePage(500, {
      message: 'This page could not be shown.',
      nextStep:
        'Something went wrong on our side. Nothing was changed. Reload the page. If this remains, contact the support of Unorder.',
      correlationId,
    });
  }
}

/** Runs the work of a JSON route. What nobody foresaw is logged and answered with a reference. */
export async function orFailureJson(
  context: AppLoadContext,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Response) throw thrown;
    const correlationId = logged(context, thrown);
    const message = `Something went wrong on our side. Reload the page to see where things stand. Reference: ${correlationId}`;
    return refusedWith(500, [{ code: 'failed', message }]);
  }
}

/** The error page for something that was refused rather than broken. */
export function refusedPage(refusals: readonly Refusal[]): Response {
  const words = refusals.map((refusal) => explain(refusal).staff).join(' ');
  return failurePage(statusOf(refusals), {
    message: 'This page cannot be shown now.',
    nextStep: words,
    correlationId: null,
  });
}

const failurePage = (status: number, data: FailureData): Response =>
  Response.json(data, { status });

function logged({ container, requestId }: AppLoadContext, error: unknown): string {
  container.log.error({ error, requestId }, 'a request failed');
  return requestId;
}
