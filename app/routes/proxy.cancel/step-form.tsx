import type { ReactNode } from 'react';

import type { GuestPage } from './page.ts';

interface Props {
  readonly page: GuestPage;
  /** What is carried to the next step without being shown. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/**
 * A form that leads to the page's next step. It is posted, so that neither code nor token is ever part of an
 * address; whoever posts it acts by the token in it alone, so that no other site can act for them.
 */
export function StepForm({ page, hidden, children }: Props) {
  return (
    <form method="post" action={page.address} acceptCharset="utf-8">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
