import { Liquid } from 'liquidjs';
import { expect, it } from 'vitest';

import { htmlFragment, themedPage } from './storefront-html.ts';

const render = async (text: string): Promise<string> => {
  const template = await themedPage(<p title={text}>{text}</p>).text();
  return String(await new Liquid().parseAndRender(template, { shop: { secret: 'leaked' } }));
};

/** What a browser shows of the text. */
const shown = (html: string): string | null =>
  new DOMParser().parseFromString(html, 'text/html').querySelector('p')?.textContent ?? null;

it.each([
  '{{ shop.secret }}',
  '{% if true %}hidden{% endif %}',
  '{%- raw -%}',
  '{{{ shop.secret }}}',
  '{{% endraw %}}',
  '{ {{ shop.secret }}',
  '{',
  '<script>alert(1)</script> & "quotes"',
])('the text %j is shown as it is, and does nothing', async (text) => {
  const html = await render(text);
  expect(html).not.toContain('leaked');
  expect(shown(html)).toBe(text);
});

it('braces that come together from two texts mean nothing either', async () => {
  const page = (
    <p>
      {'{'}
      {'{ shop.secret }}'}
    </p>
  );
  const template = await themedPage(page).text();
  const html = String(await new Liquid().parseAndRender(template, { shop: { secret: 'leaked' } }));
  expect(html).not.toContain('leaked');
});

it('a page is drawn inside the theme and kept by nobody, unless said otherwise', () => {
  const { headers } = themedPage(<p />);
  expect(headers.get('Content-Type')).toBe('application/liquid');
  expect(headers.get('Cache-Control')).toBe('no-store');
  const kept = themedPage(<p />, { headers: { 'Cache-Control': 'public, max-age=60' } });
  expect(kept.headers.get('Cache-Control')).toBe('public, max-age=60');
});

it('a fragment is HTML for a script', async () => {
  const response = htmlFragment(<p>{'a < b'}</p>);
  expect(response.headers.get('Content-Type')).toContain('text/html');
  expect(await response.text()).toBe('<p>a &lt; b</p>');
});
