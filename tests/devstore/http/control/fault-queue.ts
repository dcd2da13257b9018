/** A fault that strikes the next `times` occasions. */
export interface CountedFault {
  times: number;
}

/** Faults waiting for the next occasions, in the order in which they were asked for. */
export class FaultQueue<Fault extends CountedFault> {
  #waiting: Fault[] = [];

  inject(fault: Fault): void {
    this.#waiting.push({ ...fault });
  }

  list(): readonly Fault[] {
    return this.#waiting;
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault that strikes this occasion, used up by one; null when none waits. */
  next(): Fault | null {
    const [fault] = this.#waiting;
    if (fault === undefined) return null;
    if (fault.times <= 1) this.#waiting.shift();
    else this.#waiting[0] = { ...fault, times: fault.times - 1 };
    return fault;
  }
}
