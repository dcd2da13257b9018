/** What an extension reads: `value`, and `subscribe` for changes. */
interface SignalLike<Value> {
  value: Value;
  subscribe(listener: (value: Value) => void): () => void;
}

type SignalClass = new <Value>(value: Value) => SignalLike<Value>;

class PlainSignal<Value> implements SignalLike<Value> {
  #value: Value;
  readonly #listeners = new Set<(value: Value) => void>();

  constructor(value: Value) {
    this.#value = value;
  }

  get value(): Value {
    return this.#value;
  }

  set value(value: Value) {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of this.#listeners) listener(value);
  }

  /** Calls the listener at once and at each change, as `@preact/signals` does. */
  subscribe(listener: (value: Value) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#value);
    return () => this.#listeners.delete(listener);
  }
}

/** One value of the API. The signal an extension sees is of the class it brought, if it did. */
export interface Cell<Value> {
  readonly signal: SignalLike<Value>;
  set(value: Value): void;
}

export interface Cells {
  cell<Value>(value: Value): Cell<Value>;
  /** Makes every signal, past and future, one of `signalClass`. */
  adopt(signalClass: unknown): void;
}

function isSignalClass(candidate: unknown): candidate is SignalClass {
  return typeof candidate === 'function';
}

/**
 * A family of cells. `@shopify/ui-extensions/preact` hands its own Signal class to
 * `shopify.setSignals` before anything is read, so that components re-render when a value changes.
 */
export function createCells(): Cells {
  let signalClass: SignalClass = PlainSignal;
  const adopters = new Set<() => void>();
  return {
    cell<Value>(value: Value): Cell<Value> {
      let current: SignalLike<Value> = new signalClass(value);
      adopters.add(() => {
        const adopted = new signalClass(current.value);
        // Whoever kept the earlier signal still sees every change.
        const earlier = current;
        adopted.subscribe((next) => {
          earlier.value = next;
        });
        current = adopted;
      });
      return {
        get signal() {
          return current;
        },
        set(next) {
          current.value = next;
        },
      };
    },
    adopt(candidate) {
      if (!isSignalClass(candidate)) throw new TypeError('setSignals needs a Signal class.');
      signalClass = candidate;
      for (const adopt of adopters) adopt();
    },
  };
}
