/** What the library's `login` finds wrong with the shop it was given. */
interface LoginError {
  readonly shop?: string;
}

/** The fault in words, or null. */
export function loginFaultOf({ shop }: LoginError): string | null {
  switch (shop) {
    case 'MISSING_SHOP':
      return 'Enter your shop’s domain.';
    case 'INVALID_SHOP':
      return 'Enter a domain such as my-shop.myshopify.com.';
    case undefined:
      return null;
    default:
      return 'This shop could not be opened. Check its domain.';
  }
}
