/** A paragraph, or one of the mail's other parts. */
export type MailBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'details' | 'note' | 'links' };

/** What a mail says, in words and in order, before it takes a form. */
export interface MailText {
  readonly languageCode: string;
  readonly subject: string;
  readonly greeting: string;
  readonly intro: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly lines: readonly { readonly label: string; readonly amount: string }[];
    /** Null where the lines say everything. */
    readonly explanation: string | null;
  }[];
  readonly note: { readonly heading: string; readonly text: string } | null;
  readonly link: { readonly label: string; readonly url: string } | null;
  /** What else can be done, for somebody who was told no. */
  readonly waysOn: readonly { readonly label: string; readonly url: string }[];
  /** What the mail says, in order: paragraphs, and where its other parts stand. */
  readonly body: readonly MailBlock[];
  /** Of buttons, as #rrggbb; null for the app's own. */
  readonly color: string | null;
  readonly logoUrl: string | null;
  readonly closing: string;
  readonly shopName: string;
}
