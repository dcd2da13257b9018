/** What "Harbor & Pine" sells, and what stands on its shelves. All of it is invented. */
import type { World } from '../world/contracts/contract.ts';
import type { FulfillmentService, Location } from '../world/model.ts';
import { type Drawing, picture } from './pictures.ts';

export const COLLECTIONS = [
  'Table and kitchen',
  'Textiles',
  'Living',
  'Final sale',
  'Made to order',
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

export function stockShelves(
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
