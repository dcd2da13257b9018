import { describe, expect, it } from 'vitest';

import type { Mail } from '../../application/mail/ports.ts';
import { sampleContents, sampleRecipient } from '../../application/mail/samples.ts';
import { composeMail } from '../compose-mail.ts';

const shop = {
  name: 'Kettles',
  contactEmail: 'hello@kettles.example',
  storefrontUrl: 'https://kettles.example',
};

const mailIn = (body: string, changes: Partial<Mail> = {}, subject = '{{ subject }}'): Mail => {
  const { firstName, ...recipient } = sampleRecipient(shop);
  const [content] = sampleContents('cancelled');
  return {
    ...recipient,
    ...{ key: 'k', to: { email: 'a@b.example', firstName }, content, words: { subject, body } },
    ...changes,
  };
};
const render = (...args: Parameters<typeof mailIn>) => composeMail(mailIn(...args));

describe('a mail in a merchant’s words', () => {
  it('says them in both of its parts, with the amounts where they were put', () => {
    const { html, text, subject, fault } = render(
      'Dear {{ first_name }},\n\n{{ details }}\n\nYours, {{ store }}',
      {},
      'About {{ order }}',
    );
    expect(fault).toBeNull();
    expect(subject).toBe('About #1042');
    for (const part of [html, text]) {
      expect(part).toContain('Dear Alex,');
      expect(part).toContain('€79.50');
      expect(part.indexOf('€79.50')).toBeLessThan(part.indexOf('Yours, Kettles'));
      expect(part).not.toContain('\u0001');
    }
  });

  it('never reads what a customer is called as Liquid or as HTML', () => {
    const firstName = '{{ store }}<img src=x onerror=alert(1)>';
    const { html, text } = render('Dear {{ first_name }}', { to: { email: 'a@b.c', firstName } });
    expect(html).toContain('{{ store }}&lt;img src=x');
    expect(text).toContain(firstName);
  });

  it('case 146: has words of its own for whoever has no name', () => {
    const nameless = { to: { email: 'a@b.example', firstName: null } };
    expect(render('{{ greeting }}', nameless).text).toMatch(/^Hello,/);
    const chosen = render('Dear {{ first_name | default: "customer" }},', nameless);
    expect(chosen.text).toMatch(/^Dear customer,/);
  });

  it.each([
    ['a tag that does not end', '{% if order %}', { fault: 'syntax', line: 1 }],
    ['a tag that there is not', 'Hello\n\n{% frobnicate %}', { fault: 'syntax', line: 3 }],
    [
      'a variable that there is not',
      '{{ custmer }}',
      { fault: 'unknown_variable', what: 'custmer' },
    ],
    [
      'one that only some mails come by',
      '{{ intro }}{% if first_name == "Zoe" %}{{ nmae }}{% endif %}',
      { fault: 'unknown_variable', what: 'nmae' },
    ],
    ['a filter that there is not', '{{ order | shout }}', { fault: 'syntax' }],
    ['nothing', '{% if order == "" %}x{% endif %}', { fault: 'empty' }],
    ['a file', '{% include "/etc/passwd" %}', { fault: 'syntax' }],
    ['a loop without an end', '{% for i in (1..99999999) %}x{% endfor %}', { fault: 'too_much' }],
  ])('case 145: with %s is said in the app’s own words instead, once', (_what, body, fault) => {
    const { text, ...rendered } = render(body);
    expect(rendered.fault).toMatchObject({ where: 'body', ...fault });
    expect(text).toContain('Your order #1042 is cancelled.');
  });

  it('stays one line in its subject', () => {
    expect(render('Hello', {}, 'One\n{{ details }}two').subject).toBe('One two');
  });
});
