declare const shape: unique symbol;

/** A GraphQL document with the types of its answer and its variables, as the codegen derives them. */
export interface AdminDocument<Data, Variables> {
  readonly kind: 'query' | 'mutation';
  readonly operationName: string;
  readonly text: string;
  /**
   * What of a query's answer may be denied to the app, below the root, and null: the rest is taken all the same.
   * `protected_fields` are those that Shopify approves one by one; `anything` is for what is merely shown.
   */
  readonly mayLack?: 'protected_fields' | 'anything' | undefined;
  readonly [shape]?: { readonly data: Data; readonly variables: Variables };
}

const OPERATION = /^\s*(query|mutation)\s+(\w+)/m;

/**
 * Names the types of a document: `document<HoldMutation, HoldMutationVariables>(…)`.
 * Throws for a text without a named operation.
 */
export function document<Data, Variables>(
  text: string,
  { mayLack }: Pick<AdminDocument<Data, Variables>, 'mayLack'> = {},
): AdminDocument<Data, Variables> {
  const [, kind, operationName] = OPERATION.exec(text) ?? [];
  if ((kind !== 'query' && kind !== 'mutation') || operationName === undefined) {
    throw new Error('An Admin API document needs a named operation.');
  }
  return { kind, operationName, text, mayLack };
}
