/** A shop with ten lamps on its shelf. */
export function seed({ commerce }) {
  const { domain } = commerce.openShop({
    handle: 'lamps',
    name: 'Lamps & Co',
    email: 'hello@example.com',
    currency: 'EUR',
    timezone: 'Europe/Berlin',
    country: { code: 'DE', name: 'Germany' },
    city: 'Berlin',
    staff: [
      {
        firstName: 'Ada',
        lastName: 'Berg',
        email: 'ada@example.com',
        locale: 'en',
        accountOwner: true,
      },
    ],
  });
  const shelf = commerce.addLocation(domain, {
    name: 'Shelf',
    city: 'Berlin',
    countryCode: 'DE',
  });
  commerce.addGateway(domain, {
    name: 'shopify_payments',
    formattedName: 'Shopify Payments',
    behaviour: 'card',
    refundSettlesAfterMs: null,
    authorizationLastsMs: 7 * 24 * 3_600_000,
  });
  commerce.addProduct(domain, {
    title: 'Lamp',
    variants: [{ sku: 'LAMP', priceInShopCurrency: 4_990, stock: { [shelf.id]: 10 } }],
  });
}
