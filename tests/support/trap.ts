/**
 * A moment between a client's request and the server's answer: the request has been sent and nobody
 * has acted on it yet, or it was acted on and the answer has not come back.
 */
export type Moment = 'before_acting' | 'after_acting';

/** Stops the `nth` request, counted from when the trap is set, at a moment of it, for good. */
export interface Trap {
  readonly nth: number;
  readonly moment: Moment;
}

/** A trap that waits for its request. Without one every request passes. */
export class TrapHolder {
  #trap: Trap | null = null;
  #seen = 0;
  #sprung: (request: string) => void = () => {};

  /** Sets a trap in place of any other. Resolves to the name of the request it stopped. */
  set(trap: Trap): Promise<string> {
    this.#trap = trap;
    this.#seen = 0;
    return new Promise((resolve) => {
      this.#sprung = resolve;
    });
  }

  /** Takes the trap away: what it was set for never comes, and `set` stays open. */
  clear(): void {
    this.#trap = null;
  }

  /** Counts a request; the moment at which it has to be stopped, or null to let it pass. */
  count(): Moment | null {
    this.#seen += 1;
    return this.#trap?.nth === this.#seen ? this.#trap.moment : null;
  }

  /** Says that a request has been stopped. */
  spring(request: string): void {
    this.#trap = null;
    this.#sprung(request);
  }
}
