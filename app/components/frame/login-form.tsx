import { Form } from '@remix-run/react';
import { useId } from 'react';

import styles from './login-form.module.css';

/** Asks for the shop to open the app in. Plain HTML: it also works before any script has run. */
export function LoginForm({ fault }: { readonly fault: string | null }) {
  const id = useId();
  return (
    <Form method="post" action="/auth/login" className={styles['form']}>
      <label htmlFor={id}>Your shop’s domain</label>
      <div className={styles['row']}>
        <input
          id={id}
          name="shop"
          type="text"
          placeholder="my-shop.myshopify.com"
          autoComplete="on"
          autoCapitalize="none"
          spellCheck={false}
          required
          aria-invalid={fault !== null}
          {...(fault === null ? {} : { 'aria-describedby': `${id}-fault` })}
        />
        <button type="submit">Open</button>
      </div>
      {fault !== null && (
        <p id={`${id}-fault`} role="alert" className={styles['fault']}>
          {fault}
        </p>
      )}
    </Form>
  );
}
