/**
 * Flow: triggers received and checked, actions signed, delivered and retried, lifecycle callbacks.
 *
 * Documented: the payloads, the signature, `action_run_id` the same in every attempt, 200 for done, 202 and 429 and
 * 5xx for once more, other 4xx for a failure, and that a workflow can be turned on only when its trigger's
 * callback is answered with 2xx.
 * Sources: https://shopify.dev/docs/apps/build/flow/actions/endpoints
 * https://shopify.dev/docs/apps/build/flow/track-lifecycle-events
 * https://shopify.dev/changelog/we-re-making-improvements-to-shopify-flow-app-extensions
 * Chosen: the pauses between attempts, and that they end after 36 hours.
 */
import type {
  App,
  DeliveryOutcome,
  Flow,
  FlowActionSpec,
  FlowRequest,
  FlowTriggerSpec,
  ReceivedTrigger,
} from '../contracts/contract.ts';
import { CommerceRefusal } from '../contracts/contract.ts';
import type { Clock } from '../clock.ts';
import type { EpochMs, Shop, ShopDomain } from '../model.ts';
import type { Random } from '../random.ts';
import { faultsOf } from './trigger-payload.ts';

const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 3_600_000;
const RETRIED_FOR_MS = 36 * 3_600_000;
/** How long the platform takes to send the first attempt. */
const FIRST_ATTEMPT_MS = { from: 100, to: 600 } as const;

interface LiveRequest extends FlowRequest {
  attempts: number;
  dueAt: EpochMs | null;
  state: FlowRequest['state'];
  readonly outcomes: { readonly at: EpochMs; readonly outcome: DeliveryOutcome }[];
  /** What is done once it was answered with 2xx. */
  readonly onDone: () => void;
}

export interface FlowBook {
  readonly flow: Flow;
  nextDueAt(): EpochMs | null;
  /** Takes a trigger of the app's; answers what is wrong with it, or nothing. */
  receive(
    shop: Shop,
    app: App,
    handle: string,
    payload: Readonly<Record<string, unknown>>,
  ): readonly string[];
}

