/** Writes one line. */
type Write = (fields: Record<string, unknown>, message: string) => void;

export interface RepeatLimits {
  /** How many lines of a kind are written as they come. */
  readonly atOnce: number;
  /** After this the rest is written as one, in milliseconds. */
  readonly withinMs: number;
}

interface Kind {
  written: number;
  /** Those not written since the last line. */
  withheld: number;
  last: Record<string, unknown>;
  readonly message: string;
}

/**
 * Writes the first lines of a kind and counts the rest: a database that is down makes every poll of every queue
 * fail, many times a second, and each of them says the same. As long as they keep coming one line a span says
 * how many there were (`repeated`).
 *
 * @param kindOf what makes two lines the same; null for one that is always written
 */
export function limitRepeats(
  write: Write,
  kindOf: (fields: Record<string, unknown>, message: string) => string | null,
  { atOnce, withinMs }: RepeatLimits,
): { readonly write: Write; flush(): void } {
  const kinds = new Map<string, Kind>();
  const summarise = (key: string): void => {
    const kind = kinds.get(key);
    if (!kind) return;
    if (kind.withheld === 0) {
      kinds.delete(key);
      return;
    }
    write({ ...kind.last, repeated: kind.withheld }, kind.message);
    kind.withheld = 0;
    watch(key);
  };
  function watch(key: string): void {
    setTimeout(() => summarise(key), withinMs).unref();
  }
  return {
    write(fields, message) {
      const key = kindOf(fields, message);
      if (key === null) {
        write(fields, message);
        return;
      }
      const kind = kinds.get(key);
      if (!kind) {
        kinds.set(key, { written: 1, withheld: 0, last: fields, message });
        watch(key);
      } else if (kind.written >= atOnce) {
        kind.withheld += 1;
        kind.last = fields;
        return;
      } else {
        kind.written += 1;
      }
      write(fields, message);
    },
    /** Says what was counted so far: for a process that ends. */
    flush() {
      for (const { withheld, last, message } of kinds.values()) {
        if (withheld > 0) write({ ...last, repeated: withheld }, message);
      }
      kinds.clear();
    },
  };
}
