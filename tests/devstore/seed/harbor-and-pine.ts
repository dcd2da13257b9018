/** The shop "Harbor & Pine": its places, goods, people and ways to pay. All of it is invented. */
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
import { picture, type Drawing } from './pictures.ts';

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
  'maya' | 'jonas' | 'elif' | 'theo' | 'amara' | 'hugo' | 'sora' | 'noor' | 'pia';

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

const COLLECTIONS = ['Table and kitchen', 'Textiles', 'Living', 'Final sale', 'Made to order'];

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

/** The collection of each product type. */
const COLLECTION_OF: Readonly<Record<string, string>> = {
  Tableware: 'table-and-kitchen',
  Kitchen: 'table-and-kitchen',
  Textiles: 'textiles',
  Lighting: 'living',
  Decor: 'living',
  Storage: 'living',
  Furniture: 'living',
  'Home fragrance': 'living',
  Plants: 'living',
};

/** The collection of each tag that takes goods out of the ordinary. */
const COLLECTION_OF_TAG: Readonly<Record<string, string>> = {
  'final-sale': 'final-sale',
  'made-to-order': 'made-to-order',
};

interface Goods {
  readonly title: string;
  readonly type: string;
  readonly drawing: Drawing;
  readonly ground: string;
  readonly tags?: readonly string[];
  /** SKU, variant title, price in cents, units at the harbor and uptown. */
  readonly variants: readonly (readonly [string, string, number, number, number])[];
  readonly kind?: 'served' | 'digital' | 'made_to_order' | 'gift_card';
}

