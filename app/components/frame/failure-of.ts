import { isRouteErrorResponse } from '@remix-run/react';
import * as z from 'zod/mini';

import { type ErrorPageView, errorPage } from '../../contract/error-page.ts';
import type { StaffMessages } from '../messages/messages.tsx';

/** What is said of what a route threw: the server's words where it had some. */
export function failureOf(error: unknown, { t }: StaffMessages): ErrorPageView {
  if (isRouteErrorResponse(error)) {
    const told = z.safeParse(errorPage, error.data);
    if (told.success) return told.data;
    if (error.status === 404) {
      return {
        message: t('problem.noSuchPage'),
        nextStep: t('problem.toOrders'),
        correlationId: null,
      };
    }
  }
  return { message: t('problem.title'), nextStep: t('problem.nextStep'), correlationId: null };
}
