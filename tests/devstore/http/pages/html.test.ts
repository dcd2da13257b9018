import { describe, expect, it } from 'vitest';
import { html } from './html.ts';

describe('the html tag', () => {
  it('escapes what it is given, in text and in attributes', () => {
    const name = `<script>"&'`;
    expect(html`<a title="${name}">${name}</a>`.toString()).toBe(
      '<a title="&lt;script&gt;&quot;&amp;&#39;">&lt;script&gt;&quot;&amp;&#39;</a>',
    );
  });

  it('takes its own markup as it is, lists included', () => {
    const items = ['a<', 'b'].map((item) => html`<li>${item}</li>`);
    const list = html`<ul>
      ${items}
    </ul>`;
    expect(list.toString().replace(/\s/g, '')).toBe('<ul><li>a&lt;</li><li>b</li></ul>');
  });

  it('prints nothing for what is absent, and zero for zero', () => {
    expect(html`${null}${undefined}${false}${0}${''}`.toString()).toBe('0');
  });
});
