/** The parts of the policy page. */
export const TABS = ['rules', 'preview', 'compare', 'simulation', 'versions'] as const;
export type PolicyTab = (typeof TABS)[number];

/** What part of the page an address shows. */
export interface PolicyPlace {
  readonly tab: PolicyTab;
  /** The rule that is edited; null for all of them. */
  readonly ruleId: string | null;
}

/** Reads `?tab=preview` or `?rule=everybody`. */
export function placeIn(params: URLSearchParams): PolicyPlace {
  const ruleId = params.get('rule');
  if (ruleId !== null) return { tab: 'rules', ruleId };
  const tab = TABS.find((known) => known === params.get('tab'));
  return { tab: tab ?? 'rules', ruleId: null };
}

/** The address of a part, as `placeIn` reads it. */
export function paramsOf({ tab, ruleId }: PolicyPlace): URLSearchParams {
  if (ruleId !== null) return new URLSearchParams({ rule: ruleId });
  return new URLSearchParams(tab === 'rules' ? {} : { tab });
}
