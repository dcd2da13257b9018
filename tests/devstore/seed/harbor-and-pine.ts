/** The shop "Harbor & Pine": its places, people and ways to pay. All of it is invented. */
import type { World } from '../world/contracts/contract.ts';
import type {
  Address,
  Company,
  Customer,
  FulfillmentService,
  Location,
  Shop,
  StaffMember,
} from '../world/model.ts';
import { ALL_GATEWAYS } from './gateways.ts';
import { COLLECTIONS, stockShelves } from './harbor-and-pine-goods.ts';

export interface HarborAndPine {
  readonly shop: Shop;
  readonly domain: string;
  readonly harbor: Location;
  readonly uptown: Location;
  readonly showroom: Location;
  readonly service: FulfillmentService;
  readonly people: Readonly<Record<PersonKey, Customer>>;
  readonly company: Company;
}

/** Maya is the customer the demo signs in as. */
export type PersonKey =
  | 'maya'
  | 'jonas'
  | 'elif'
  | 'theo'
  | 'amara'
  | 'hugo'
  | 'sora'
  | 'noor'
  | 'pia';

const MINUTE = 60_000;

export function openHarborAndPine(world: World): HarborAndPine {
  const { commerce } = world;
  const shop = commerce.openShop({
    handle: 'harbor-and-pine',
    name: 'Harbor & Pine',
    email: 'hello@example.com',
    currency: 'EUR',
    timezone: 'Europe/Berlin',
    country: { code: 'DE', name: 'Germany' },
    city: 'Hamburg',
    plan: 'Advanced',
    developmentStore: true,
    taxesIncluded: true,
    locales: [
      { locale: 'en', name: 'English', primary: true, published: true },
      { locale: 'de', name: 'German', primary: false, published: true },
      { locale: 'fr', name: 'French', primary: false, published: true },
    ],
    staff: [
      staff('Lene', 'Harborfield', { accountOwner: true }),
      staff('Tarek', 'Pinewood', {
        permissions: { cancelOrders: true, refundOrders: false, refundToStoreCredit: true },
      }),
      staff('Ines', 'Marsh', {
        permissions: { cancelOrders: false, refundOrders: false, refundToStoreCredit: false },
      }),
      staff('Oskar', 'Agency', { collaborator: true }),
      staff('Jonas', 'Talberg', { locale: 'de' }),
      staff('Zofia', 'Sosnowa', { locale: 'pl' }),
    ],
  });
  const domain = shop.domain;
  const place = (name: string, city: string, fulfillsOnlineOrders = true) =>
    commerce.addLocation(domain, { name, city, countryCode: 'DE', fulfillsOnlineOrders });
  const harbor = place('Harbor warehouse', 'Hamburg');
  const uptown = place('Uptown store', 'Berlin');
  const showroom = place('Pine showroom', 'Leipzig', false);
  const service = commerce.addFulfillmentService(domain, {
    name: 'Northwind Fulfillment',
    handle: 'northwind-fulfillment',
    city: 'Hannover',
    countryCode: 'DE',
    onFulfillmentRequest: { decision: 'accept', afterMs: 3 * MINUTE },
    onCancellationRequest: { decision: 'silent', afterMs: 0 },
  });
  for (const gateway of ALL_GATEWAYS) commerce.addGateway(domain, gateway);
  for (const title of COLLECTIONS) commerce.addCollection(domain, { title });
  stockShelves(world, domain, harbor, uptown, showroom, service);
  commerce.addSellingPlan(domain, { name: 'Every month', category: 'SUBSCRIPTION' });
  commerce.addSellingPlan(domain, { name: 'Ships in January', category: 'PRE_ORDER' });
  for (const market of MARKETS) commerce.addMarket(domain, market);
  const people = addPeople(world, domain);
  const company = commerce.addCompany(domain, {
    name: 'Example Interiors',
    locationName: 'Köln studio',
    contacts: [{ customerId: people.pia.id, title: 'Buyer' }],
  });
  commerce.addPage(domain, {
    handle: 'help',
    title: 'Help with your order',
    body: '<p>Changed your mind? This is what applies to orders from our shop.</p>',
    translations: {
      de: {
        title: 'Hilfe zur Bestellung',
        body: '<p>Anders überlegt? Das gilt für Bestellungen in unserem Shop.</p>',
      },
      fr: {
        title: 'Aide à la commande',
        body: '<p>Vous avez changé d’avis ? Voici ce qui vaut pour nos commandes.</p>',
      },
    },
    appBlocks: 'all',
  });
  return { shop, domain, harbor, uptown, showroom, service, people, company };
}

