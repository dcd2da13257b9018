import { describe, expect, it } from 'vitest';
import { parseBlock, settingValues } from './block-schema.ts';
import type { ThemeTexts } from './theme-texts.ts';

const NO_TEXTS = { fallback: 'en', byLanguage: new Map() };
const TEXTS: ThemeTexts = { storefront: NO_TEXTS, schema: NO_TEXTS };

const block = (schema: object) =>
  parseBlock(
    'blocks/card.liquid',
    `<p></p>{% schema %}${JSON.stringify({ name: 'Card', target: 'section', ...schema })}{% endschema %}`,
    TEXTS,
  );
const SIZE = { type: 'range', id: 'size', label: 'Size', min: 1, max: 5, default: 2 };
const TONE = {
  type: 'select',
  id: 'tone',
  label: 'Tone',
  options: [
    { value: 'warm', label: 'Warm' },
    { value: 'cool', label: 'Cool' },
  ],
};

describe('a block’s schema', () => {
  it('leaves the template and the defaults of its settings', () => {
    const card = block({
      settings: [
        { type: 'header', content: 'Look' },
        SIZE,
        TONE,
        { type: 'checkbox', id: 'framed', label: 'Framed' },
        { type: 'text', id: 'heading', label: 'Heading' },
      ],
    });
    expect(card).toMatchObject({ name: 'card', title: 'Card', template: '<p></p>' });
    expect(settingValues(card, {})).toEqual({
      size: 2,
      tone: 'warm',
      framed: false,
      heading: null,
    });
    expect(settingValues(card, { tone: 'cool' })).toMatchObject({ tone: 'cool', size: 2 });
  });

  it.each([
    ['a key nobody knows', { presets: [] }, 'presets'],
    [
      'both a list of templates and a list of others',
      { enabled_on: { templates: ['page'] }, disabled_on: { templates: ['index'] } },
      'both',
    ],
    ['a section group', { enabled_on: { groups: ['footer'] } }, 'groups'],
    ['a target that does not exist', { target: 'footer' }, 'target'],
    ['a name too long for the theme editor', { name: 'x'.repeat(26) }, '25 characters'],
    ['a setting of an unknown type', { settings: [{ ...SIZE, type: 'slider' }] }, 'type'],
    ['a setting with an unknown key', { settings: [{ ...SIZE, maximum: 9 }] }, 'maximum'],
    ['a setting without a label', { settings: [{ ...SIZE, label: undefined }] }, 'label'],
    ['a default out of its range', { settings: [{ ...SIZE, default: 9 }] }, 'out of its range'],
    ['a default that is no option', { settings: [{ ...TONE, default: 'x' }] }, 'none of its'],
    ['the same setting twice', { settings: [SIZE, SIZE] }, 'size twice'],
    ['a text that is not there', { name: 't:blocks.name' }, 'Translation missing'],
  ])('is refused with %s', (_what, schema, message) => {
    expect(() => block(schema)).toThrow(message);
  });

  it.each([
    ['none', '<p></p>', 'needs one'],
    ['two', '{% schema %}{}{% endschema %}{% schema %}{}{% endschema %}', 'needs one'],
    ['one that is not JSON', '{% schema %}{ name: 1 }{% endschema %}', 'not JSON'],
  ])('is refused when there is %s', (_what, source, message) => {
    expect(() => parseBlock('blocks/card.liquid', source, TEXTS)).toThrow(message);
  });

  it('takes no value it does not allow, and no setting it does not have', () => {
    const card = block({ settings: [SIZE, TONE] });
    expect(() => settingValues(card, { size: 6 })).toThrow('cannot be 6');
    expect(() => settingValues(card, { tone: 'hot' })).toThrow('cannot be "hot"');
    expect(() => settingValues(card, { colour: 'red' })).toThrow('no setting colour');
  });
});
