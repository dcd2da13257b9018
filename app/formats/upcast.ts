/** A stored document as JSON gives it back: its shape is known once it has been through every step. */
export type StoredDocument = Readonly<Record<string, unknown>>;

/**
 * The way up of one kind of document: the step at index n reads format n and gives format n + 1. Steps are
 * never changed once they were released, and never removed: somewhere a row is still stored that way.
 */
export type Steps = readonly ((document: StoredDocument) => StoredDocument)[];

/**
 * A document of any format in the newest one, which is as many as there are steps. Throws `NewerFormat` on one
 * that a newer release stored: while two releases run side by side the older one leaves such work alone, and
 * the queue gives it to the newer one.
 */
export function upcast(
  what: string,
  steps: Steps,
  format: number,
  document: StoredDocument,
): StoredDocument {
  if (format > steps.length) throw new NewerFormat(what, format, steps.length);
  return steps.slice(format).reduce((upgraded, step) => step(upgraded), document);
}

/** A newer release of the app is running beside this one, or was rolled back. */
export class NewerFormat extends Error {
  override readonly name = 'NewerFormat';

  constructor(what: string, format: number, known: number) {
    super(
      `${what} of format ${format} was stored by a newer release; this one reads up to ${known}.`,
    );
  }
}

/**
 * The step to a format with one more field.
 *
 * @param path the names that lead to it; where one holds a list, it is a field of each entry (`rules.fee`)
 * @param value what a document says in it that was stored before there was one
 */
export const gains =
  (path: string, value: unknown) =>
  (stored: StoredDocument): StoredDocument => {
    const [field = '', ...inside] = path.split('.');
    if (inside.length === 0) return { ...stored, [field]: value };
    const add = gains(inside.join('.'), value);
    const within = (part: unknown): unknown =>
      Array.isArray(part) ? part.map(within) : isDocument(part) ? add(part) : part;
    return { ...stored, [field]: within(stored[field]) };
  };

/** Whether a part of a document is an object of its own. */
export const isDocument = (part: unknown): part is StoredDocument =>
  typeof part === 'object' && part !== null && !Array.isArray(part);
