/*
 * What looks like a fault of the catalogue and is none. Each line says why.
 */

/** Texts that are the same in English and another language, by namespace and key. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  // “extra”, “Bonus” and “Code” are words of these languages too.
  de: [
    'staff.order.more.tags',
    ...['shopper.method.bonus', 'shopper.breakdown.bonus', 'storefront.guest.code.label'],
    // So are “Version”, “Status”, “Simulation”, “Limit” and “Name”; “Fulfillment” is Shopify's German.
    ...['staff.cancellation.facts.version', 'staff.policy.versions.number', 'staff.time.inUtc'],
    ...['staff.orders.column.status', 'staff.orders.column.fulfillment'],
    ...['staff.order.fulfillment.title', 'staff.policy.tab.simulation', 'staff.policy.amounts.in'],
    ...['staff.policy.refund.bonus', 'staff.policyFields.section.limit', 'staff.policyFields.name'],
    ...['staff.actor.system', 'staff.policy.limit.title'],
    // Shopify Flow has one name.
    ...['staff.actor.flow', 'staff.actor.flow_named', 'staff.historyPage.who.flow'],
  ],
  es: ['shopper.method.bonus'],
  fr: ['shopper.breakdown.bonus', 'storefront.guest.code.label', 'policy.units.minute'],
  it: ['shopper.breakdown.bonus'],
  nl: ['shopper.method.bonus', 'shopper.breakdown.bonus', 'storefront.guest.code.label'],
  // The time zone and the app have one name; “limit”, “bonus” and “status” are Polish.
  pl: [
    'shopper.breakdown.bonus',
    'staff.time.inUtc',
    'staff.orders.column.status',
    'staff.policy.limit.title',
    'staff.policyFields.section.limit',
    'staff.actor.system',
    ...['staff.actor.flow', 'staff.actor.flow_named', 'staff.historyPage.who.flow'],
  ],
};

/** Texts that leave out a value of the English one. */
const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  // In Japan nobody is called by the given name.
  ja: ['mail.greeting.named'],
};

export const isAllowedWithout = (language: string, name: string): boolean =>
  WITHOUT[language]?.includes(name) ?? false;

/** Whether a text may be what English says: named here, or nothing but values and signs. */
export const isAllowedAlike = (language: string, name: string, text: string): boolean =>
  (ALIKE[language]?.includes(name) ?? false) || !/\p{L}/u.test(text.replaceAll(/\{\{\w+\}\}/g, ''));
