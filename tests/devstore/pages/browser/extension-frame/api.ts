import type { ExtensionStart, HostMethods, Money, OrderStatusData } from '../extension-contract.ts';
import type { Port } from '../port.ts';
import { createI18n } from './i18n.ts';
import { createCells, type Cell, type Cells } from './signals.ts';

type Render = (api: object) => unknown;

/** The `shopify` global of one target, and what the runtime needs to drive it. */
export interface ExtensionApi {
  shopify: object;
  /** What the script registered for this target. */
  entry(): Render | null;
  update(orderStatus: OrderStatusData | null): void;
}

/** Fails loudly where the devstore has nothing to answer with. */
function notSimulated(what: string): () => Promise<never> {
  return () => Promise.reject(new Error(`The devstore does not simulate ${what}.`));
}

function createStorage(host: Port<HostMethods>, names: 'customer-account' | 'admin'): object {
  const read = async (key: string): Promise<unknown> => {
    const text = await host.call('storageRead', { key });
    return text === null ? null : JSON.parse(text);
  };
  const write = async (key: string, value: unknown): Promise<void> => {
    await host.call('storageWrite', { key, value: JSON.stringify(value) });
  };
  const remove = async (key: string): Promise<boolean> => {
    const present = (await host.call('storageRead', { key })) !== null;
    await host.call('storageDelete', { key });
    return present;
  };
  if (names === 'customer-account') {
    return {
      read,
      write,
      delete: async (key: string) => {
        await remove(key);
      },
    };
  }
  return { get: async (key: string) => (await read(key)) ?? undefined, set: write, delete: remove };
}

/** The order status page's signals, as `OrderStatusApi` names them. */
function orderStatusSignals(
  cells: Cells,
  start: ExtensionStart,
): { properties: Record<string, () => unknown>; update: (data: OrderStatusData | null) => void } {
  const data = start.orderStatus;
  const zero: Money = { amount: 0, currencyCode: start.currency };
  const order = cells.cell(data?.order);
  const lines = cells.cell(data ? cartLines(data) : []);
  const subtotal = cells.cell(data?.subtotalAmount ?? zero);
  const shipping = cells.cell(data?.totalShippingAmount);
  const tax = cells.cell(data?.totalTaxAmount);
  const total = cells.cell(data?.totalAmount ?? zero);
  const note = cells.cell(data?.note);
  const appMetafields = cells.cell(data?.appMetafields ?? []);
  const shippingAddress = cells.cell(data?.shippingAddress);
  const billingAddress = cells.cell(data?.billingAddress);
  const authenticationState = cells.cell(start.authenticationState);
  const signal =
    <Value>(cell: Cell<Value>) =>
    () =>
      cell.signal;
  return {
    properties: {
      order: signal(order),
      lines: signal(lines),
      note: signal(note),
      appMetafields: signal(appMetafields),
      shippingAddress: signal(shippingAddress),
      billingAddress: signal(billingAddress),
      authenticationState: signal(authenticationState),
      cost: () => ({
        subtotalAmount: subtotal.signal,
        totalShippingAmount: shipping.signal,
        totalTaxAmount: tax.signal,
        totalAmount: total.signal,
      }),
    },
    update(next) {
      if (!next) return;
      order.set(next.order);
      lines.set(cartLines(next));
      subtotal.set(next.subtotalAmount);
      shipping.set(next.totalShippingAmount);
      tax.set(next.totalTaxAmount);
      total.set(next.totalAmount);
      note.set(next.note);
      appMetafields.set(next.appMetafields);
    },
  };
}

function cartLines(data: OrderStatusData): object[] {
  return data.lines.map((line) => ({
    id: line.id,
    quantity: line.quantity,
    cost: { totalAmount: line.totalAmount },
    attributes: [],
    discountAllocations: [],
    lineComponents: [],
    merchandise: {
      type: 'variant',
      id: line.variantId,
      title: line.title,
      subtitle: line.subtitle,
      sku: line.sku,
      image: line.imageUrl === undefined ? undefined : { url: line.imageUrl, altText: line.title },
      selectedOptions: [],
      product: { id: line.productId, vendor: '', productType: '' },
      requiresShipping: line.requiresShipping,
    },
  }));
}