export function createFlowBook(o: {
  readonly clock: Clock;
  readonly random: Random;
  readonly nextId: () => number;
  readonly shopOf: (domain: ShopDomain) => Shop;
  readonly appOf: (clientId: string) => App;
}): FlowBook {
  const received: ReceivedTrigger[] = [];
  const requests = new Map<string, LiveRequest>();
  const used = new Set<string>();
  const keyOf = (shop: ShopDomain, clientId: string, handle: string): string =>
    `${shop} ${clientId} ${handle}`;

  const send = (
    request: Pick<FlowRequest, 'id' | 'kind' | 'handle' | 'shop' | 'clientId' | 'url'>,
    content: object,
    onDone: () => void = () => undefined,
  ): LiveRequest => {
    const now = o.clock.now();
    const live: LiveRequest = {
      ...request,
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Shopify Flow',
        'X-Shopify-Shop-Domain': request.shop,
      },
      body: JSON.stringify(content),
      createdAt: now,
      attempts: 0,
      dueAt: now + o.random.between(FIRST_ATTEMPT_MS.from, FIRST_ATTEMPT_MS.to),
      state: 'scheduled',
      outcomes: [],
      onDone,
    };
    requests.set(live.id, live);
    return live;
  };

  const requestOf = (id: string): LiveRequest => {
    const request = requests.get(id);
    if (request === undefined) throw new CommerceRefusal(`There is no request ${id} of Flow’s.`);
    return request;
  };

  const retry = (request: LiveRequest, afterSeconds: number | undefined): void => {
    const now = o.clock.now();
    const pause =
      afterSeconds === undefined
        ? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (request.attempts - 1))
        : afterSeconds * 1000;
    if (now + pause > request.createdAt + RETRIED_FOR_MS) {
      request.state = 'given_up';
      return;
    }
    request.dueAt = now + pause;
    request.state = 'scheduled';
  };

  const flow: Flow = {
    takeDue(limit = Infinity) {
      const now = o.clock.now();
      const due = [...requests.values()]
        .filter(({ dueAt }) => dueAt !== null && dueAt <= now)
        .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
        .slice(0, limit);
      for (const request of due) {
        request.state = 'in_flight';
        request.attempts += 1;
        request.dueAt = null;
      }
      return due;
    },
    report(id, outcome) {
      const request = requestOf(id);
      if (request.state !== 'in_flight') throw new CommerceRefusal(`${id} is not in flight.`);
      request.outcomes.push({ at: o.clock.now(), outcome });
      const status = 'status' in outcome ? outcome.status : null;
      const isDone = request.kind === 'action' ? status === 200 : status !== null && is2xx(status);
      if (isDone) {
        request.state = 'done';
        request.onDone();
        return;
      }
      // A merchant is waiting in front of the editor: nothing is tried again for them.
      if (request.kind === 'lifecycle' || (status !== null && isRefusal(status))) {
        request.state = 'refused';
        return;
      }
      retry(request, 'status' in outcome ? outcome.retryAfterSeconds : undefined);
    },
    runAction(shop, clientId, handle, properties) {
      const app = o.appOf(clientId);
      const action = found(app.spec.flow?.actions, handle, 'action');
      const missing = action.fields.filter(
        ({ name, required }) => required && (properties[name] ?? '') === '',
      );
      if (missing.length > 0) {
        throw new CommerceRefusal(`${action.title} needs ${missing.map(labelOf).join(', ')}.`);
      }
      const id = `${o.random.uuid()}-${o.random.between(10_000, 99_999)}-${o.random.uuid()}`;
      const url = new URL(action.url, app.spec.applicationUrl).href;
      return send(
        { id, kind: 'action', handle, shop, clientId, url },
        {
          shop_id: o.shopOf(shop).id,
          shopify_domain: shop,
          action_run_id: id,
          action_definition_id: action.title,
          handle,
          step_reference: o.random.uuid(),
          properties,
        },
      );
    },
    repeat(id) {
      const request = requestOf(id);
      if (request.state === 'in_flight') throw new CommerceRefusal(`${id} is in flight.`);
      request.dueAt = o.clock.now();
      request.state = 'scheduled';
    },
    useTrigger(shop, clientId, handle, isUsed) {
      const { spec } = o.appOf(clientId);
      const trigger = found(spec.flow?.triggers, handle, 'trigger');
      const set = (): void => {
        const key = keyOf(shop, clientId, handle);
        if (isUsed) used.add(key);
        else used.delete(key);
      };
      const url = spec.flow?.lifecycleUrl;
      if (url == null) {
        set();
        return;
      }
      send(
        {
          id: o.random.uuid(),
          kind: 'lifecycle',
          handle,
          shop,
          clientId,
          url: new URL(url, spec.applicationUrl).href,
        },
        {
          // Shopify's example has a trigger's title here.
          flow_trigger_definition_id: trigger.title,
          has_enabled_flow: isUsed,
          shop_id: o.shopOf(shop).id,
          shopify_domain: shop,
          timestamp: new Date(o.clock.now()).toISOString(),
        },
        set,
      );
    },
    isUsed: (shop, clientId, handle) => used.has(keyOf(shop, clientId, handle)),
    received: () => received,
    requests: () => [...requests.values()],
  };

  return {
    flow,
    nextDueAt() {
      let next: EpochMs | null = null;
      for (const { dueAt } of requests.values()) {
        if (dueAt !== null && (next === null || dueAt < next)) next = dueAt;
      }
      return next;
    },
    receive(shop, app, handle, payload) {
      const trigger = app.spec.flow?.triggers.find((one) => one.handle === handle);
      if (trigger === undefined) return [`Invalid handle '${handle}'.`];
      const faults = faultsOf(trigger, payload);
      if (faults.length > 0) return faults;
      const { clientId } = app.spec;
      received.push({
        id: o.nextId(),
        at: o.clock.now(),
        shop: shop.domain,
        clientId,
        handle,
        payload,
        isUsed: flow.isUsed(shop.domain, clientId, handle),
      });
      return [];
    },
  };
}

const is2xx = (status: number): boolean => status >= 200 && status < 300;
const isRefusal = (status: number): boolean => status >= 400 && status < 500 && status !== 429;
const labelOf = ({ label }: { readonly label: string }): string => label;

function found<Spec extends FlowTriggerSpec | FlowActionSpec>(
  specs: readonly Spec[] | undefined,
  handle: string,
  what: string,
): Spec {
  const spec = specs?.find((one) => one.handle === handle);
  if (spec === undefined) throw new CommerceRefusal(`The app has no ${what} ${handle} for Flow.`);
  return spec;
}
