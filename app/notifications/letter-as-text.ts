import type { Letter } from './letter.ts';

/** The letter for readers without HTML. */
export function letterAsText(letter: Letter): string {
  const sections = letter.sections.map(({ heading, lines, explanation }) =>
    [
      heading,
      ...lines.map(({ label, amount }) => `  ${label}: ${amount}`),
      ...(explanation === null ? [] : [explanation]),
    ].join('\n'),
  );
  return [
    letter.greeting,
    letter.intro,
    ...sections,
    ...(letter.note ? [`${letter.note.heading}\n${letter.note.text}`] : []),
    ...letter.waysOn.map(({ label, url }) => `${label}: ${url}`),
    ...(letter.link ? [`${letter.link.label}: ${letter.link.url}`] : []),
    `${letter.closing}\n\n${letter.shopName}\n`,
  ].join('\n\n');
}