const GOODS: readonly Goods[] = [
  {
    title: 'Stoneware mug',
    type: 'Tableware',
    drawing: 'mug',
    ground: '#f3e9e2',
    variants: [
      ['HP-MUG-TER', 'Terracotta', 1_890, 84, 22],
      ['HP-MUG-SEA', 'Sea glass', 1_890, 61, 18],
    ],
  },
  {
    title: 'Serving bowl',
    type: 'Tableware',
    drawing: 'bowl',
    ground: '#e6eef4',
    variants: [['HP-BOWL', 'Default Title', 3_490, 47, 12]],
  },
  {
    title: 'Water jug',
    type: 'Tableware',
    drawing: 'jug',
    ground: '#eef2f4',
    variants: [['HP-JUG', 'Default Title', 2_990, 33, 9]],
  },
  {
    title: 'Reading lamp',
    type: 'Lighting',
    drawing: 'lamp',
    ground: '#f6f0e0',
    variants: [
      ['HP-LAMP-BRASS', 'Brass', 11_900, 14, 5],
      ['HP-LAMP-BLACK', 'Black', 10_900, 19, 6],
    ],
  },
  {
    title: 'Wool throw',
    type: 'Textiles',
    drawing: 'throwBlanket',
    ground: '#eaf1ea',
    variants: [['HP-THROW', 'Default Title', 8_900, 26, 11]],
  },
  {
    title: 'Linen cushion',
    type: 'Textiles',
    drawing: 'cushion',
    ground: '#f6ebe6',
    variants: [
      ['HP-CUSH-45', '45 × 45 cm', 3_900, 52, 20],
      ['HP-CUSH-60', '60 × 60 cm', 5_200, 38, 14],
    ],
  },
  {
    title: 'Bath towel',
    type: 'Textiles',
    drawing: 'towel',
    ground: '#e8f1f8',
    variants: [['HP-TOWEL', 'Default Title', 2_490, 90, 40]],
  },
  {
    title: 'Oak serving board',
    type: 'Kitchen',
    drawing: 'board',
    ground: '#f3ece4',
    variants: [['HP-BOARD', 'Default Title', 4_590, 41, 16]],
  },
  {
    title: 'Soy candle',
    type: 'Home fragrance',
    drawing: 'candle',
    ground: '#f7f1e6',
    variants: [
      ['HP-CANDLE-PINE', 'Pine', 1_650, 120, 44],
      ['HP-CANDLE-SALT', 'Sea salt', 1_650, 97, 39],
    ],
  },
  {
    title: 'Glazed vase',
    type: 'Decor',
    drawing: 'vase',
    ground: '#e7f0ed',
    variants: [['HP-VASE', 'Default Title', 5_950, 18, 7]],
  },
  {
    title: 'Wall clock',
    type: 'Decor',
    drawing: 'clock',
    ground: '#eeeceb',
    variants: [['HP-CLOCK', 'Default Title', 7_900, 15, 4]],
  },
  {
    title: 'Rattan basket',
    type: 'Storage',
    drawing: 'basket',
    ground: '#f5eee0',
    variants: [['HP-BASKET', 'Default Title', 4_250, 22, 8]],
  },
  {
    title: 'Row of hooks',
    type: 'Storage',
    drawing: 'hook',
    ground: '#f3ece4',
    variants: [['HP-HOOKS', 'Default Title', 3_290, 31, 10]],
  },
  {
    title: 'Round mirror',
    type: 'Decor',
    drawing: 'mirror',
    ground: '#e9f0f3',
    variants: [['HP-MIRROR', 'Default Title', 13_900, 9, 3]],
    kind: 'served',
  },
  {
    title: 'Beech stool',
    type: 'Furniture',
    drawing: 'stool',
    ground: '#f4ede5',
    variants: [['HP-STOOL', 'Default Title', 16_900, 24, 0]],
    kind: 'served',
  },
  {
    title: 'Potted olive',
    type: 'Plants',
    drawing: 'plant',
    ground: '#eaf1ea',
    tags: ['final-sale'],
    variants: [['HP-OLIVE', 'Default Title', 6_400, 12, 0]],
    kind: 'served',
  },
  {
    title: 'Engraved oak sign',
    type: 'Decor',
    drawing: 'board',
    ground: '#efe6dc',
    tags: ['personalised', 'made-to-order'],
    variants: [['HP-SIGN', 'Default Title', 5_400, 0, 0]],
    kind: 'made_to_order',
  },
  {
    title: 'Weaving pattern',
    type: 'Download',
    drawing: 'pattern',
    ground: '#eef1f5',
    tags: ['digital'],
    variants: [['HP-PATTERN', 'Default Title', 950, 0, 0]],
    kind: 'digital',
  },
  {
    title: 'Gift card',
    type: 'Gift card',
    drawing: 'giftCard',
    ground: '#ecebe8',
    variants: [['HP-GIFT-50', '50', 5_000, 0, 0]],
    kind: 'gift_card',
  },
];

function stockShelves(
  world: World,
  domain: string,
  harbor: Location,
  uptown: Location,
  showroom: Location,
  service: FulfillmentService,
): void {
  for (const goods of GOODS) {
    const served = goods.kind === 'served';
    const counted = goods.kind === undefined || served;
    const shipped = goods.kind !== 'digital' && goods.kind !== 'gift_card';
    world.commerce.addProduct(domain, {
      title: goods.title,
      productType: goods.type,
      tags: goods.tags ?? [],
      collections: [
        COLLECTION_OF[goods.type],
        ...(goods.tags ?? []).map((t) => COLLECTION_OF_TAG[t]),
      ].filter((handle) => handle !== undefined),
      imageUrl: picture(goods.drawing, goods.ground),
      isGiftCard: goods.kind === 'gift_card',
      variants: goods.variants.map(([sku, title, priceInShopCurrency, first, second]) => ({
        sku,
        title,
        priceInShopCurrency,
        requiresShipping: shipped,
        taxable: goods.kind !== 'gift_card',
        tracked: counted,
        stock: served
          ? { [service.locationId]: first }
          : counted
            ? { [harbor.id]: first, [uptown.id]: second, [showroom.id]: 2 }
            : {},
      })),
    });
  }
}

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
