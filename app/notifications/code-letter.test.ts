import { describe, expect, test } from 'vitest';

import type { Mail } from '../application/ports.ts';
import { LANGUAGES } from './language.ts';
import { letterAsHtml } from './letter-as-html.ts';
import { letterAsText } from './letter-as-text.ts';
import { letterOf } from './letter.ts';
import { CODE_WORDS } from './words/code-words.ts';

const mail = (locale: string): Mail => ({
  key: '00000000-0000-4000-8000-000000000001-guest-code',
  to: { email: 'casey@example.com', firstName: 'Casey' },
  shopName: 'Harbor & Pine',
  shopEmail: 'shop@example.com',
  orderName: '#1007',
  storefrontUrl: 'https://shop.example.com',
  orderStatusUrl: 'https://shop.example.com/orders/7?key=secret',
  locale,
  content: { template: 'guest_code', code: '042137' },
});

describe.each(Object.keys(LANGUAGES))('case 47: the mail with a guest’s code, in %s', (locale) => {
  const letter = letterOf(mail(locale));

  test('has words of its own and names the order', () => {
    expect(CODE_WORDS[locale]).toBeDefined();
    expect(letter.languageCode).toBe(locale);
    expect(letter.subject).toContain('#1007');
    expect(letter.intro).toContain('#1007');
  });

  test('shows the code in both forms, and never in the subject, which locked screens show', () => {
    expect(letterAsText(letter)).toContain('042137');
    expect(letterAsHtml(letter)).toContain('042137');
    expect(letter.subject).not.toContain('042137');
  });

  test('says how long the code is valid', () => {
    expect(letterAsText(letter)).toContain('10');
  });

  test('carries no link that opens the order without the code', () => {
    expect(letterAsText(letter)).not.toContain('key=');
    expect(letterAsHtml(letter)).not.toContain('key=');
  });
});
