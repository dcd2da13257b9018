import type { CancellationEvent } from '../cancellation/events.ts';

/** What the app tells Shopify Flow, by the handles of its extensions, which never change (extensions/flow-triggers). */
export const FLOW_TRIGGERS = [
  'cancellation-requested',
  'cancellation-approved',
  'cancellation-declined',
  'cancellation-completed',
  'cancellation-needs-attention',
] as const;

export type FlowTrigger = (typeof FLOW_TRIGGERS)[number];

/** The extension's name, by which merchants know it: the handle in words. */
export const titleOf = (trigger: FlowTrigger): string =>
  trigger.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());

/** Which trigger an event is; null for one that Flow is not told of. */
export function triggerOf(event: CancellationEvent): FlowTrigger | null {
  switch (event.type) {
    case 'requested':
      // What staff or Flow itself begin was not asked for.
      return event.actor.kind === 'shopper' ? 'cancellation-requested' : null;
    case 'approved':
      return 'cancellation-approved';
    case 'turned_back':
      return event.ending === 'declined' ? 'cancellation-declined' : null;
    case 'completed':
      return 'cancellation-completed';
    case 'attention_raised':
      return 'cancellation-needs-attention';
    default:
      return null;
  }
}

/**
 * Whether a workflow of the shop may begin with a trigger. `used` is what Flow's callbacks call the triggers in use:
 * Shopify's example has a title, the extension has a handle too, and one that is neither may be any of them.
 */
export function isWanted(used: readonly string[], trigger: FlowTrigger): boolean {
  const namesOf = (one: FlowTrigger): readonly string[] => [one, titleOf(one)];
  const known = FLOW_TRIGGERS.flatMap(namesOf);
  return used.some(
    (definition) => !known.includes(definition) || namesOf(trigger).includes(definition),
  );
}