function staff(
  firstName: string,
  lastName: string,
  rest: Partial<StaffMember>,
): Omit<StaffMember, 'id'> {
  const email = `${firstName.toLowerCase()}@example.com`;
  return { firstName, lastName, email, locale: 'en', accountOwner: false, ...rest };
}

const MARKETS = [
  { name: 'Germany', countries: [{ code: 'DE', name: 'Germany' }] },
  {
    name: 'International',
    countries: [
      { code: 'FR', name: 'France' },
      { code: 'GB', name: 'United Kingdom' },
      { code: 'US', name: 'United States' },
      { code: 'JP', name: 'Japan' },
      { code: 'KW', name: 'Kuwait' },
    ],
  },
];

type PersonSpec = readonly [string, string, string, string, string, string, string, string];

/** First and last name, language, street, city, post code, country and its code. */
const PEOPLE: Readonly<Record<PersonKey, PersonSpec>> = {
  maya: ['Maya', 'Lindenbrook', 'en', 'Muschelkai 4', 'Hamburg', '20457', 'Germany', 'DE'],
  jonas: ['Jonas', 'Kieferling', 'de', 'Tannenweg 12', 'Berlin', '10119', 'Germany', 'DE'],
  elif: ['Elif', 'Sandwell', 'de', 'Ankerplatz 3', 'Bremen', '28195', 'Germany', 'DE'],
  theo: ['Théo', 'Marronnier', 'fr', '8 rue des Pins', 'Lyon', '69002', 'France', 'FR'],
  amara: [
    'Amara',
    'Quillfeather',
    'en',
    '221 Sample Street',
    'London',
    'EC1A 1AA',
    'United Kingdom',
    'GB',
  ],
  hugo: [
    'Hugo',
    'Clearwater',
    'en',
    '14 Example Avenue',
    'Portland',
    '97201',
    'United States',
    'US',
  ],
  sora: ['Sora', 'Matsukaze', 'ja', '1-2-3 Rei', 'Tokyo', '100-0001', 'Japan', 'JP'],
  noor: ['Noor', 'Al-Mithal', 'en', '5 Sample Tower', 'Kuwait City', '13001', 'Kuwait', 'KW'],
  pia: ['Pia', 'Musterfrau', 'de', 'Beispielallee 9', 'Köln', '50667', 'Germany', 'DE'],
};

function addPeople(world: World, domain: string): Readonly<Record<PersonKey, Customer>> {
  const add = (key: PersonKey): Customer => {
    const [firstName, lastName, locale, address1, city, zip, country, countryCode] = PEOPLE[key];
    const defaultAddress: Address = {
      firstName,
      lastName,
      address1,
      city,
      zip,
      country,
      countryCode,
      phone: null,
    };
    return world.commerce.addCustomer(domain, {
      firstName,
      lastName,
      email: `${key}@example.com`,
      locale,
      defaultAddress,
    });
  };
  return {
    maya: add('maya'),
    jonas: add('jonas'),
    elif: add('elif'),
    theo: add('theo'),
    amara: add('amara'),
    hugo: add('hugo'),
    sora: add('sora'),
    noor: add('noor'),
    pia: add('pia'),
  };
}
