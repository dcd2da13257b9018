/** The design system's keyword scales, in CSS pixels. */

const SPACE: Readonly<Record<string, number>> = {
  none: 0,
  'small-500': 2,
  'small-400': 4,
  'small-300': 6,
  'small-200': 8,
  'small-100': 10,
  small: 12,
  base: 16,
  large: 20,
  'large-100': 24,
  'large-200': 32,
  'large-300': 40,
  'large-400': 48,
  'large-500': 64,
};

const RADIUS: Readonly<Record<string, string>> = {
  none: '0',
  'small-200': '2px',
  'small-100': '4px',
  small: '6px',
  base: '8px',
  large: '12px',
  'large-100': '16px',
  'large-200': '20px',
  max: '999px',
};

const BORDER_WIDTH: Readonly<Record<string, string>> = {
  none: '0',
  small: '1px',
  'small-100': '1px',
  base: '1px',
  large: '2px',
  'large-100': '3px',
  'large-200': '4px',
};

/** Turns a shorthand of one to four spacing keywords into CSS; unknown words pass as CSS lengths. */
export function spacing(shorthand: string): string {
  return shorthand
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => (word in SPACE ? `${String(SPACE[word])}px` : word))
    .join(' ');
}

export function radius(shorthand: string): string {
  return shorthand
    .trim()
    .split(/\s+/)
    .map((word) => RADIUS[word] ?? word)
    .join(' ');
}

/** Turns a border shorthand ("base", "large subdued dashed") into CSS. */
export function border(shorthand: string): string {
  const [size = 'none', color = 'base', style = 'solid'] = shorthand.trim().split(/\s+/);
  if (size === 'none') return '0';
  const tone = color === 'strong' ? 'var(--s-border-strong)' : 'var(--s-border)';
  return `${BORDER_WIDTH[size] ?? size} ${style === 'auto' ? 'solid' : style} ${tone}`;
}

export function borderWidth(shorthand: string): string {
  return shorthand
    .trim()
    .split(/\s+/)
    .map((word) => BORDER_WIDTH[word] ?? word)
    .join(' ');
}

/**
 * Resolves a value that may be a container query, `@container (inline-size > 500px) A, B`, for a
 * width in pixels. Source of the syntax: the `MaybeResponsive` type of `@shopify/ui-extensions`.
 */
export function responsive(value: string, width: number): string {
  const query =
    /^@container\s*(?:[\w-]+\s*)?\(\s*inline-size\s*(<=|>=|<|>)\s*(\d+)px\s*\)\s*(.*)$/s;
  const match = query.exec(value.trim());
  if (!match) return value;
  const [, comparison = '>', limitText = '0', alternatives = ''] = match;
  const limit = Number(limitText);
  const comma = topLevelComma(alternatives);
  const whenTrue = alternatives.slice(0, comma).trim();
  const whenFalse = alternatives.slice(comma + 1).trim();
  const holds =
    comparison === '>'
      ? width > limit
      : comparison === '>='
        ? width >= limit
        : comparison === '<'
          ? width < limit
          : width <= limit;
  return holds ? whenTrue : responsive(whenFalse, width);
}

function topLevelComma(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === ',' && depth === 0) return index;
  }
  return text.length;
}
