/** What the app's pages on a storefront say of their own, in one language. Plain text. */
export interface StorefrontWords {
  readonly policy: {
    readonly version: (version: number, since: string) => string;
    /** For a shop that never changed anything. */
    readonly initialVersion: string;
    readonly cancelAnOrder: string;
  };
  readonly languages: string;
  readonly problem: {
    readonly title: string;
    readonly unavailable: string;
    readonly failed: (reference: string) => string;
  };
  readonly guest: {
    readonly title: string;
    readonly policyLink: string;
    /** Why something is not shown, and what to do instead. */
    readonly notAvailable: string;
    readonly tooManyAttempts: (minutes: number) => string;
    readonly sessionOver: string;
    readonly fault: string;
    readonly ask: {
      readonly intro: string;
      readonly orderName: string;
      readonly orderNameHint: string;
      readonly contact: string;
      readonly submit: string;
    };
    readonly code: {
      readonly sent: string;
      readonly label: string;
      readonly submit: string;
      readonly wrong: string;
      readonly notArrived: string;
      readonly again: string;
    };
    readonly order: {
      readonly heading: (orderName: string) => string;
      /** Leads from the choice to what it brings. */
      readonly update: string;
      /** Leads back from there to the choice. */
      readonly change: string;
      readonly refresh: string;
    };
  };
}
