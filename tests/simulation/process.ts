import type { Chance } from './chance.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * An operating-system process that can be killed. Everything it does passes gates; at each of them time
 * passes and the process may die. A dead process never runs again: its promises stay open for ever, no
 * `finally` runs, and its locks are gone, as after `kill -9`.
 */
export class Process {
  readonly #scheduler: Scheduler;
  readonly #chance: Chance;
  readonly #deathRate: () => number;
  readonly #onDeath: () => void;
  alive = true;

  constructor(o: {
    scheduler: Scheduler;
    chance: Chance;
    /** Probability of dying at one gate, now. */
    deathRate: () => number;
    onDeath: () => void;
  }) {
    this.#scheduler = o.scheduler;
    this.#chance = o.chance;
    this.#deathRate = o.deathRate;
    this.#onDeath = o.onDeath;
  }

  /** Lets up to `longest` milliseconds pass, and perhaps the process die. */
  async gate(longest = 20): Promise<void> {
    await this.#scheduler.pause(this.#chance.below(longest));
    if (this.alive && this.#chance.happens(this.#deathRate())) this.kill();
    if (!this.alive) await new Promise<never>(() => undefined);
  }

  kill(): void {
    if (!this.alive) return;
    this.alive = false;
    this.#onDeath();
  }

  /** The same object with a gate before and after every call of its methods. */
  gated<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (object, name) => {
        const member: unknown = Reflect.get(object, name);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]): Promise<unknown> => {
          await this.gate();
          const result: unknown = await Reflect.apply(member, object, args);
          await this.gate();
          return result;
        };
      },
    });
  }
}
