import type { ComponentChildren } from 'preact';

interface FrameProps {
  readonly heading: string;
  readonly children: ComponentChildren;
  readonly primary?: ComponentChildren;
  readonly secondary: ComponentChildren;
}

/** The window that Shopify opens, with its buttons where Shopify wants them. */
export function Frame({ heading, children, primary, secondary }: FrameProps) {
  return (
    <s-customer-account-action heading={heading}>
      {children}
      {primary}
      {secondary}
    </s-customer-account-action>
  );
}
