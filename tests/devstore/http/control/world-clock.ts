import type { RequestHandler } from 'express';
import type { World } from '../../world/contracts/contract.ts';
import type { WebhookCarrier } from '../webhooks/webhook-carrier.ts';

/** Drives the world's virtual clock: it runs with the real one, and can be sent ahead of it. */
export interface WorldClock {
  /** Brings the world to this moment, runs what is due, and sends off what became due. */
  sync(): void;
  /**
   * Sends the world `ms` ahead, one happening after the other: webhooks due on the way are
   * delivered, and their retries planned, before the next thing happens. Resolves when it is there.
   */
  advanceBy: (ms: number) => Promise<void>;
  /** Lets it run with the real clock. */
  start(): void;
  stop(): void;
}

export interface WorldClockOptions {
  world: World;
  carrier: Pick<WebhookCarrier, 'pump' | 'idle'>;
  /** Called whenever the world may have moved. */
  afterSync: () => void;
  /** Milliseconds since the epoch, UTC. */
  realNow: () => number;
}

const TICK_MS = 50;

export function createWorldClock(options: WorldClockOptions): WorldClock {
  const { world, carrier, realNow } = options;
  let offset = world.now() - realNow();

  const moveTo = (at: number): void => {
    // The world never goes back, and while it is being sent ahead real time lags behind it.
    world.advanceTo(Math.max(world.now(), at));
    carrier.pump();
    options.afterSync();
  };
  const sync = (): void => moveTo(realNow() + offset);

  const advanceBy = async (ms: number): Promise<void> => {
    sync();
    const target = world.now() + ms;
    for (
      let next = world.nextHappeningAt();
      next !== null && next <= target;
      next = world.nextHappeningAt()
    ) {
      moveTo(next);
      await carrier.idle();
    }
    moveTo(target);
    offset = world.now() - realNow();
  };

  let ticker: NodeJS.Timeout | undefined;
  return {
    sync,
    advanceBy,
    start: () => {
      ticker = setInterval(sync, TICK_MS);
    },
    stop: () => clearInterval(ticker),
  };
}

/** Brings the world to the present before a request is looked at. */
export function inThePresent(clock: WorldClock): RequestHandler {
  return (_request, _response, next) => {
    clock.sync();
    next();
  };
}
