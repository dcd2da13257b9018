/** What an extension's frame and the page that shows it say to each other. */

export const EXTENSION_CHANNEL = 'devstore-extension';

export interface Money {
  amount: number;
  currencyCode: string;
}

export interface Address {
  name?: string;
  firstName?: string;
  lastName?: string;
  address1?: string;
  address2?: string;
  city?: string;
  zip?: string;
  countryCode?: string;
  provinceCode?: string;
}

/** The order status page's data, as `OrderStatusApi` of `@shopify/ui-extensions` names it. */
export interface OrderStatusData {
  order: {
    id: string;
    name: string;
    cancelledAt?: string;
    confirmationNumber?: string;
    processedAt?: string;
  };
  lines: {
    id: string;
    quantity: number;
    title: string;
    subtitle?: string;
    sku?: string;
    imageUrl?: string;
    variantId: string;
    productId: string;
    requiresShipping: boolean;
    totalAmount: Money;
  }[];
  /** The order's, as the extension's file names them and customers may read them. */
  appMetafields: {
    target: { type: 'order'; id: string };
    metafield: {
      namespace: string;
      key: string;
      type: string;
      value: string | number | boolean;
      valueType: 'boolean' | 'float' | 'integer' | 'json_string' | 'string';
    };
  }[];
  subtotalAmount: Money;
  totalShippingAmount: Money;
  totalTaxAmount: Money;
  totalAmount: Money;
  note?: string;
  shippingAddress?: Address;
  billingAddress?: Address;
  email?: string;
}

export type AuthenticationState = 'fully_authenticated' | 'pre_authenticated';

export type Translations = { [key: string]: string | Translations };

/** Everything one target needs to start. Built by the server for one place on one page. */
export interface ExtensionStart {
  surface: 'admin' | 'customer-account';
  handle: string;
  target: string;
  apiVersion: string;
  scriptUrl: string;
  capabilities: string[];
  settings: Record<string, string | number | boolean>;
  translations: Translations;
  language: string;
  extensionLanguage: string;
  country: string;
  currency: string;
  timezone: string;
  shop: { id: string; name: string; myshopifyDomain: string; storefrontUrl: string };
  /** The app's address in its configuration, and where it answers on this machine. */
  app: { declaredOrigin: string | null; origin: string };
  orderId: string | null;
  /** Resources the admin page is about (`shopify.data.selected`). */
  selected: { id: string }[];
  customerId: string | null;
  authenticationState: AuthenticationState;
  orderStatus: OrderStatusData | null;
}

/** The single button a menu item target may render. */
export interface MenuItem {
  label: string;
  href: string | null;
  disabled: boolean;
  critical: boolean;
}

interface ToastRequest {
  message: string;
  isError?: boolean;
  duration?: number;
}

/** A frame's place in its page's viewport, in CSS pixels. */
interface Place {
  left: number;
  top: number;
  width: number;
}

/** Calls a frame makes; the page answers. */
export type HostMethods = {
  start: { in: null; out: ExtensionStart };
  resize: { in: { height: number }; out: null };
  menuItem: { in: MenuItem | null; out: null };
  heading: { in: { heading: string }; out: null };
  /** Opens or closes the frame over the whole page, so that an overlay in it covers the page. */
  overlay: { in: { open: boolean }; out: Place };
  token: { in: null; out: string };
  close: { in: null; out: null };
  escape: { in: null; out: null };
  toast: { in: ToastRequest; out: null };
  navigate: { in: { url: string; newTab: boolean }; out: null };
  requireLogin: { in: null; out: null };
  storageRead: { in: { key: string }; out: string | null };
  storageWrite: { in: { key: string; value: string }; out: null };
  storageDelete: { in: { key: string }; out: null };
  failed: { in: { message: string }; out: null };
};

/** Calls the page makes; the frame answers. */
export type FrameMethods = {
  press: { in: null; out: null };
  update: { in: { orderStatus: OrderStatusData | null }; out: null };
};
