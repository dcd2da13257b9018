import { problemWords } from './problem-words.ts';
import type { Actor } from '../../domain/actor.ts';
import { isEffectName } from '../../domain/cancellation/effects/effects.ts';
import type {
  CancellationEvent,
  MailTemplate,
  TurnBackReason,
} from '../../domain/cancellation/events.ts';
import { type Money, formatMoney, isPositive } from '../../domain/money.ts';
import { attentionWords } from './attention-words.ts';
import { staffTurnBackText } from './turn-back-words.ts';
import type { Key, Messages } from '../../messages/message-types.ts';

/** One event as a sentence of the history: who and what. Null for steps that say nothing by themselves. */
export function describeEvent(
  event: CancellationEvent,
  messages: Messages<'staff'>,
  names: StaffNamesById = NOBODY,
): { readonly who: string; readonly what: string } | null {
  const say = (what: string, actor: Actor = { kind: 'system' }) => ({
    who: actorName(actor, messages, names),
    what,
  });
  const { t } = messages;
  const amount = (value: Money) => formatMoney(value, messages.locale);
  switch (event.type) {
    case 'requested':
      return say(requestedWords(event, messages), event.actor);
    case 'recorded_outside':
      return say(t('history.recorded_outside'), { kind: 'outside' });
    case 'fulfillment_inspected':
      return null;
    case 'effect_intended':
      return null;
    case 'attempt_failed':
      return say(
        t('history.attempt_failed', {
          during: t(`history.during.${isEffectName(event.during) ? event.during : 'reading'}`),
          message: problemWords(event.problem, messages),
        }),
      );
    case 'approved':
      return say(t('history.approved'), event.actor);
    case 'payment_awaited':
      return say(t('history.payment_awaited', { amount: amount(event.pending) }));
    case 'lines_removed':
      return say(event.refundId ? t('history.lines_refunded') : t('history.lines_removed'));
    case 'bonus_given':
      return say(t('history.bonus_given', { amount: amount(event.amount) }));
    case 'money_observed':
      return say(moneyWords(event, messages));
    case 'told':
      return say(t(`history.told.${event.template}`));
    case 'mail_given_up':
      return say(
        t(
          isToShop(event.template)
            ? 'history.mail_given_up.shop'
            : 'history.mail_given_up.customer',
          { message: problemWords(event.problem, messages) },
        ),
      );
    case 'attention_raised':
      return say(
        t('history.attention_raised', { title: attentionWords(event.attention, messages).title }),
      );
    case 'refund_recounted':
      return say(
        event.due
          ? t('history.recounted.due', { amount: amount(event.due.amount) })
          : t('history.recounted.nothing'),
      );
    case 'resumed':
      return say(t(`history.resumed.${event.choice}`), event.actor);
    case 'turned_back':
      return say(turnBackSentence(event.why, messages), event.actor);
    case 'own_holds_found':
      return null;
    case 'ended':
      return null;
    // What needs no value is said by the text of its type.
    default:
      return say(t(`history.${event.type}` satisfies Key<'staff'>));
  }
}

/** How a shop's staff are called, by their ids. */
export type StaffNamesById = ReadonlyMap<string, string>;
const NOBODY: StaffNamesById = new Map();

/** Who did something: of the staff by name, where it is known, and a workflow by the name that the merchant gave it. */
export function actorName(actor: Actor, { t }: Messages<'staff'>, names: StaffNamesById): string {
  if (actor.kind === 'flow' && actor.workflow !== null) {
    return t('actor.flow_named', { workflow: actor.workflow });
  }
  const name = actor.kind === 'staff' ? names.get(actor.staffId) : undefined;
  return name ?? t(`actor.${actor.kind}`);
}

const isToShop = (template: MailTemplate): boolean =>
  template === 'request_waiting' || template === 'deadline_near';

type Requested = Extract<CancellationEvent, { type: 'requested' }>;

/** Who asked or began, for how much of the order, under which policy: version 0 is that of a shop that never saved one. */
function requestedWords(
  { actor, plan, policyVersion: version }: Requested,
  { t }: Messages<'staff'>,
): string {
  const policy =
    version === 0 ? t('history.policy.default') : t('history.policy.version', { version });
  const verb = actor.kind === 'shopper' ? 'asked' : 'began';
  const { selection } = plan.refund;
  if (selection.kind === 'order') return t(`history.${verb}.order`, { policy });
  const count = selection.lines.reduce((units, line) => units + line.quantity, 0);
  return t(`history.${verb}.lines`, { count, policy });
}

const turnBackSentence = (why: TurnBackReason, messages: Messages<'staff'>): string =>
  why.code === 'staff_declined'
    ? messages.t('history.declined', { step: messages.t(`nextStep.${why.nextStep}`) })
    : staffTurnBackText(why, messages);

function moneyWords(
  event: Extract<CancellationEvent, { type: 'money_observed' }>,
  { t, locale }: Messages<'staff'>,
): string {
  if (event.outcome === 'on_its_way') {
    return t('history.money.on_its_way', { amount: formatMoney(event.onItsWay, locale) });
  }
  return isPositive(event.arrived)
    ? t('history.money.arrived', { amount: formatMoney(event.arrived, locale) })
    : t('history.money.nothing');
}
