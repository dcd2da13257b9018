import { describe, expect, test } from 'vitest';

import type { Mail } from '../application/mail/ports.ts';
import { LANGUAGES } from '../messages/keys.generated.ts';
import { messagesIn } from '../messages/messages.ts';
import { mailAsHtml } from './mail-as-html.ts';
import { mailAsText } from './mail-as-text.ts';
import { textOf } from './mail.ts';

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

describe.each(LANGUAGES)('case 47: the mail with a guest’s code, in %s', (locale) => {
  const sent = textOf(mail(locale));

  test('has words of its own and names the order', () => {
    expect(sent.subject).toBe(messagesIn(locale, 'mail').t('code.subject', { order: '#1007' }));
    expect(sent.languageCode).toBe(locale);
    expect(sent.subject).toContain('#1007');
    expect(sent.intro).toContain('#1007');
  });

  test('shows the code in both forms, and never in the subject, which locked screens show', () => {
    expect(mailAsText(sent)).toContain('042137');
    expect(mailAsHtml(sent)).toContain('042137');
    expect(sent.subject).not.toContain('042137');
  });

  test('says how long the code is valid', () => {
    expect(mailAsText(sent)).toContain('10');
  });

  test('carries no link that opens the order without the code', () => {
    expect(mailAsText(sent)).not.toContain('key=');
    expect(mailAsHtml(sent)).not.toContain('key=');
  });
});
