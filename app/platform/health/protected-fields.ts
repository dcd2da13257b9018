import { z } from 'zod';

import type { PlatformResult } from '../../application/shared/platform.ts';
import { type Facts, type HealthFacts, type ProtectedField } from '../../domain/health/facts.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { ok } from '../../domain/result.ts';
import type { AdminDocument } from '../client/document.ts';
import { PROBE_ADDRESS } from '../documents/health/probe-address.ts';
import { PROBE_EMAIL } from '../documents/health/probe-email.ts';
import { PROBE_NAME } from '../documents/health/probe-name.ts';
import { PROBE_ORDERS } from '../documents/health/probe-orders.ts';
import { PROBE_PHONE } from '../documents/health/probe-phone.ts';
import type { Probe, RawAnswer } from './probe.ts';
import { unread } from './unread.ts';

type Answer = HealthFacts['fields'][ProtectedField];

const QUESTIONS: readonly (readonly [ProtectedField, AdminDocument<unknown, object>])[] = [
  ['orders', PROBE_ORDERS],
  ['name', PROBE_NAME],
  ['email', PROBE_EMAIL],
  ['phone', PROBE_PHONE],
  ['address', PROBE_ADDRESS],
];

/** Asks for each protected field by itself, of the newest orders; what comes is looked at and thrown away. */
export async function readProtectedFields(
  probe: Probe,
  shop: ShopDomain,
): Promise<Facts<'fields'>> {
  const answers: Partial<Record<ProtectedField, Answer>> = {};
  for (const [field, question] of QUESTIONS) {
    const answer: PlatformResult<RawAnswer> = await probe(shop, question, {});
    if (!answer.ok) return unread(answer.error);
    answers[field] = judged(answer.value);
  }
  return ok(answers as HealthFacts['fields']);
}

/** Shopify's documented example of a withheld field has no code; others have this one. */
const isDenied = ({ extensions }: RawAnswer['errors'][number]): boolean =>
  (extensions?.code ?? 'ACCESS_DENIED') === 'ACCESS_DENIED';

function judged({ data, errors }: RawAnswer): Answer {
  if (errors.some(isDenied)) return 'withheld';
  return hasValue(data) ? 'shown' : 'none';
}

const nodes = z.object({ orders: z.object({ nodes: z.array(z.unknown()) }) });

function hasValue(data: unknown): boolean {
  const read = nodes.safeParse(data);
  return read.success && read.data.orders.nodes.some(holdsText);
}

/** Whether text stands anywhere in it. */
const holdsText = (value: unknown): boolean =>
  typeof value === 'string'
    ? value !== ''
    : typeof value === 'object' && value !== null && Object.values(value).some(holdsText);
