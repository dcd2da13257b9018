import type { Context, Sources, TypeResolvers } from '../context.ts';
import type { Address, Company, Customer } from '../../world/model.ts';
import { gid } from '../../world/gid.ts';
import { iso } from '../../world/delivery/webhook-payloads/time.ts';
import { connection, type ConnectionArgs } from '../connection.ts';
import { notSimulated } from '../not-simulated.ts';

/** `MailingAddress` */
export function mailingAddress(address: Address | null): object | null {
  if (address === null) return null;
  return {
    firstName: address.firstName,
    lastName: address.lastName,
    name: `${address.firstName} ${address.lastName}`,
    address1: address.address1,
    address2: null,
    company: null,
    city: address.city,
    zip: address.zip,
    province: null,
    provinceCode: null,
    country: address.country,
    countryCode: address.countryCode,
    countryCodeV2: address.countryCode,
    phone: address.phone,
    formatted: [
      `${address.firstName} ${address.lastName}`,
      address.address1,
      `${address.zip} ${address.city}`,
      address.country,
    ],
  };
}

const ordersOf = (customer: Customer, context: Context) =>
  [...context.shop.orders.values()].filter((order) => order.customerId === customer.id);

const customer: TypeResolvers<'Customer'> = {
  id: (customer) => gid('Customer', customer.id),
  legacyResourceId: (customer) => String(customer.id),
  displayName: (customer) => `${customer.firstName} ${customer.lastName}`,
  firstName: (customer) => customer.firstName,
  lastName: (customer) => customer.lastName,
  email: (customer) => customer.email,
  phone: (customer) => customer.phone,
  defaultEmailAddress: (customer) => ({ emailAddress: customer.email, validFormat: true }),
  defaultPhoneNumber: (customer) =>
    customer.phone === null ? null : { phoneNumber: customer.phone },
  defaultAddress: (customer) => mailingAddress(customer.defaultAddress),
  locale: (customer) => customer.locale,
  tags: (customer) => customer.tags,
  note: () => null,
  state: () => 'ENABLED',
  createdAt: (customer) => iso(customer.createdAt),
  updatedAt: (customer) => iso(customer.updatedAt),
  numberOfOrders: (customer, _args, context) => String(ordersOf(customer, context).length),
  orders: (customer, args: ConnectionArgs, context) =>
    connection(ordersOf(customer, context), args, (order) => order.id),
  storeCreditAccounts: (customer, args: ConnectionArgs) =>
    connection(
      [...customer.storeCredit.values()].map((account): Sources['StoreCreditAccount'] => ({
        kind: 'StoreCreditAccount',
        customer,
        account,
      })),
      args,
      ({ account }) => account.id,
    ),
};

const company: TypeResolvers<'Company'> = {
  id: (company: Company) => gid('Company', company.id),
  name: (company: Company) => company.name,
};

const companyContact: TypeResolvers<'CompanyContact'> = {
  id: ({ contact }) => gid('CompanyContact', contact.id),
  title: ({ contact }) => contact.title,
  customer: ({ contact }, _args, { shop }) => shop.customers.get(contact.customerId),
};

const companyLocation: TypeResolvers<'CompanyLocation'> = {
  id: ({ company }) => gid('CompanyLocation', company.locationId),
  name: ({ company }) => company.locationName,
  company: ({ company }) => company,
  /** Every contact of a company holds one role, at its only location. */
  roleAssignments: ({ company }, args: ConnectionArgs & { readonly query?: string | null }) => {
    if (args.query != null) throw notSimulated('CompanyLocation.roleAssignments(query:)');
    return connection(
      company.contacts.map((contact) => {
        const source: Sources['CompanyContact'] = { kind: 'CompanyContact', contact };
        return {
          id: gid('CompanyContactRoleAssignment', contact.id),
          company,
          companyContact: source,
        };
      }),
      args,
      ({ id }) => id,
    );
  },
};

export const customerResolvers = {
  Customer: customer,
  Company: company,
  CompanyContact: companyContact,
  CompanyLocation: companyLocation,
};
