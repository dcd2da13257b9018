import { against, staffAuthority } from '../../domain/authority/authority.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import type { AllFacts, CheckName, Facts } from '../../domain/health/facts.ts';
import { CHECK_NAMES, type Checked, judgeHealth } from '../../domain/health/judge-health.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { PolicyStore } from '../policy/ports.ts';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/log.ts';
import type { HealthReads, HowToLook } from './ports.ts';

export interface HealthDeps {
  readonly clock: Clock;
  readonly log: Logger;
  readonly health: HealthReads;
}

/** How everything around the app is, in one shop. */
export interface Health {
  readonly lookedAt: EpochMs;
  readonly facts: AllFacts;
  readonly checked: readonly Checked[];
}

/** The same for a staff member who may see it. */
export async function readHealth(
  deps: HealthDeps & { readonly policies: PolicyStore },
  shop: ShopDomain,
  by: { readonly access: Result<StaffAccess, Refusal> },
): Promise<Result<Health, Refusal>> {
  const may = await mayReadHealth(deps, shop, by.access);
  return may.ok ? ok(await lookAtHealth(deps, shop, { renewToken: false })) : may;
}

/** Whether somebody may see it. */
export async function mayReadHealth(
  { policies }: { readonly policies: PolicyStore },
  shop: ShopDomain,
  access: Result<StaffAccess, Refusal>,
): Promise<Result<null, Refusal>> {
  if (!access.ok) return access;
  const policy = await policies.current(shop);
  const [refusal] = against(policy, staffAuthority(access.value), { do: 'see_health' });
  return refusal ? err(refusal) : ok(null);
}

/** Asks everything that can be asked, and judges it. What fails leaves the others standing, and is logged. */
export async function lookAtHealth(
  deps: HealthDeps,
  shop: ShopDomain,
  how: HowToLook,
): Promise<Health> {
  const read = await Promise.all(
    CHECK_NAMES.map(async (name) => [name, await readOne(deps, shop, name, how)] as const),
  );
  const facts = Object.fromEntries(read) as unknown as AllFacts;
  const lookedAt = deps.clock.now();
  return { lookedAt, facts, checked: judgeHealth(facts, lookedAt) };
}

async function readOne(
  { health, log }: HealthDeps,
  shop: ShopDomain,
  name: CheckName,
  how: HowToLook,
): Promise<Facts<CheckName>> {
  try {
    return await health[name](shop, how);
  } catch (error) {
    log.error({ error, shop, check: name }, 'a check of the health could not be read');
    return err({
      code: 'not_readable',
      reason: 'failed',
      detail: 'The log of the app says why.',
    });
  }
}
