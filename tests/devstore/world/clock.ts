/** Virtual time and everything that waits for it. */
import type { EpochMs } from './model.ts';

export interface Clock {
  readonly now: () => EpochMs;
  /** Runs `happening` when the clock reaches `at` (at once is not possible: the clock must move). */
  schedule(at: EpochMs, happening: () => void): void;
  readonly advanceTo: (at: EpochMs) => void;
  nextDueAt(): EpochMs | null;
}

interface Planned {
  readonly due: EpochMs;
  readonly sequence: number;
  readonly run: () => void;
}

export function createClock(startAt: EpochMs): Clock {
  let now = startAt;
  let sequence = 0;
  const heap: Planned[] = [];

  return {
    now: () => now,
    schedule(at, run) {
      sequence += 1;
      push(heap, { due: Math.max(at, now), sequence, run });
    },
    advanceTo(at) {
      if (at < now) throw new RangeError(`The clock stands at ${now} and cannot go back to ${at}.`);
      for (let first = heap[0]; first !== undefined && first.due <= at; first = heap[0]) {
        pop(heap);
        now = Math.max(now, first.due);
        first.run();
      }
      now = at;
    },
    nextDueAt: () => heap[0]?.due ?? null,
  };
}

function isBefore(a: Planned, b: Planned): boolean {
  return a.due < b.due || (a.due === b.due && a.sequence < b.sequence);
}

function push(heap: Planned[], planned: Planned): void {
  let index = heap.push(planned) - 1;
  while (index > 0) {
    const above = (index - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !isBefore(planned, parent)) return;
    heap[above] = planned;
    heap[index] = parent;
    index = above;
  }
}

function pop(heap: Planned[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  heap[0] = last;
  for (;;) {
    let child = 2 * index + 1;
    const right = heap[child + 1];
    let smallest = heap[child];
    if (smallest === undefined) return;
    if (right !== undefined && isBefore(right, smallest)) {
      child += 1;
      smallest = right;
    }
    if (!isBefore(smallest, last)) return;
    heap[index] = smallest;
    heap[child] = last;
    index = child;
  }
}
