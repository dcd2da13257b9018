import type { AppLoadContext } from '@remix-run/node';

import type { ErrorPageView } from '../../contract/error-page.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Messages } from '../../messages/message-types.ts';
import { staffRefusalTexts } from '../../presentation/refusal/staff-refusal.ts';
import { refusedWith, statusOf } from './refused.ts';

/** Runs the work of a page's loader. What nobody foresaw is logged and becomes an error page with a reference. */
export async function orFailurePage<T>(
  context: AppLoadContext,
  { t }: Messages<'staff'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Response) throw thrown;
    const correlationId = logged(context, thrown);
    throw failurePage(500, {
      message: t('problem.title'),
      nextStep: t('problem.onOurSide'),
      correlationId,
    });
  }
}

/** Runs the work of a JSON route. What nobody foresaw is logged and answered with a reference, in `inWords`. */
export async function orFailureJson(
  context: AppLoadContext,
  inWords: (reference: string) => string,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Response) throw thrown;
    const correlationId = logged(context, thrown);
    return refusedWith(500, [{ code: 'failed', message: inWords(correlationId) }]);
  }
}

/** The error page for something that was refused rather than broken. */
export function refusedPage(refusals: readonly Refusal[], messages: Messages<'staff'>): Response {
  return failurePage(statusOf(refusals), {
    message: messages.t('problem.notNow'),
    nextStep: staffRefusalTexts(refusals, messages).join(' '),
    correlationId: null,
  });
}

const failurePage = (status: number, data: ErrorPageView): Response =>
  Response.json(data, { status });

function logged({ container, requestId }: AppLoadContext, error: unknown): string {
  container.log.error({ error, requestId }, 'a request failed');
  return requestId;
}
