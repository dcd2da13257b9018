import type { ReactNode } from 'react';

import styles from './public-page.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** The frame of the pages outside the admin. */
export function PublicPage({ title, children }: Props) {
  return (
    <main className={styles['page']}>
      <p className={styles['name']}>Unorder</p>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
