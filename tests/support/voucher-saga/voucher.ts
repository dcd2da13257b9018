import type { ShopDomain } from '../../../app/domain/ids.ts';
import { ok } from '../../../app/domain/result.ts';
import type { EffectDefinition } from '../../../app/domain/saga/effect.ts';
import type { Machine, Recorded, Report } from '../../../app/domain/saga/machine.ts';
import {
  type Underway,
  type UnderwayEvent,
  moved,
  underway,
  withDone,
} from '../../../app/domain/saga/underway.ts';
import { weighFailure } from '../../../app/domain/saga/weigh-failure.ts';
import { MINUTE } from '../../../app/domain/time.ts';

/*
 * A saga that has nothing to do with cancellations: a voucher is printed once there is paper, then a letter is sent.
 * It shows what the runner of all sagas takes, and what it needs to know of none.
 */

export type VoucherEffect =
  | { readonly kind: 'print'; readonly amount: number }
  | { readonly kind: 'post'; readonly number: string };

export type VoucherOutcome =
  | { readonly kind: 'print'; readonly number: string }
  | { readonly kind: 'post' };

/** What the printer shows: which jobs it printed, and whether it is shut. */
export interface Printer {
  readonly printed: ReadonlyMap<string, string>;
  readonly isShut: boolean;
}

export type VoucherEvent =
  | { readonly type: 'promised'; readonly amount: number }
  | { readonly type: 'paper_found' }
  | UnderwayEvent<VoucherEffect>
  | { readonly type: 'printed'; readonly number: string }
  | { readonly type: 'posted' }
  | { readonly type: 'asked'; readonly choices: readonly string[] }
  | { readonly type: 'called_off' };

export interface Voucher extends Underway<VoucherEffect> {
  readonly id: string;
  readonly seq: number;
  readonly status: 'promised' | 'printing' | 'posting' | 'asked' | 'over';
  readonly since: number;
  readonly amount: number;
  readonly number: string | null;
}

export interface VoucherTypes {
  readonly id: string;
  readonly state: Voucher;
  readonly event: VoucherEvent;
  readonly effect: VoucherEffect;
  readonly outcome: VoucherOutcome;
  readonly observation: 'paper';
  readonly facts: Printer;
  readonly command:
    | { readonly type: 'saw_paper'; readonly sheets: number }
    | { readonly type: 'call_off' }
    | Report<VoucherEffect, VoucherOutcome, Printer>;
}

interface Types {
  readonly state: Voucher;
  readonly event: VoucherEvent;
  readonly facts: Printer;
  readonly choice: 'retry' | 'call_off';
}

type Definition<Kind extends VoucherEffect['kind']> = EffectDefinition<
  Types,
  Extract<VoucherEffect, { kind: Kind }>,
  Extract<VoucherOutcome, { kind: Kind }>
>;

const print: Definition<'print'> = {
  key: ({ id }) => `${id}-print`,
  isReadBack: true,
  recognise({ key }, { printed }) {
    const number = printed.get(key);
    return number === undefined ? null : { kind: 'print', number };
  },
  succeeded: (_effect, { number }) => [{ type: 'printed', number }],
  // A printer that is shut for good prints nothing, whoever asks.
  refused: (_state, _effect, { isShut }) => (isShut ? [{ type: 'called_off' }] : null),
  choices: () => ['retry', 'call_off'],
};

const post: Definition<'post'> = {
  key: ({ id }) => `${id}-post`,
  isReadBack: false,
  recognise: () => null,
  succeeded: () => [{ type: 'posted' }],
  refused: () => null,
  lasts: ({ code }) => code === 'NO_SUCH_ADDRESS',
  choices: () => ['call_off'],
};

const EFFECTS = { print, post } satisfies {
  readonly [Kind in VoucherEffect['kind']]: Definition<Kind>;
};
const effectNamed = (kind: VoucherEffect['kind']): Definition<VoucherEffect['kind']> =>
  EFFECTS[kind];

function evolve(state: Voucher | null, event: Recorded<VoucherEvent>, id: string): Voucher {
  if (event.type === 'promised') {
    const { amount, seq, at } = event;
    return { ...moved, done: [], id, seq, status: 'promised', since: at, amount, number: null };
  }
  if (!state) throw new Error('A voucher begins with its promise');
  const next = { ...state, ...changed(state, event), seq: event.seq };
  return next.status === state.status ? next : { ...next, since: event.at };
}

function changed(
  state: Voucher,
  event: Exclude<VoucherEvent, { type: 'promised' }>,
): Partial<Voucher> {
  switch (event.type) {
    case 'paper_found':
      return { ...moved, status: 'printing' };
    case 'effect_intended':
    case 'attempt_failed':
      return underway(state, event);
    case 'printed':
      return { ...moved, status: 'posting', number: event.number };
    case 'posted':
      return { ...moved, ...withDone(state, `${state.id}-post`), status: 'over' };
    case 'asked':
      return { ...moved, status: 'asked' };
    case 'called_off':
      return { ...moved, status: 'over' };
  }
}

const wanted = ({ status, amount, number }: Voucher): VoucherEffect | null => {
  if (status === 'printing') return { kind: 'print', amount };
  return status === 'posting' && number !== null ? { kind: 'post', number } : null;
};

export const voucherMachine: Machine<VoucherTypes> = {
  evolve,
  next(state, now) {
    const { intent, notBefore } = state;
    if (notBefore !== null && now < notBefore) return { do: 'wait', until: notBefore, look: false };
    if (intent) return { do: 'effect', ...intent, announced: true };
    if (state.status === 'promised') return { do: 'observe', what: 'paper' };
    const effect = wanted(state);
    if (!effect) return { do: 'nothing' };
    const key = effectNamed(effect.kind).key(state, effect);
    return { do: 'effect', effect, key, announced: false };
  },
  decide(state, command, now) {
    switch (command.type) {
      case 'saw_paper':
        return ok(command.sheets > 0 ? [{ type: 'paper_found' }] : []);
      case 'call_off':
      case 'saw_gone':
        return ok([{ type: 'called_off' }]);
      case 'intend': {
        const { effect, key } = command;
        return ok(state.intent ? [] : [{ type: 'effect_intended', effect, key }]);
      }
      case 'succeeded':
        return ok(effectNamed(command.effect.kind).succeeded(command.effect, command.outcome));
      case 'saw_undone':
        return ok([]);
      case 'failed': {
        const { effect, during, problem, mayHaveApplied } = command;
        const definition = effect && effectNamed(effect.kind);
        const verdict = weighFailure<Types, VoucherEffect>(definition, state, command, now);
        if (verdict.then === 'go_on') return ok(verdict.events);
        return ok([
          verdict.then === 'ask_a_person'
            ? { type: 'asked', choices: definition?.choices(state) ?? ['retry'] }
            : { type: 'attempt_failed', during, problem, mayHaveApplied, retryAt: verdict.at },
        ]);
      }
    }
  },
  recognise: (intent, facts) => effectNamed(intent.effect.kind).recognise(intent, facts),
  isReadBack: ({ kind }) => effectNamed(kind).isReadBack,
  overSince: ({ status, since }) => (status === 'over' ? since : null),
  lookAgainAt: (_state, _what, now) => now + MINUTE,
};

export const VOUCHER_SHOP = 'harbor.myshopify.com' as ShopDomain;
