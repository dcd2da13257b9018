import type { OrderFacts } from '../../order/facts.ts';
import type { Intent } from '../../saga/underway.ts';
import type {
  CancellationEvent,
  Effect,
  EffectName,
  EffectOutcome,
  EffectRecord,
} from '../events.ts';
import type { Cancellation } from '../state.ts';
import { cancel } from './cancel.ts';
import { correctStock } from './correct-stock.ts';
import { deactivateGiftCard } from './deactivate-gift-card.ts';
import type { CancellationEffect } from './definition.ts';
import { editLines } from './edit-lines.ts';
import { giveBonus } from './give-bonus.ts';
import { hold } from './hold.ts';
import { recall } from './recall.ts';
import { refund } from './refund.ts';
import { refundLines } from './refund-lines.ts';
import { release } from './release.ts';
import { tell } from './tell.ts';

/** Every effect of a cancellation. Those that are due once are due in this order. */
const EFFECTS = {
  hold,
  release,
  recall,
  cancel,
  refund_lines: refundLines,
  edit_lines: editLines,
  deactivate_gift_card: deactivateGiftCard,
  correct_stock: correctStock,
  refund,
  give_bonus: giveBonus,
  tell,
} satisfies { readonly [Name in EffectName]: CancellationEffect<Name> };

type AnyEffect = Omit<CancellationEffect<EffectName>, 'records'> & {
  readonly records: Readonly<Record<string, unknown>>;
};

const BY_NAME: Readonly<Record<EffectName, AnyEffect>> = EFFECTS;

/** What is known of an effect of this name. */
export const effectNamed = (name: EffectName): AnyEffect => BY_NAME[name];

/** Whether a step is an effect; else it is a look at the platform, by what it looked for. */
export const isEffectName = (step: string): step is EffectName => Object.hasOwn(BY_NAME, step);

/** Null for a step that is no effect. */
export const effectOfStep = (step: string): AnyEffect | null =>
  isEffectName(step) ? BY_NAME[step] : null;

export const keyOf = (state: Cancellation, effect: Effect): string =>
  effectNamed(effect.kind).key(state, effect);

/** The first effect that is due once at a stage; null when none is. */
export function dueAt(stage: 'before_money' | 'after_money', state: Cancellation): Effect | null {
  for (const { due } of Object.values(BY_NAME)) {
    const effect = due?.stage === stage ? due.effect(state) : null;
    if (effect) return effect;
  }
  return null;
}

/**
 * Finds an announced action in what the platform shows: its outcome when it happened, null when it did not.
 * This is how a crash or a lost answer is repaired: by looking, never by guessing.
 */
export const recognise = (intent: Intent<Effect>, order: OrderFacts): EffectOutcome | null =>
  effectNamed(intent.effect.kind).recognise(intent, order);

/** What an effect that was done, now or before its answer got lost, means for the cancellation. */
export function succeeded(effect: Effect, outcome: EffectOutcome): readonly CancellationEvent[] {
  if (outcome.kind !== effect.kind) {
    throw new Error(`Outcome "${outcome.kind}" does not answer effect "${effect.kind}"`);
  }
  return effectNamed(effect.kind).succeeded(effect, outcome);
}

/** The effect after which the way leads only forward. */
export const isPivot = ({ kind }: Effect): boolean => effectNamed(kind).isPivot ?? false;

/** What the events of all effects make of the state, by type. */
export const RECORDS = {
  ...hold.records,
  ...release.records,
  ...recall.records,
  ...cancel.records,
  ...refundLines.records,
  ...editLines.records,
  ...deactivateGiftCard.records,
  ...correctStock.records,
  ...refund.records,
  ...giveBonus.records,
  ...tell.records,
} satisfies Readonly<Record<EffectRecord['type'], unknown>>;
