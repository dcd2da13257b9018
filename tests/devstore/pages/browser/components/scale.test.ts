import { describe, expect, it } from 'vitest';
import { border, responsive, spacing } from './scale.ts';

describe('the design scales', () => {
  it('turn each word of a shorthand into pixels', () => {
    expect(spacing('base none large-200')).toBe('16px 0px 32px');
  });

  it('pass a CSS length on as it is', () => {
    expect(spacing('3rem')).toBe('3rem');
  });

  it('draw no border for none', () => {
    expect(border('none')).toBe('0');
    expect(border('large subdued dashed')).toBe('2px dashed var(--s-border)');
  });
});

describe('a responsive value', () => {
  const value =
    '@container (inline-size > 500px) 1fr auto, @container (inline-size > 300px) 2fr, 1fr';

  it('takes the first part whose condition holds', () => {
    expect(responsive(value, 501)).toBe('1fr auto');
    expect(responsive(value, 500)).toBe('2fr');
    expect(responsive(value, 300)).toBe('1fr');
  });

  it('splits at the comma outside parentheses', () => {
    expect(responsive('@container (inline-size < 400px) minmax(0, 1fr), none', 399)).toBe(
      'minmax(0, 1fr)',
    );
  });

  it('leaves a plain value alone', () => {
    expect(responsive('1fr 2fr', 100)).toBe('1fr 2fr');
  });
});
