declare const shape: unique symbol;

/** A GraphQL document with the types of its answer and its variables, as the codegen derives them. */
export interface AdminDocument<Data, Variables> {
  readonly kind: 'query' | 'mutation';
  readonly operationName: string;
  readonly text: string;
  /** It asks for protected data: what the shop has not granted of it is null, and the rest is taken. */
  readonly isProtected?: boolean;
  readonly [shape]?: { readonly data: Data; readonly variables: Variables };
}

const OPERATION = /^\s*(query|mutation)\s+(\w+)/m;

/**
 * Names the types of a document: `document<HoldMutation, HoldMutationVariables>(…)`.
 * Throws for a text without a named operation.
 */
export function document<Data, Variables>(
  text: string,
  { isProtected = false } = {},
): AdminDocument<Data, Variables> {
  const [, kind, operationName] = OPERATION.exec(text) ?? [];
  if ((kind !== 'query' && kind !== 'mutation') || operationName === undefined) {
    throw new Error('An Admin API document needs a named operation.');
  }
  return { kind, operationName, text, isProtected };
}
