import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A moment between a client's request and the server's answer: the request has been sent and nobody
 * has acted on it yet, or it was acted on and the answer has not come back.
 */
export type Moment = 'before_acting' | 'after_acting';

/** Stops the first request that is this step, at a moment of it. */
export interface Trap {
  readonly step: string;
  readonly moment: Moment;
  /** Milliseconds until it is let go; for good when left out. */
  readonly forMs?: number;
}

/** What was seen since it began, until a trap stopped a request. */
export interface Watch {
  /**
   * The requests with the one before each: "CancelOrder after ReadOrder". How often a client asks
   * while it waits for something is chance; which request follows which is its program.
   */
  readonly steps: ReadonlySet<string>;
  /** Resolves when the trap has stopped its request; stays open when that never comes. */
  readonly stopped: Promise<void>;
  /** Whether the stopped request's client is still there and waits. */
  isHeld(): boolean;
}

/** Watches requests by their names, and holds the trap set for one of them. */
export class Traps {
  #trap: Trap | null = null;
  #watching = false;
  #previous: string | null = null;
  #steps = new Set<string>();
  #stop: () => void = () => {};
  #held: Socket | null = null;
  #asked: () => void = () => {};

  /** Ends the former watch and begins another, with a trap or without. */
  watch(trap: Trap | null): Watch {
    this.#trap = trap;
    this.#watching = true;
    this.#previous = null;
    this.#steps = new Set();
    this.#held = null;
    const stopped = new Promise<void>((resolve) => {
      this.#stop = resolve;
    });
    return {
      steps: this.#steps,
      stopped,
      isHeld: () => this.#held !== null && !this.#held.destroyed,
    };
  }

  /** Resolves with the next request, watched or not. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#asked = resolve;
    });
  }

  /** Notes a request; the moment at which it has to be stopped, or null to let it pass. */
  note(request: string): Moment | null {
    this.#asked();
    if (!this.#watching) return null;
    const step = this.#previous === null ? request : `${request} after ${this.#previous}`;
    this.#previous = request;
    this.#steps.add(step);
    if (this.#trap?.step !== step) return null;
    this.#watching = false;
    return this.#trap.moment;
  }

  /**
   * Says that the request which `client` waits for has been stopped; true once it is let go, false when it never
   * is.
   */
  async spring(client: Socket): Promise<boolean> {
    const forMs = this.#trap?.forMs;
    this.#held = client;
    this.#stop();
    if (forMs === undefined) return false;
    await sleep(forMs);
    return true;
  }
}
