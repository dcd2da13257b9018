import type * as z from 'zod/mini';

import { type Result, err } from '../../domain/result.ts';
import { type BodyFault, fitting, readText } from './json-body.ts';

/** A comment of the greatest length, every letter of it percent-encoded, and a choice of every line. */
const MOST_BYTES = 32 * 1024;

/**
 * Reads the form a page was sent with, within limits and checked against its schema. Of fields with the same
 * name the last one counts, as it would in an object.
 */
export async function readFormBody<T>(
  request: Request,
  schema: z.core.$ZodType<T>,
): Promise<Result<T, BodyFault>> {
  const text = await readText(request, MOST_BYTES);
  if (text === null) return err({ code: 'body_too_large' });
  return fitting(Object.fromEntries(new URLSearchParams(text)), schema);
}
