import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { loadOfficialSchema } from '../fetched/official-schema.ts';
import { actualCost, requestedCost } from './cost.ts';

const { schema } = await loadOfficialSchema();

function prepared(query: string) {
  const document = parse(query);
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('No operation.');
  return [schema, document, operation] as const;
}

const requested = (query: string): number => requestedCost(...prepared(query), {});
const actual = (query: string, data: unknown): number => actualCost(...prepared(query), {}, data);

const CUSTOMERS = `{ customers(first: 3) {
  edges { cursor node {
    id amountSpent { amount } defaultEmailAddress { emailAddress }
    defaultPhoneNumber { phoneNumber } defaultAddress { city }
  } }
  pageInfo { hasNextPage endCursor }
} }`;
const ORDERS_AND_COUNT = `{
  existing: order(id: "gid://shopify/Order/1") { email tags }
  visible: orders(first: 5) { nodes { email tags } pageInfo { hasNextPage } }
  total: ordersCount { count precision }
}`;
const COMPANIES = `mutation {
  acme: companyCreate(input: { company: { name: "A" } }) {
    company {
      id
      mainContact { id roleAssignments(first: 5) { nodes { id role { id } companyLocation { id } } } }
      contactRoles(first: 5) { nodes { id } }
      locations(first: 5) { nodes { id } }
    }
    userErrors { field message code }
  }
  zeta: companyCreate(input: { company: { name: "Z" } }) {
    company { id locations(first: 5) { nodes { id } } }
    userErrors { field message code }
  }
}`;

// What the live platform asked for the same queries: github.com/airhorns/shopify-draft-proxy,
// fixtures/conformance (customers-catalog, draft-orders-status-query-read, b2b-connection-arguments,
// order-live-hybrid-mixed-catalog, order cancel).
test.each([
  ['pages by the logarithm of their size, amounts and addresses free', CUSTOMERS, 8],
  [
    'a count by itself',
    '{ draftOrders(first: 5) { nodes { id name } } draftOrdersCount { count } }',
    15,
  ],
  ['an order, a page and a count', ORDERS_AND_COUNT, 16],
  ['pages within what a mutation answers', COMPANIES, 47],
  [
    'objects below what a mutation answers',
    `mutation { companyContactAssignRole(companyContactId: "1", companyContactRoleId: "1", companyLocationId: "1") {
       companyContactRoleAssignment { id companyContact { id } companyLocation { id } role { id } }
       userErrors { field }
     } }`,
    13,
  ],
  [
    'a mutation with its own answer',
    `mutation { orderCancel(orderId: "1", reason: OTHER, restock: false) {
       job { id done } orderCancelUserErrors { field } userErrors { field }
     } }`,
    10,
  ],
])('a query is charged as recorded: %s', (_what, query, recorded) => {
  expect(requested(query)).toBe(recorded);
});

test('nested pages multiply', () => {
  const page = (size: number, inner: string) => `(first: ${size}) { nodes { id ${inner} } }`;
  // 2 + 9 nodes of 1 + (2 + 7 nodes of 1)
  expect(requested(`{ orders${page(100, `lineItems${page(50, '')}`)} }`)).toBe(2 + 9 * (1 + 2 + 7));
});

test('of an abstract type the dearest member is charged, beside what all members share', () => {
  const members =
    '... on Order { id customer { id } app { id } } ... on Product { id category { id } }';
  expect(requested(`{ node(id: "1") { id ${members} } }`)).toBe(1 + 2);
});

test('what did not come back is not charged', () => {
  const node = { email: 'a@example.com', tags: [] };
  const data = {
    existing: node,
    visible: { nodes: [node, node], pageInfo: { hasNextPage: false } },
    total: { count: 2, precision: 'EXACT' },
  };
  // Recorded: 15.
  expect(Math.abs(actual(ORDERS_AND_COUNT, data) - 15)).toBeLessThanOrEqual(1);
  expect(actual(ORDERS_AND_COUNT, data)).toBeLessThan(requested(ORDERS_AND_COUNT));
});

test('what is missing or empty is charged as itself, but for an address', () => {
  const line = { id: '1', customAttributes: [], variant: null, taxLines: [] };
  const data = {
    order: {
      id: '1',
      customAttributes: [],
      customer: { id: '1' },
      billingAddress: null,
      shippingAddress: null,
      lineItems: { nodes: [line] },
    },
  };
  const query = `{ order(id: "1") {
    id customAttributes { key } customer { id } billingAddress { city } shippingAddress { city }
    lineItems(first: 10) { nodes { id customAttributes { key } variant { id } taxLines { title } } }
  } }`;
  // Recorded (order-live-hybrid-mixed-catalog).
  expect(actual(query, data)).toBe(9);
});

test('what came back of nested pages is charged by its own sizes', () => {
  const location = { id: '1', role: { id: '1' }, companyLocation: { id: '1' } };
  const one = { nodes: [location] };
  const data = {
    acme: {
      company: {
        id: '1',
        mainContact: { id: '1', roleAssignments: one },
        contactRoles: { nodes: [location, location] },
        locations: one,
      },
      userErrors: [],
    },
    zeta: { company: { id: '2', locations: one }, userErrors: [] },
  };
  // Recorded: 36.
  expect(Math.abs(actual(COMPANIES, data) - 36)).toBeLessThanOrEqual(1);
});
