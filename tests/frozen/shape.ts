/** Every path in some JSON documents with the kinds of value found there, and in how many of its parents. */
export type Shape = ReadonlyMap<
  string,
  { readonly kinds: ReadonlySet<string>; readonly always: boolean }
>;

/**
 * The shape of documents: `requested.plan.refund.lines[].quantity` is a number, and always there. Documents of one
 * `type` or `kind` share a shape; so do parts that name theirs.
 */
export function shapeOf(documents: readonly unknown[]): Shape {
  const seen = new Map<string, { kinds: Set<string>; count: number }>();
  const visits = new Map<string, number>();

  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      value.forEach((item) => visit(item, `${path}[]`));
    } else if (typeof value === 'object' && value !== null) {
      const own = `${path}${nameOf(value)}`;
      visits.set(own, (visits.get(own) ?? 0) + 1);
      for (const [key, part] of Object.entries(value)) {
        const at = `${own}.${key}`;
        const known = seen.get(at) ?? { kinds: new Set(), count: 0 };
        known.kinds.add(kindOf(part));
        known.count += 1;
        seen.set(at, known);
        visit(part, at);
      }
    }
  };
  documents.forEach((document) => visit(document, ''));

  return new Map(
    [...seen].map(([path, { kinds, count }]) => {
      return [path, { kinds, always: count === visits.get(parentOf(path)) }];
    }),
  );
}

/** What stands apart: each of these says by a word which shape it has. */
function nameOf(value: object): string {
  const name: unknown =
    Reflect.get(value, 'type') ?? Reflect.get(value, 'kind') ?? Reflect.get(value, 'what');
  return typeof name === 'string' ? `<${name}>` : '';
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/**
 * What documents of today have that the frozen ones never had, or lack that those always had: a change of
 * format that was given no number.
 */
export function changesOf(frozen: Shape, today: Shape): readonly string[] {
  const variants = new Set([...frozen.keys()].map(parentOf));
  const added = [...today].flatMap(([path, { kinds }]) => {
    const known = frozen.get(path);
    // Of a variant that no frozen story happens to show, nothing can be said.
    if (!known && !variants.has(parentOf(path))) return [];
    if (!known) return [`${path} is new`];
    return [...kinds]
      .filter((kind) => !known.kinds.has(kind))
      .map((kind) => `${path} may be ${kind}`);
  });
  const parents = new Set([...today.keys()].map(parentOf));
  const missing = [...frozen].flatMap(([path, { always }]) => {
    return always && parents.has(parentOf(path)) && !(today.get(path)?.always ?? false)
      ? [`${path} is missing`]
      : [];
  });
  return [...added, ...missing];
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('.'));
