import { Form } from '@remix-run/react';
import { useId } from 'react';

import type { LoginWords } from '../../presentation/shop/login-words.ts';
import styles from './login-form.module.css';

interface Props {
  readonly fault: string | null;
  readonly words: LoginWords;
}

/** Asks for the shop to open the app in. Plain HTML: it also works before any script has run. */
export function LoginForm({ fault, words }: Props) {
  const id = useId();
  return (
    <Form method="post" action="/auth/login" className={styles['form']}>
      <label htmlFor={id}>{words.label}</label>
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
        <button type="submit">{words.open}</button>
      </div>
      {fault !== null && (
        <p id={`${id}-fault`} role="alert" className={styles['fault']}>
          {fault}
        </p>
      )}
    </Form>
  );
}
