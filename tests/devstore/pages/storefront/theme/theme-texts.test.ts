import { describe, expect, it } from 'vitest';
import { translate } from './theme-texts.ts';

const TEXTS = {
  fallback: 'en',
  byLanguage: new Map([
    [
      'en',
      {
        greet: 'Hi {{ name }} & all',
        rich_html: '<b>{{ name }}</b>',
        items: { one: '{{ count }} item', other: '{{ count }} items' },
        only: 'Only here',
      },
    ],
    ['de', { greet: 'Hallo {{name}}' }],
  ]),
};

describe('a theme’s text', () => {
  it('is the language’s, its base language’s, or the default’s', () => {
    expect(translate(TEXTS, 'de', 'greet', { name: 'Ida' })).toBe('Hallo Ida');
    expect(translate(TEXTS, 'de-AT', 'greet', { name: 'Ida' })).toBe('Hallo Ida');
    expect(translate(TEXTS, 'de', 'only')).toBe('Only here');
    expect(translate(TEXTS, 'fi', 'only')).toBe('Only here');
  });

  it('is escaped with its values, or with its values alone when it is HTML', () => {
    expect(translate(TEXTS, 'en', 'greet', { name: '<i>' })).toBe('Hi &lt;i&gt; &amp; all');
    expect(translate(TEXTS, 'en', 'rich_html', { name: '<i>' })).toBe('<b>&lt;i&gt;</b>');
  });

  it('has a form for each number', () => {
    expect(translate(TEXTS, 'en', 'items', { count: 1 })).toBe('1 item');
    expect(translate(TEXTS, 'en', 'items', { count: 0 })).toBe('0 items');
  });

  it.each([
    ['no language has it', 'nothing.here', {}, 'Translation missing: de.nothing.here'],
    ['it is no text but a group of them', 'items', {}, 'Translation missing'],
    ['it wants a value it was not given', 'greet', {}, 'wants name'],
  ])('is loud when %s', (_why, key, values, message) => {
    expect(() => translate(TEXTS, 'de', key, values)).toThrow(message);
  });
});
