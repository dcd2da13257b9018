import { expect, test } from 'vitest';

import { findDocuments } from './graphql-documents.ts';

test('every template that begins with the mark is a document', () => {
  const source = [
    'const a = `#graphql query A { shop { id } }`;',
    'const b = { inner: [`#graphql query B { shop { id } }`] };',
    'const other = `query C { shop { id } }`;',
  ].join('\n');
  expect(findDocuments('x.ts', source)).toEqual([
    '#graphql query A { shop { id } }',
    '#graphql query B { shop { id } }',
  ]);
});

test('a fragment put in by name is left to the place that declares it', () => {
  const source = 'const q = `#graphql\n  query A { shop { ...S } }\n  ${SHOP}`;';
  expect(findDocuments('x.ts', source)).toEqual(['#graphql\n  query A { shop { ...S } }\n  ']);
});

test('a document that is only known at run time is refused', () => {
  const source = 'const q = `#graphql query A { shop { ${field()} } }`;';
  expect(() => findDocuments('x.ts', source)).toThrow('x.ts: a GraphQL document');
});
