import type { ReactNode } from 'react';

import type { GuestPage } from './page.ts';

interface Props {
  readonly page: GuestPage;
  /** What is carried to the next step without being shown. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly method?: 'post' | 'get';
  readonly children: ReactNode;
}

/**
 * A form that leads to the page's next step. One that does anything is posted, and whoever posts it acts by the
 * token in it alone, so that no other site can act for them. One that only chooses what to look at is not, so that
 * the way back leads through it.
 */
export function StepForm({ page, hidden, method = 'post', children }: Props) {
  return (
    <form method={method} action={page.address} acceptCharset="utf-8">
      {method === 'get' && <input type="hidden" name="locale" value={page.language} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
