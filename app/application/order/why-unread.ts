import type { RefusalOf } from '../../domain/refusal.ts';
import type { PlatformError } from '../shared/platform.ts';

/** Why nothing is known of an order: the platform is away, or its answer makes no sense to the app. */
export const whyUnread = ({
  kind,
}: PlatformError): RefusalOf<'platform_unavailable' | 'order_unreadable'> => ({
  code: kind === 'malformed' ? 'order_unreadable' : 'platform_unavailable',
});
