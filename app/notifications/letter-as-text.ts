import type { Letter } from './letter.ts';

/** The letter for readers without HTML. */
export function letterAsText(letter: Letter): string {
  const pair = (label: string, value: string) => labelled(label, value, letter.languageCode);
  const sections = letter.sections.map(({ heading, lines, explanation }) =>
    [
      heading,
      ...lines.map(({ label, amount }) => `  ${pair(label, amount)}`),
      ...(explanation === null ? [] : [explanation]),
    ].join('\n'),
  );
  return [
    letter.greeting,
    letter.intro,
    ...sections,
    ...(letter.note ? [`${letter.note.heading}\n${letter.note.text}`] : []),
    ...letter.waysOn.map(({ label, url }) => pair(label, url)),
    ...(letter.link ? [pair(letter.link.label, letter.link.url)] : []),
    `${letter.closing}\n\n${letter.shopName}\n`,
  ].join('\n\n');
}

/** French keeps its colon apart, without letting it begin a line. */
const labelled = (label: string, value: string, languageCode: string): string =>
  value === '' ? label : `${label}${languageCode === 'fr' ? '\u00a0' : ''}: ${value}`;
