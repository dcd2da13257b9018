/** Where lines of text go. */
export interface Lines {
  write(line: string): void;
}

/**
 * Gathers lines and writes them together at the end of the turn of the event loop in which they came: a process
 * that answers thousands of requests a second would otherwise spend a good part of its time on writing one line
 * for each.
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
      if (gathered === '') setImmediate(flush);
      gathered += line;
    },
    flush,
  };
}
