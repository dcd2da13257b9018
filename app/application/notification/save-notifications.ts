import type { Actor } from '../../domain/actor.ts';
import { against, staffAuthority } from '../../domain/authority/authority.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { NotificationSettings } from '../../domain/notification/notification-settings.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { PolicyStore } from '../policy/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { NotificationStore, SavedNotifications } from './ports.ts';

/**
 * Changes what a shop has set about its mails, on top of what the page showed. Who may change the policy may: what
 * customers are told is part of what they are promised.
 */
export async function saveNotifications(
  deps: {
    readonly clock: Clock;
    readonly policies: Pick<PolicyStore, 'current'>;
    readonly notifications: NotificationStore;
  },
  shop: ShopDomain,
  by: { readonly actor: Actor; readonly access: StaffAccess },
  basedOn: number,
  change: (settings: NotificationSettings) => NotificationSettings,
): Promise<Result<SavedNotifications, Refusal>> {
  const policy = await deps.policies.current(shop);
  const [refusal] = against(policy, staffAuthority(by.access), { do: 'change_policy' });
  if (refusal) return err(refusal);
  const { version, settings } = await deps.notifications.current(shop);
  if (version !== basedOn) return err({ code: 'settings_changed' });
  const changed = change(settings);
  const at = deps.clock.now();
  const saved = await deps.notifications.save(shop, basedOn, changed, by.actor, at);
  return saved === 'conflict'
    ? err({ code: 'settings_changed' })
    : ok({ version: version + 1, settings: changed });
}