function customerAccountProperties(
  cells: Cells,
  start: ExtensionStart,
  host: Port<HostMethods>,
): Record<string, () => unknown> {
  const language = cells.cell({ isoCode: start.language });
  const extensionLanguage = cells.cell({ isoCode: start.extensionLanguage });
  const country = cells.cell({ isoCode: start.country });
  const currency = cells.cell({ isoCode: start.currency });
  const timezone = cells.cell(start.timezone);
  const market = cells.cell(undefined);
  const customer = cells.cell(start.customerId === null ? undefined : { id: start.customerId });
  const purchasingCompany = cells.cell(undefined);
  const settings = cells.cell(start.settings);
  const capabilities = cells.cell(start.capabilities);
  const rendered = cells.cell(true);
  const analytics = {
    publish: () => Promise.resolve(true),
    visitor: () => Promise.resolve({ type: 'success' }),
  };
  const toast = {
    show: async (message: string) => {
      await host.call('toast', { message });
      return { hide: () => undefined };
    },
  };
  return {
    extensionPoint: () => start.target,
    extension: () => ({
      apiVersion: start.apiVersion,
      capabilities: capabilities.signal,
      rendered: rendered.signal,
      scriptUrl: start.scriptUrl,
      target: start.target,
    }),
    authenticatedAccount: () => ({
      customer: customer.signal,
      purchasingCompany: purchasingCompany.signal,
    }),
    localization: () => ({
      language: language.signal,
      extensionLanguage: extensionLanguage.signal,
      country: country.signal,
      currency: currency.signal,
      timezone: timezone.signal,
      market: market.signal,
    }),
    settings: () => settings.signal,
    sessionToken: () => ({ get: () => host.call('token', null) }),
    analytics: () => analytics,
    toast: () => toast,
    intents: () => ({ invoke: notSimulated('intents') }),
    query: () => notSimulated('the Storefront API (shopify.query)'),
    version: () => start.apiVersion,
    storage: () => createStorage(host, 'customer-account'),
    shop: () => start.shop,
  };
}

function adminProperties(
  start: ExtensionStart,
  host: Port<HostMethods>,
): Record<string, () => unknown> {
  const toast = {
    show: (message: string, options: { isError?: boolean; duration?: number } = {}) => {
      void host.call('toast', { message, ...options });
    },
    hide: () => undefined,
  };
  return {
    extension: () => ({ target: start.target }),
    auth: () => ({ idToken: () => host.call('token', null) }),
    data: () => ({ selected: start.selected }),
    intents: () => ({ invoke: notSimulated('intents') }),
    query: () => notSimulated('direct API access (shopify.query)'),
    resourcePicker: () => notSimulated('the resource picker'),
    picker: () => notSimulated('the picker'),
    storage: () => createStorage(host, 'admin'),
    toast: () => toast,
    navigation: () => ({
      navigate: (url: string | URL) => {
        void host.call('navigate', { url: String(url), newTab: false });
      },
    }),
  };
}

/**
 * Builds the `shopify` global for one target: the properties that target has and no others. Sources:
 * `ShopifyGlobal`, `StandardApi`, `OrderStatusApi`, `ActionExtensionApi` and `BlockExtensionApi` in
 * `@shopify/ui-extensions`.
 */
export function createExtensionApi(start: ExtensionStart, host: Port<HostMethods>): ExtensionApi {
  const cells = createCells();
  const registered = new Map<string, Render>();
  const orderStatus = orderStatusSignals(cells, start);
  const isAction = start.target.endsWith('action.render');
  const isOrderAction = start.target.startsWith('customer-account.order.action.');

  const i18n = createI18n(start);
  const close = (): void => {
    void host.call('close', null);
  };
  const properties: Record<string, () => unknown> = {
    ...(start.surface === 'admin'
      ? adminProperties(start, host)
      : customerAccountProperties(cells, start, host)),
    ...(start.target.startsWith('customer-account.order-status.')
      ? {
          ...orderStatus.properties,
          requireLogin: () => () => host.call('requireLogin', null),
        }
      : {}),
    ...(isOrderAction ? { orderId: () => start.orderId } : {}),
    ...(isAction ? { close: () => close } : {}),
    i18n: () => i18n,
  };

  const shopify = {
    extend(target: string, render: Render): void {
      registered.set(target, render);
    },
    reload(): void {
      location.reload();
    },
    setSignals(signalClass: unknown): void {
      cells.adopt(signalClass);
    },
  };
  for (const [name, get] of Object.entries(properties)) {
    Object.defineProperty(shopify, name, { enumerable: true, get });
  }
  return {
    shopify,
    entry: () => registered.get(start.target) ?? null,
    update: orderStatus.update,
  };
}
