import type { Command } from '../../../domain/cancellation/machine/decide.ts';
import type { Observation } from '../../../domain/cancellation/observation.ts';
import type { CancelJob } from '../../../domain/cancellation/seen/whose-cancel.ts';
import type { Cancellation } from '../../../domain/cancellation/state.ts';
import type { ShopDomain } from '../../../domain/ids.ts';
import type { OrderFacts } from '../../../domain/order/facts.ts';
import { ok, unreachable } from '../../../domain/result.ts';
import { MINUTE, SECOND } from '../../../domain/time.ts';
import type { Clock } from '../../shared/clock.ts';
import type { HowToRead, Platform, PlatformResult } from '../../shared/platform.ts';
import { readWaiting } from '../read-waiting.ts';

export interface LookDeps {
  readonly clock: Clock;
  readonly platform: Platform;
}

/** From reading an order and asking for its cancellation to the first look at it. */
const DECIDED_MOMENTS_AGO = 10 * SECOND;

/** Looks at the order of one cancellation during one run. */
export class OrderLook {
  readonly #deps: LookDeps;
  readonly #shop: ShopDomain;
  /** The order of the look before, while nothing was done and nobody else decided anything since. */
  #justRead: OrderFacts | null = null;

  constructor(deps: LookDeps, shop: ShopDomain) {
    this.#deps = deps;
    this.#shop = shop;
  }

  /** What was read before says nothing any more. */
  forget(): void {
    this.#justRead = null;
  }

  /** Reads what an observation is about, as the command that the machine decides on. */
  async look(what: Observation, state: Cancellation): Promise<PlatformResult<Command>> {
    const { platform } = this.#deps;
    if (what === 'readiness') {
      const read = await platform.readOrderForRefund(this.#shop, state.orderId, state.plan.refund);
      if (!read.ok) return read;
      return ok(read.value ? { type: 'saw_readiness', ...read.value } : { type: 'saw_gone' });
    }
    if (what === 'attention') return readWaiting(platform, this.#shop, state);
    const job = what === 'cancel' ? await this.#cancelJob(state) : ok(null);
    if (!job.ok) return job;
    const lately = this.#deps.clock.now() - state.since < MINUTE;
    if (job.value && !job.value.done && lately) {
      return ok({ type: 'saw_cancel', order: null, job: job.value });
    }
    // Read after the job: only such an order says what became of it. One at work for long may be overtaken.
    const read = await this.#readOnce(state, what === 'fulfillment' ? this.#firstLook(state) : {});
    if (!read.ok) return read;
    const order = read.value;
    if (!order) return ok({ type: 'saw_gone' });
    switch (what) {
      case 'fulfillment':
        return ok({ type: 'saw_fulfillment', order });
      case 'recall':
        return ok({ type: 'saw_recall', order });
      case 'money':
        return ok({ type: 'saw_money', order });
      case 'own_holds':
        return ok({ type: 'saw_own_holds', order });
      case 'aftermath':
        return ok({ type: 'saw_aftermath', order });
      case 'cancel':
        return ok({ type: 'saw_cancel', order, job: job.value });
      default:
        return unreachable(what);
    }
  }

  /**
   * What the request was decided on moments ago says what to hold, which decides nothing about money: once it is
   * held, the order is read anew and judged.
   */
  #firstLook({ request, seq }: Cancellation): HowToRead {
    const isJustAsked = seq === 1 && this.#deps.clock.now() - request.at <= DECIDED_MOMENTS_AGO;
    return isJustAsked ? { toShow: { since: request.at - DECIDED_MOMENTS_AGO } } : {};
  }

  /**
   * Two looks that follow one another see one reading: what the end of the cancel is read from shows the money, too.
   * A third reads anew, and so does whatever comes after an action or a pause.
   */
  async #readOnce(
    { orderId }: Cancellation,
    how: HowToRead,
  ): Promise<PlatformResult<OrderFacts | null>> {
    const known = this.#justRead;
    this.#justRead = null;
    if (known) return ok(known);
    const read = await this.#deps.platform.readOrder(this.#shop, orderId, how);
    if (read.ok) this.#justRead = read.value;
    return read;
  }

  /** Far cheaper to read than the order; null when the platform named none. */
  async #cancelJob({ cancel }: Cancellation): Promise<PlatformResult<CancelJob | null>> {
    const id = cancel?.jobResultId ?? null;
    return id === null ? ok(null) : this.#deps.platform.readCancelJob(this.#shop, id);
  }
}
