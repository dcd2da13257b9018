/**
 * Fields and types of customers' data that the app is not approved for: null in the answer, which is a 200, and
 * explained beside the data. The documented example has the path, no code, and names the object:
 * "This app is not approved to access the Customer object." Source:
 * https://shopify.dev/docs/apps/launch/protected-customer-data#example-api-requests-for-protected-customer-data
 * Where the schema lets a field not be null (`Customer.displayName`), the object around it is null.
 */
import { getNamedType, GraphQLError, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { AppSpec, ProtectedField } from '../world/contracts/contract.ts';
import { sees, seesCustomers } from '../world/shop/protected-data.ts';

/** Which fields hold which of the four; a postal address is one wherever it stands. */
const FIELDS: Readonly<Record<string, ProtectedField>> = {
  'Customer.firstName': 'name',
  'Customer.lastName': 'name',
  'Customer.displayName': 'name',
  'Customer.email': 'email',
  'Customer.defaultEmailAddress': 'email',
  'Customer.phone': 'phone',
  'Customer.defaultPhoneNumber': 'phone',
  'Order.email': 'email',
  'Order.phone': 'phone',
  'MailingAddress.firstName': 'name',
  'MailingAddress.lastName': 'name',
  'MailingAddress.name': 'name',
  'MailingAddress.phone': 'phone',
};
const ADDRESSES = new Set(['MailingAddress', 'FulfillmentOrderDestination']);

/** "Orders, draft orders, refunds, transactions, and other data that relate to a single customer", as listed there. */
const CUSTOMER_DATA = new Set([
  'Customer',
  'Order',
  'Refund',
  'OrderTransaction',
  'Return',
  'Fulfillment',
  'FulfillmentOrder',
  'GiftCard',
  'OrderConnection',
  'CustomerConnection',
  'FulfillmentOrderConnection',
  'GiftCardConnection',
]);

/** Throws where the app is not approved for what a field holds. */
export function checkApproval(
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  args: unknown,
  app: AppSpec,
): void {
  if (app.protectedData === undefined) return;
  const returned = getNamedType(field.type).name;
  if (CUSTOMER_DATA.has(returned) && !seesCustomers(app)) {
    throw notApproved(returned.replace(/Connection$/, ''));
  }
  if (ADDRESSES.has(returned) && !sees(app, 'address')) throw notApproved(returned);
  const held = FIELDS[`${parent.name}.${field.name}`];
  if (held !== undefined && !sees(app, held)) throw notApproved(parent.name);
  if (parent.name === 'MailingAddress' && asksForName(args) && !sees(app, 'name')) {
    throw notApproved(parent.name);
  }
}

const asksForName = (args: unknown): boolean =>
  typeof args === 'object' && args !== null && 'withName' in args && args.withName === true;

/** Which of the four a field holds; null for none. For whoever checks documents of their own. */
export function protectedFieldOf(
  type: string,
  field: string,
  returned: string,
): ProtectedField | null {
  return ADDRESSES.has(returned) ? 'address' : (FIELDS[`${type}.${field}`] ?? null);
}

function notApproved(object: string): GraphQLError {
  return new GraphQLError(
    `This app is not approved to access the ${object} object. See https://partners.shopify.com/123/apps/456/customer_data for more details.`,
  );
}
