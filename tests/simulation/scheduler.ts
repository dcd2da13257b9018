import type { World } from 'devstore/world';

import type { EpochMs } from '../../app/domain/time.ts';

interface Task {
  readonly at: EpochMs;
  readonly order: number;
  readonly run: () => void;
}

/**
 * The virtual clock. Exactly one thing happens at a time, in the order of its instant; what it sets in motion
 * runs to the end before the next, so that a run depends on nothing but its seed.
 */
export class Scheduler {
  readonly #world: World;
  readonly #tasks: Task[] = [];
  #order = 0;

  constructor(world: World) {
    this.#world = world;
  }

  now(): EpochMs {
    return this.#world.now();
  }

  /** Plans something for an instant; the past means now. */
  at(at: EpochMs, run: () => void): void {
    this.#tasks.push({ at: Math.max(at, this.now()), order: (this.#order += 1), run });
  }

  after(delay: number, run: () => void): void {
    this.at(this.now() + delay, run);
  }

  /** A pause on the virtual clock. */
  pause(delay: number): Promise<void> {
    return new Promise((resolve) => this.after(delay, resolve));
  }

  /**
   * Runs until nothing is planned, `isOver` says so, or the clock reaches `horizon`. `work` is called
   * whenever something may have become due; `worksAt` says when it wants to be called at the latest.
   */
  async run(
    horizon: EpochMs,
    o: { isOver: () => boolean; work: () => void; worksAt: () => EpochMs | null },
  ): Promise<void> {
    for (;;) {
      await settled();
      if (o.isOver()) return;
      o.work();
      const task = this.#earliest();
      const due = Math.min(
        task?.at ?? Infinity,
        this.#world.nextHappeningAt() ?? Infinity,
        o.worksAt() ?? Infinity,
      );
      if (due > horizon) return;
      this.#world.advanceTo(Math.max(due, this.now()));
      if (task && task.at <= this.now()) {
        this.#tasks.splice(this.#tasks.indexOf(task), 1);
        task.run();
      }
    }
  }

  #earliest(): Task | null {
    return this.#tasks.reduce<Task | null>(
      (best, task) =>
        !best || task.at < best.at || (task.at === best.at && task.order < best.order)
          ? task
          : best,
      null,
    );
  }
}

/** Resolves when every promise that can go on without the clock has done so. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
