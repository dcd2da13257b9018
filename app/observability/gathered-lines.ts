/** Where lines of text go. */
export interface Lines {
  write(line: string): void;
}

/** Nobody reads a log sooner; a process that answers much writes hundreds of lines in this time. */
const GATHER_MS = 20;

/**
 * Gathers lines for a moment and writes them together: a process that answers thousands of requests a second would
 * otherwise spend a good part of its time on writing one line for each.
 */
export function gatherLines(destination: Lines): Lines & {
  /** Writes at once what has been gathered. */
  flush(): void;
} {
  let gathered = '';
  const flush = (): void => {
    if (gathered === '') return;
    const text = gathered;
    gathered = '';
    destination.write(text);
  };
  return {
    write(line) {
      // Whoever has nothing else to do ends, and writes then.
      if (gathered === '') setTimeout(flush, GATHER_MS).unref();
      gathered += line;
    },
    flush,
  };
}
